import { and, desc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Viewer } from '../../shared/audience/audience.ts'
import type { InboxAnswer, NewsLine } from '../../shared/inbox/answers.ts'
import { awaitedStates } from '../../shared/inbox/news.ts'
import { readNews, type StoredNews } from '../../shared/inbox/readNews.ts'
import { type RowKind, rowKinds } from '../../shared/model/rows.ts'
import type { Door, Transaction } from '../database/door.ts'
import { isForViewer, viewerKeys } from '../database/tables/governed.ts'
import { news } from '../database/tables/inbox.ts'
import { ecosystems, maps } from '../database/tables/journeys.ts'
import { tables } from '../database/tables/rows.ts'
import { RowsOnDemand } from '../edits/rowsOnDemand.ts'
import { readNames as readOrganisationNames } from '../edits/standing.ts'

const shownLines = 100

/** The latest lines whose rows the viewer may see now; a line whose row is not there for them is neither shown nor counted. */
export function readInbox(door: Door, viewer: Viewer): Promise<InboxAnswer> {
  return door.asViewer(viewer, async (tx) => {
    const [counted, latest] = await Promise.all([
      tx
        .select({ unread: sql<string>`count(*)` })
        .from(news)
        .where(and(isNull(news.readAt), isOwn, hasVisibleRow)),
      tx
        .select()
        .from(news)
        .where(and(isOwn, hasVisibleRow))
        .orderBy(desc(news.at), desc(news.id))
        .limit(shownLines),
    ])
    return { unread: Number(counted[0]!.unread), lines: await readLines(tx, latest) }
  })
}

/** Those of the named lines that the viewer may see now, oldest first. */
export function readNamedLines(door: Door, viewer: Viewer, ids: readonly string[]): Promise<NewsLine[]> {
  return door.asViewer(viewer, async (tx) => {
    const found = await tx
      .select()
      .from(news)
      .where(and(inArray(news.id, [...ids]), isOwn, hasVisibleRow))
      .orderBy(news.at, news.id)
    return readLines(tx, found)
  })
}

/** Reads the rows that lines are about, as the viewer of this transaction. */
async function readLines(tx: Transaction, stored: readonly StoredNews[]): Promise<NewsLine[]> {
  if (stored.length === 0) return []
  const named = await readOrganisationNames(tx)
  const names = new Map(named.map(({ id, name }) => [id, name]))
  const read = new Map<string, NewsLine | null>()
  for (const ecosystemId of new Set(stored.map((line) => line.ecosystemId))) {
    const rows = new RowsOnDemand(tx, ecosystemId)
    const own = stored.filter((line) => line.ecosystemId === ecosystemId)
    const lines = await rows.run(() =>
      own.map((line) => readNews(line, rows, (organisationId) => names.get(organisationId) ?? '')),
    )
    own.forEach((line, index) => {
      read.set(line.id, lines[index]!)
    })
  }
  return stored.flatMap(({ id }) => read.get(id) ?? [])
}

/** Called as this person, in the organisation they act for. */
const isOwn = and(isViewers('person', news.personId), isViewers('org', news.organisationId))

function isViewers(key: 'person' | 'org', column: PgColumn): SQL {
  return sql`(${sql.raw(`'${key}:'`)} || ${column}) = any(${viewerKeys})`
}

const hasVisibleRow: SQL = or(
  ...rowKinds
    .filter((kind) => kind === 'map' || kind === 'handover' || 'mapId' in tables[kind])
    .map(hasVisibleRowOfKind),
)!

function hasVisibleRowOfKind(kind: RowKind): SQL {
  const table = tables[kind] as (typeof tables)['lane']
  const isRow = sql`${table.ecosystemId} = ${news.ecosystemId} and ${table.id} = ${news.rowId} and not ${table.deleted} and ${isForViewer(table)}`
  const place = kind === 'handover' ? isInEcosystem() : isOnMap(kind === 'map' ? table.id : table.mapId)
  const asks = 'state' in table ? sql` and ${isAwaited(table.state as PgColumn)}` : sql``
  return and(eq(news.rowKind, kind), sql`exists (select from ${table} where ${isRow} and ${place}${asks})`)!
}

function isOnMap(mapId: PgColumn): SQL {
  return sql`exists (select from ${maps} as on_map where on_map.id = ${mapId} and not on_map.deleted and on_map.audience && ${viewerKeys})`
}

/** An offer outlives the part of whoever made it. */
function isInEcosystem(): SQL {
  const isAround = sql`around.ecosystem_id = ${news.ecosystemId} and not around.deleted and around.audience && ${viewerKeys}`
  return sql`exists (select from ${ecosystems} as around where ${isAround})`
}

/** What asks for an answer goes once it has one. */
function isAwaited(state: PgColumn): SQL {
  const kinds = Object.entries(awaitedStates)
  const cases = kinds.map(([kind, awaited]) => sql`(${news.kind} = ${kind} and ${state} <> ${awaited})`)
  return sql`not (${sql.join(cases, sql` or `)})`
}
