// Many people of many organisations, members or not, on maps or gone from them, and rows for all kinds of audiences.
import type { Transaction } from '../../api/database/door.ts'
import * as accounts from '../../api/database/tables/accounts.ts'
import { ecosystemCounters, history, tombstones } from '../../api/database/tables/edits.ts'
import { mapFollowers, news } from '../../api/database/tables/inbox.ts'
import { tables } from '../../api/database/tables/rows.ts'
import {
  ecosystemKey,
  mapKey,
  organisationKey,
  type Participation,
  personKey,
  type Viewer,
} from '../../shared/audience/audience.ts'
import { type RowKind, rowKinds } from '../../shared/model/rows.ts'
import { markedContent } from './markedRows.ts'
import { type Random, seededRandom } from './seededRandom.ts'

type State = 'active' | 'left' | 'deleted'

export interface Crowd {
  ecosystems: { id: string; convener: string }[]
  maps: { id: string; ecosystemId: string }[]
  organisations: string[]
  participants: { mapId: string; ecosystemId: string; organisationId: string; state: State }[]
  viewers: (Viewer & { active: boolean })[]
  rows: { id: string; kind: RowKind; ecosystemId: string; audience: string[] }[]
}

/** The same crowd for the same seed. */
export function crowd(seed: number, size: { rows: number; viewers: number }): Crowd {
  const random = seededRandom(seed)
  const ids = (count: number) => Array.from({ length: count }, () => random.uuid())
  const organisations = ids(8)
  const ecosystems = ids(3).map((id) => ({ id, convener: random.pick(organisations) }))
  const maps = ids(8).map((id) => ({ id, ecosystemId: random.pick(ecosystems).id }))
  const participants = maps.flatMap((map) =>
    organisations
      .filter(() => random.below(2) === 0)
      .map((organisationId) => ({
        ...{ mapId: map.id, ecosystemId: map.ecosystemId, organisationId },
        state: random.pick<State>(['active', 'active', 'left', 'deleted']),
      })),
  )
  const viewers = ids(size.viewers).map((personId) => ({
    ...{ personId, organisationId: random.pick(organisations), active: random.below(5) > 0 },
  }))
  const people: Omit<Crowd, 'rows'> = { ecosystems, maps, organisations, participants, viewers }
  const rows = ids(size.rows).map((id, index) => ({
    ...{
      id,
      kind: rowKinds[index % rowKinds.length]!,
      ecosystemId: random.pick(ecosystems).id,
      audience: anyAudience(people, random),
    },
  }))
  return { ...people, rows }
}

function anyAudience(people: Omit<Crowd, 'rows'>, random: Random): string[] {
  const anyKey = () =>
    random.pick([
      () => mapKey(random.pick(people.maps).id),
      () => organisationKey(random.pick(people.organisations)),
      () => personKey(random.pick(people.viewers).personId),
      () => ecosystemKey(random.pick(people.ecosystems).id),
      () => organisationKey(random.uuid()),
      // The same id with another word before it is another key.
      () => mapKey(random.pick(people.organisations)),
    ])()
  return Array.from({ length: 1 + random.below(3) }, anyKey)
}

/** Where a viewer's organisation is active, told from the crowd and not from the database. */
export function participationOf(
  { ecosystems, participants }: Crowd,
  { organisationId }: Viewer,
  states: State[] = ['active'],
): Participation {
  const own = participants.filter(
    (one) => one.organisationId === organisationId && states.includes(one.state),
  )
  const convened = ecosystems.filter(({ convener }) => convener === organisationId).map(({ id }) => id)
  return {
    mapIds: own.map(({ mapId }) => mapId),
    ecosystemIds: [...own.map((one) => one.ecosystemId), ...convened],
  }
}

/** Writes the crowd into the tables, past all rules. */
export async function store(tx: Transaction, people: Crowd): Promise<void> {
  const { ecosystems, organisations, participants, viewers, rows } = people
  const base = { seq: 1, deleted: false, versions: {}, addedByOrganisationId: organisations[0]! }
  const own = (id: string) => ({ ...base, id, lineageId: id })
  const since = new Date()
  await tx
    .insert(accounts.organisations)
    .values(organisations.map((id) => ({ id, name: id, createdAt: since })))
  await tx.insert(accounts.people).values(
    viewers.map(({ personId: id }) => ({
      id,
      name: 'Person',
      email: `${id}@example.com`,
      createdAt: since,
    })),
  )
  await tx.insert(accounts.memberships).values(
    viewers.map(({ personId, organisationId, active }) => ({
      ...{ personId, organisationId, active, role: 'viewer' as const, since },
    })),
  )
  await tx.insert(tables.ecosystem).values(
    ecosystems.map(({ id, convener }) => ({
      ...{ ...own(id), ecosystemId: id, audience: [ecosystemKey(id)] },
      ...{ name: 'E', goal: '', convenerOrganisationId: convener, demo: false },
    })),
  )
  await tx.insert(tables.participant).values(
    participants.map(({ mapId, ecosystemId, organisationId, state }) => ({
      ...{ ...own(crypto.randomUUID()), ecosystemId, audience: [mapKey(mapId)], mapId, organisationId },
      ...{ mayInvite: false, deleted: state === 'deleted', state: state === 'left' ? 'left' : 'active' },
    })),
  )
  for (const kind of rowKinds) {
    const ofKind = rows.filter((row) => row.kind === kind)
    await tx.insert(tables[kind]).values(
      ofKind.map(({ id, ecosystemId, audience }) => ({
        ...{ ...own(id), ecosystemId, audience },
        ...markedContent(kind, {}, () => 'text'),
      })) as never,
    )
  }
  await storeBeside(tx, people)
}

/** What viewers may read beside the rows: something of each ecosystem. */
async function storeBeside(tx: Transaction, { ecosystems, viewers }: Crowd): Promise<void> {
  const { personId, organisationId } = viewers[0]!
  const who = { personId, organisationId }
  for (const { id: ecosystemId } of ecosystems) {
    const place = {
      ecosystemId,
      seq: 1,
      kind: 'lane',
      rowId: ecosystemId,
      audience: [ecosystemKey(ecosystemId)],
    }
    const edit = { clientId: ecosystemId, number: 1, position: 0, before: null, after: {}, follows: false }
    await tx.insert(ecosystemCounters).values({ ecosystemId, seq: 1, epoch: 1 })
    await tx.insert(history).values({ ...place, ...edit, ...who })
    await tx.insert(tombstones).values(place)
    const line = {
      kind: 'shared',
      rowKind: 'lane',
      rowId: ecosystemId,
      byOrganisationId: organisationId,
    } as const
    await tx.insert(news).values({ ecosystemId, ...who, ...line })
    await tx.insert(mapFollowers).values({ ecosystemId, ...who, mapId: ecosystemId })
  }
}
