import { and, asc, eq } from 'drizzle-orm'
import type { Viewer } from '../../shared/audience/audience.ts'
import type { EcosystemListItem } from '../../shared/ecosystems/requests.ts'
import type { Door } from '../database/door.ts'
import { isForViewer } from '../database/tables/governed.ts'
import { ecosystems, maps } from '../database/tables/journeys.ts'
import { readNames } from '../edits/standing.ts'
import { AppError } from '../errors.ts'

/** The ecosystems the viewer's organisation takes part in, with the maps it sees, by name. */
export function listEcosystems(door: Door, viewer: Viewer): Promise<EcosystemListItem[]> {
  return door.asViewer(viewer, async (tx) => {
    const [found, visibleMaps, names] = await Promise.all([
      tx
        .select()
        .from(ecosystems)
        .where(and(eq(ecosystems.deleted, false), isForViewer(ecosystems)))
        .orderBy(asc(ecosystems.name)),
      tx
        .select()
        .from(maps)
        .where(and(eq(maps.deleted, false), isForViewer(maps)))
        .orderBy(asc(maps.rank)),
      readNames(tx),
    ])
    const nameOf = new Map(names.map((organisation) => [organisation.id, organisation.name]))
    return found.map(({ id, name, goal, demo, convenerOrganisationId }) => ({
      id,
      name,
      goal,
      demo,
      convener: { id: convenerOrganisationId, name: nameOf.get(convenerOrganisationId) ?? '' },
      maps: visibleMaps
        .filter((map) => map.ecosystemId === id)
        .map((map) => ({ id: map.id, name: map.name })),
    }))
  })
}

/** Refuses with `notThere` whoever has no place in the ecosystem. */
export function requirePlace(door: Door, viewer: Viewer, ecosystemId: string): Promise<void> {
  return door.asViewer(viewer, async (tx) => {
    const [found] = await tx
      .select()
      .from(ecosystems)
      .where(and(eq(ecosystems.id, ecosystemId), isForViewer(ecosystems)))
    if (!found) throw new AppError('notThere')
  })
}
