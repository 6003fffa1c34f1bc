// A line of an inbox from its row: nothing but what the reader of the rows may see now.
import { nameUnder } from '../comments/standsOn.ts'
import type { RowReader } from '../edits/reader.ts'
import type { Comment, RowKind } from '../model/rows.ts'
import type { NewsLine } from './answers.ts'
import { awaitedStates, type NewsKind } from './news.ts'

/** What is stored of a line: that somebody was called to a row, and nothing of the row. */
export interface StoredNews {
  id: string
  ecosystemId: string
  kind: NewsKind
  rowKind: RowKind
  rowId: string
  byOrganisationId: string
  at: Date
  readAt: Date | null
}

/**
 * @param rows what the reader sees
 * @param nameOf names of the organisations the reader may know; empty for others
 * @returns null when the row, or its map, is not there for the reader, or asks for nothing any more
 */
export function readNews(
  stored: StoredNews,
  rows: RowReader,
  nameOf: (organisationId: string) => string,
): NewsLine | null {
  const row = rows.get(stored.rowKind, stored.rowId)
  if (!row || row.deleted || isSettled(stored.kind, row)) return null
  const place = placeOf(stored, row, rows)
  if (!place) return null
  const organisationId = speakerOf(stored, row)
  return {
    ...{ id: stored.id, kind: stored.kind, at: stored.at.toISOString(), isRead: stored.readAt !== null },
    ecosystemId: stored.ecosystemId,
    map: place.map,
    row: { kind: stored.rowKind, id: row.id },
    about: place.about,
    by: {
      organisation: organisationId ? nameOf(organisationId) : '',
      person: !answers.has(stored.kind) && 'authorName' in row ? row.authorName : '',
    },
    text: wordsOf(stored.kind, row),
    outcome: outcomeOf(stored.kind, row),
  }
}

/** What somebody answered is not said by whoever had asked it. */
const answers: ReadonlySet<NewsKind> = new Set(['answered', 'handoverDecided'])

function isSettled(kind: NewsKind, row: Row): boolean {
  const awaited = awaitedStates[kind]
  return awaited !== undefined && 'state' in row && row.state !== awaited
}

type Row = NonNullable<ReturnType<RowReader['get']>>
type About = NewsLine['about']

/** Where it is: on a map that is there for the reader, or an offer to organise, which concerns the ecosystem as a whole. */
function placeOf(stored: StoredNews, row: Row, rows: RowReader): Pick<NewsLine, 'map' | 'about'> | null {
  if (stored.rowKind === 'handover') {
    const ecosystem = rows.get('ecosystem', stored.ecosystemId)
    if (!ecosystem) return null
    return { map: null, about: { kind: 'ecosystem', id: ecosystem.id, name: ecosystem.name } }
  }
  const map = rows.get('map', 'mapId' in row ? row.mapId : row.id)
  if (!map || map.deleted) return null
  const { id, name } = map
  const whole = { kind: 'map', id, name: unplacedFrom(row) || name } as const
  return { map: { id, name }, about: aboutOf(stored, row, rows) ?? whole }
}

/** Who answered, or whose change voided an agreement, is not what the row says; it is not guessed at. */
function speakerOf({ kind, byOrganisationId }: StoredNews, row: Row): string | null {
  // Whoever is told could read whose it was until then.
  if (kind === 'withdrawn') return byOrganisationId
  if (kind === 'agreementChanged' || kind === 'decided') return null
  if (kind === 'answered' && 'askedOrganisationId' in row) return row.askedOrganisationId
  if (kind === 'handoverDecided' && 'toOrganisationId' in row) return row.toOrganisationId
  if ('organisationId' in row) return row.organisationId
  return kind === 'proposed' ? row.addedByOrganisationId : null
}

function aboutOf({ rowKind }: StoredNews, row: Row, rows: RowReader): About | null {
  if ('replyToId' in row) return ofComment(row, rows)
  if ('targetKind' in row) return named(row.targetKind, row.targetId, rows)
  if ('ownershipId' in row) {
    const touchpointId = rows.get('ownership', row.ownershipId)?.touchpointId
    return touchpointId ? named('touchpoint', touchpointId, rows) : null
  }
  if (rowKind === 'touchpoint' || rowKind === 'link' || rowKind === 'lane' || rowKind === 'map')
    return named(rowKind, row.id, rows)
  if (rowKind === 'contributionRequest' && 'touchpointIds' in row && row.touchpointIds.length > 0)
    return namedFirst(row.touchpointIds, rows)
  if ('touchpointId' in row && row.touchpointId) return named('touchpoint', row.touchpointId, rows)
  if ('stageId' in row && row.stageId) return named('stage', row.stageId, rows)
  if ('laneId' in row && row.laneId) return named('lane', row.laneId, rows)
  return null
}

/** A thread on a party, a round and so on is looked at on its map, and goes by the name of what it stands on. */
function ofComment(comment: Comment, rows: RowReader): About | null {
  const { targetKind, targetId, replyToId } = comment
  const about = named(targetKind, targetId, rows)
  const root = replyToId ? rows.get('comment', replyToId) : comment
  return about && { ...about, name: (root && nameUnder(root, rows)) || about.name }
}

/** Of several chosen cards the first that is there, in whose panel the request stands as in those of the others. */
function namedFirst(touchpointIds: readonly string[], rows: RowReader): About | null {
  const [first, ...others] = touchpointIds.flatMap((id) => named('touchpoint', id, rows) ?? [])
  if (!first || others.length === 0) return first ?? null
  return { ...first, name: `${first.name} and ${others.length} more` }
}

function named(
  kind: Exclude<About['kind'], 'ecosystem' | 'organisation'>,
  id: string,
  rows: RowReader,
): About | null {
  const row = rows.get(kind, id)
  if (!row || row.deleted) return null
  if ('fromTouchpointId' in row) return { kind, id, name: row.passes || 'a handoff' }
  const ofParty = 'partyId' in row ? rows.get('party', row.partyId)?.name : undefined
  return { kind, id, name: row.name || ofParty || 'a lane' }
}

function outcomeOf(kind: NewsKind, row: Row): NewsLine['outcome'] {
  if (kind !== 'decided' && !answers.has(kind)) return null
  if (!('state' in row)) return null
  if (row.state === 'accepted' || row.state === 'done') return 'yes'
  return row.state === 'declined' ? 'no' : null
}

const unplacedFrom = (row: Row) => ('unplacedFrom' in row ? (row.unplacedFrom ?? '') : '')

function wordsOf(kind: NewsKind, row: Row): string {
  if ('replyToId' in row) return (row as Comment).text
  if ('askedOrganisationId' in row) return kind === 'answered' ? row.answer : row.text
  return 'askedOrganisationIds' in row ? row.name : ''
}
