// All that live lines read, through the one door.
import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { AudienceKey, Viewer } from '../../shared/audience/audience.ts'
import type { AudienceChange } from '../../shared/audience/audienceChange.ts'
import { rowKey } from '../../shared/edits/reader.ts'
import type { RowName } from '../../shared/live/messages.ts'
import type { Door, Transaction } from '../database/door.ts'
import { people, sessions } from '../database/tables/accounts.ts'
import { ecosystemCounters, history, tombstones } from '../database/tables/edits.ts'
import { hasPlaceIn } from '../database/tables/governed.ts'
import { news } from '../database/tables/inbox.ts'
import { tables } from '../database/tables/rows.ts'
import { audienceChange } from '../edits/audienceChanges.ts'
import { readKeys, readNames, standingOf } from '../edits/standing.ts'
import { readCalledBeside } from './calledBeside.ts'

export interface Counter {
  seq: number
  epoch: number
}

/** How far these ecosystems have come, and the living ones among these sessions with the name of whoever they belong to. */
export function readPulse(
  door: Door,
  ecosystemIds: readonly string[],
  sessionIds: readonly string[],
  now: Date,
): Promise<{ counters: Map<string, Counter>; names: Map<string, string> }> {
  return door.asSystem('see whether open lines still stand', async (tx) => {
    const [counters, living] = await Promise.all([
      tx
        .select()
        .from(ecosystemCounters)
        .where(inArray(ecosystemCounters.ecosystemId, [...ecosystemIds])),
      tx
        .select({ id: sessions.id, name: people.name })
        .from(sessions)
        .innerJoin(people, eq(people.id, sessions.personId))
        .where(and(inArray(sessions.id, [...sessionIds]), gt(sessions.expiresAt, now))),
    ])
    return {
      counters: new Map(counters.map(({ ecosystemId, seq, epoch }) => [ecosystemId, { seq, epoch }])),
      names: new Map(living.map(({ id, name }) => [id, name])),
    }
  })
}

export interface Standing {
  keys: ReadonlySet<AudienceKey>
  known: ReadonlySet<string>
  /** Moves when a pull would start the viewer afresh. */
  standing: string
  organisation: string
}

/** What a viewer stands on now; null when the ecosystem is not there for it. */
export function readStandingIn(door: Door, viewer: Viewer, ecosystemId: string): Promise<Standing | null> {
  return door.asViewer(viewer, async (tx) => {
    const [place, keys, names] = await Promise.all([
      tx
        .select({ id: ecosystemCounters.ecosystemId })
        .from(ecosystemCounters)
        .where(
          and(eq(ecosystemCounters.ecosystemId, ecosystemId), hasPlaceIn(ecosystemCounters.ecosystemId)),
        ),
      readKeys(tx),
      readNames(tx),
    ])
    if (place.length === 0) return null
    const organisation = names.find(({ id }) => id === viewer.organisationId)?.name ?? ''
    const known = new Set(names.map(({ id }) => id))
    return { keys, known, standing: standingOf(keys, names), organisation }
  })
}

export interface Concerned {
  /** What has changed, for those who see it. */
  changes: readonly AudienceChange[]
  /** The keys of those who lost sight of a row. */
  lost: readonly AudienceKey[]
  /** Which of the rows asked about have changed. */
  rowIds: ReadonlySet<string>
  /** Whose inboxes may say something else since, with who may see the row the line is about. */
  called: readonly Called[]
}

export interface Called extends Viewer {
  change: AudienceChange
}

interface Asked {
  rowIds: readonly string[]
  /** People of whom one wants to know whether they are called. */
  personIds: readonly string[]
}

/** Whom the changes after `seq` concern. */
export function readWhomItConcerns(
  door: Door,
  ecosystemId: string,
  seq: number,
  asked: Asked,
): Promise<Concerned> {
  return door.asSystem('tell those who may see what has changed', async (tx) => {
    const since = and(eq(history.ecosystemId, ecosystemId), gt(history.seq, seq))
    const isAskedPerson = inArray(news.personId, [...asked.personIds])
    const isAbout = and(eq(news.ecosystemId, history.ecosystemId), eq(news.rowId, history.rowId))
    const [changes, lost, rows, called, beside] = await Promise.all([
      tx.selectDistinct(audienceChange).from(history).where(since),
      tx.execute<{ key: string }>(sql`
        select distinct unnest(audience) as key from ${tombstones}
          where ${and(eq(tombstones.ecosystemId, ecosystemId), gt(tombstones.seq, seq))}`),
      asked.rowIds.length === 0
        ? []
        : tx
            .selectDistinct({ id: history.rowId })
            .from(history)
            .where(and(since, inArray(history.rowId, [...asked.rowIds]))),
      tx
        .selectDistinct({
          personId: news.personId,
          organisationId: news.organisationId,
          change: audienceChange,
        })
        .from(history)
        .innerJoin(news, and(isAbout, eq(news.rowKind, sql`${history.kind}`), isNull(news.readAt)))
        .where(and(since, isAskedPerson)),
      readCalledBeside(tx, ecosystemId, seq, asked.personIds),
    ])
    return {
      changes,
      lost: lost.map(({ key }) => key),
      rowIds: new Set(rows.map(({ id }) => id)),
      called: [...called, ...beside],
    }
  })
}

/** Who may see each of these rows now; a row that is not there (any more) is nobody's. */
export function readAudiences(
  door: Door,
  ecosystemId: string,
  names: readonly RowName[],
): Promise<ReadonlyMap<string, readonly AudienceKey[]>> {
  return door.asSystem('show only to those who may see it what somebody is at', async (tx) => {
    const kinds = [...new Set(names.map(({ kind }) => kind))]
    const found = await Promise.all(kinds.map((kind) => audiencesOf(tx, ecosystemId, kind, names)))
    return new Map(found.flat().map(({ key, audience }) => [key, audience]))
  })
}

async function audiencesOf(
  tx: Transaction,
  ecosystemId: string,
  kind: RowName['kind'],
  names: readonly RowName[],
) {
  const table = tables[kind] as unknown as (typeof tables)['lane']
  const ids = names.filter((name) => name.kind === kind).map(({ id }) => id)
  const rows = await tx
    .select({ id: table.id, audience: table.audience })
    .from(table)
    .where(and(eq(table.ecosystemId, ecosystemId), inArray(table.id, ids), eq(table.deleted, false)))
  return rows.map(({ id, audience }) => ({ key: rowKey({ kind, id }), audience }))
}
