// Maps an organisation has left: when, by whose hand, and what its people saw there until then.
import { inArray, sql } from 'drizzle-orm'
import { isVisible, mapKey, organisationKey } from '../../shared/audience/audience.ts'
import { withOwnAudience } from '../../shared/audience/ownAudience.ts'
import { type DepartureAnswer, keepsOwnRowsDays } from '../../shared/ecosystems/departures.ts'
import type { VisibleRow } from '../../shared/edits/exchange.ts'
import type { Transaction } from '../database/door.ts'
import { organisations } from '../database/tables/accounts.ts'

/** One place that was left and not taken up again. */
export interface Departure {
  ecosystemId: string
  mapId: string
  /** Where in the order of edits. */
  seq: number
  at: Date
  byOrganisationId: string
  ecosystemName: string
  mapName: string
}

/** The latest departures first, as long as what was one's own is kept for fetching. Names are those of that time. */
export async function readDepartures(
  tx: Transaction,
  now: Date,
  organisationId: string,
): Promise<Departure[]> {
  const earliest = new Date(now.getTime() - keepsOwnRowsDays * 86_400_000).toISOString()
  const nameThen = (kind: string, rowId: ReturnType<typeof sql>) => sql`(
    select coalesce(earlier.after->>'name', '') from history earlier where earlier.ecosystem_id = gone.ecosystem_id
      and earlier.kind = ${kind} and earlier.row_id = ${rowId} and earlier.seq < gone.seq
    order by earlier.seq desc limit 1)`
  const found = await tx.execute<Record<string, string>>(sql`
    select gone.ecosystem_id as "ecosystemId", map_id as "mapId", seq, at, ended_by as "byOrganisationId",
      ${nameThen('ecosystem', sql`gone.ecosystem_id`)} as "ecosystemName",
      ${nameThen('map', sql`gone.map_id`)} as "mapName"
    from (
      select distinct on (h.row_id) h.ecosystem_id, p.map_id, h.seq, h.at, h.organisation_id as ended_by
      from participants p join history h on h.ecosystem_id = p.ecosystem_id and h.row_id = p.id
      where p.organisation_id = ${organisationId} and p.state = 'left' and h.kind = 'participant'
        and h.after->>'state' = 'left' and h.before->>'state' is distinct from 'left'
      order by h.row_id, h.seq desc
    ) gone where at > ${earliest} order by at desc, map_id`)
  return [...found].map((row) => ({
    ecosystemId: row.ecosystemId!,
    mapId: row.mapId!,
    byOrganisationId: row.byOrganisationId!,
    ecosystemName: row.ecosystemName ?? '',
    mapName: row.mapName ?? '',
    seq: Number(row.seq),
    at: new Date(row.at!),
  }))
}

/** As the browser reads them, with the names of whoever ended it. */
export async function answerDepartures(
  tx: Transaction,
  departures: readonly Departure[],
  organisationId: string,
): Promise<DepartureAnswer[]> {
  const others = departures.map(({ byOrganisationId }) => byOrganisationId)
  const named = others.length
    ? await tx.select().from(organisations).where(inArray(organisations.id, others))
    : []
  const names = new Map(named.map(({ id, name }) => [id, name]))
  // Maps left one by one, or by different hands, are told one by one: each has its own end.
  const partings = new Map<string, Departure[]>()
  for (const one of departures) {
    const key = `${one.ecosystemId} ${one.seq}`
    partings.set(key, [...(partings.get(key) ?? []), one])
  }
  return [...partings.values()].map((ofOne) => {
    const { ecosystemId, ecosystemName, at, byOrganisationId } = ofOne[0]!
    return {
      ecosystemId,
      ecosystem: ecosystemName,
      maps: ofOne.map(({ mapId, mapName }) => ({ id: mapId, name: mapName })),
      leftAt: at.toISOString(),
      until: new Date(at.getTime() + keepsOwnRowsDays * 86_400_000).toISOString(),
      endedBy: byOrganisationId === organisationId ? '' : (names.get(byOrganisationId) ?? ''),
    }
  })
}

/** The rows of a map, with its parties, as this organisation saw them last: nothing of what happened there since. */
export async function readLastSeen(
  tx: Transaction,
  { ecosystemId, mapId, seq }: Departure,
  organisationId: string,
): Promise<VisibleRow[]> {
  const found = await tx.execute<{ kind: VisibleRow['kind']; row: VisibleRow['row'] }>(sql`
    select distinct on (kind, row_id) kind, after as row from history
    where ecosystem_id = ${ecosystemId} and seq < ${seq}
      and (kind = 'party' or (kind = 'map' and row_id = ${mapId}) or after->>'mapId' = ${mapId})
    order by kind, row_id, seq desc, position desc`)
  const keys = new Set([mapKey(mapId), organisationKey(organisationId)])
  const seen = [...found].filter(({ row }) => !row.deleted && isVisible(row.audience, keys)) as VisibleRow[]
  return seen.map((one) => withOwnAudience(one, keys))
}
