import { activeOrganisations } from '../../shared/rules/standing.ts'
import { useColleagues } from '../accounts/useColleagues.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { mentionablesOf } from './mentionables.ts'

/** Who can speak and be called on a map: its organisations, colleagues, and people who spoke where one could read it. */
export function useTalkers({ rows, organisations, author }: Ecosystem, mapId: string) {
  const colleagues = useColleagues(author.organisationId)
  const nameOf = (organisationId: string) => organisations.get(organisationId) ?? 'a former partner'
  const active = activeOrganisations(mapId, rows)
    .map((id) => ({ id, name: nameOf(id) }))
    .sort((left, right) => left.name.localeCompare(right.name))
  return {
    mapId,
    /** Whether one can speak to everybody on the map. */
    isForAll: true,
    nameOf,
    own: nameOf(author.organisationId),
    others: active.filter(({ id }) => id !== author.organisationId),
    /** Whether what somebody said was said by an organisation that is still on the map. */
    isActive: (organisationId: string) => active.some(({ id }) => id === organisationId),
    candidates: mentionablesOf({
      organisations: active,
      colleagues,
      own: author,
      comments: rows.list('comment', 'mapId', mapId).filter(({ deleted }) => !deleted),
    }),
  }
}

export type Talkers = ReturnType<typeof useTalkers>
