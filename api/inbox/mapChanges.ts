// What changed on the maps somebody follows, read as they see it at the moment of reading: of what they do not see there is no count.
import { and, desc, eq, gt, inArray, lte, max, ne, not, or, type SQL, sql } from 'drizzle-orm'
import { isChangeFor } from '../../shared/audience/audienceChange.ts'
import type { NewsLine } from '../../shared/inbox/answers.ts'
import { countChanges, followedKinds } from '../../shared/inbox/mapChanges.ts'
import { type Transaction, withinAsSystem } from '../database/door.ts'
import { history } from '../database/tables/edits.ts'
import { isForViewer, viewerKeys } from '../database/tables/governed.ts'
import { audienceChange } from '../edits/audienceChanges.ts'
import { RowsOnDemand } from '../edits/rowsOnDemand.ts'
import { readKeys } from '../edits/standing.ts'

export interface FollowedMap {
  id: string
  ecosystemId: string
  mapId: string
}

interface Span {
  from: Date
  until: Date
  /** What came later is unread; by default all of it. */
  readAt?: Date | null
}

/**
 * The line of a followed map, in the transaction of whoever follows it; null when the map is not there for them, or they see
 * no change by anybody else.
 */
export async function readMapChanges(
  tx: Transaction,
  { id, ecosystemId, mapId }: FollowedMap,
  personId: string,
  { from, until, readAt = null }: Span,
): Promise<NewsLine | null> {
  const isOfMap = or(eq(history.rowId, mapId), sql`${history.after}->>'mapId' = ${mapId}`)
  const isInSpan = and(
    ...[eq(history.ecosystemId, ecosystemId), gt(history.at, from), lte(history.at, until), isOfMap],
    ...[inArray(history.kind, [...followedKinds]), ne(history.personId, personId)],
    eq(history.follows, false),
  )
  const changed = [...(await readChanged(tx, isInSpan)), ...(await readShared(tx, isInSpan))]
  if (changed.length === 0) return null
  const rows = new RowsOnDemand(tx, ecosystemId)
  return rows.run(() => {
    const map = rows.get('map', mapId)
    const seen = changed.filter(({ kind, rowId }) => rows.get(kind, rowId))
    const counts = countChanges(seen, rows)
    if (!map || map.deleted || counts.length === 0) return null
    const latest = new Date(Math.max(...seen.map(({ at }) => Number(at))))
    return {
      ...{ id, ecosystemId, kind: 'changed', at: latest.toISOString(), text: '', outcome: null },
      isRead: readAt !== null && latest <= readAt,
      map: { id: mapId, name: map.name },
      row: { kind: 'map', id: mapId },
      about: { kind: 'map', id: mapId, name: map.name },
      by: { organisation: '', person: '' },
      changes: { since: from.toISOString(), counts },
    }
  })
}

interface Changed {
  kind: (typeof followedKinds)[number]
  rowId: string
  at: Date
}

const changedAudience = sql.raw(`coalesce(before -> 'audience' <> after -> 'audience', false)`)

/** What changed in rows whose readers stayed the same. */
async function readChanged(tx: Transaction, isInSpan: SQL | undefined): Promise<Changed[]> {
  const found = await tx
    .select({ kind: history.kind, rowId: history.rowId, at: max(history.at) })
    .from(history)
    .where(and(isInSpan, not(changedAudience), isForViewer(history)))
    .groupBy(history.kind, history.rowId)
    .orderBy(desc(max(history.at)))
    .limit(mostChanges)
  return found as Changed[]
}

/**
 * What came into the reader's sight. Their past begins with it, so that the history of before is not theirs to read; and with whom
 * else something is shared is no change for them.
 */
async function readShared(tx: Transaction, isInSpan: SQL | undefined): Promise<Changed[]> {
  const isNowForViewer = sql`jsonb_exists_any(${history.after} -> 'audience', ${viewerKeys})`
  const keys = await readKeys(tx)
  const found = await withinAsSystem(tx, () =>
    tx
      .select({ kind: history.kind, rowId: history.rowId, at: history.at, ...audienceChange })
      .from(history)
      .where(and(isInSpan, changedAudience, isNowForViewer))
      .orderBy(desc(history.at))
      .limit(mostChanges),
  )
  return found.filter((one) => isChangeFor(one, { keys, known: new Set() })) as Changed[]
}

const mostChanges = 2_000
