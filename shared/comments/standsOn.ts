// A thread about something that is not for everybody, such as a view or a blind round, is read by nobody who may not read that.
import { mapKey, organisationKey } from '../audience/audience.ts'
import type { RowReader } from '../edits/reader.ts'
import type { Comment, RowOf } from '../model/rows.ts'
import { organisationsOfRound } from '../rounds/roundAudience.ts'
import { keeperOf } from '../rules/standing.ts'

/** Kinds of rows that a thread stands on beside the object it is about: of a mark or a view its card, of the others the map. */
export const standingKinds = [
  'mark',
  'perspective',
  'party',
  'round',
  'contributionRequest',
  'session',
  'sticky',
] as const
export type StandingKind = (typeof standingKinds)[number]

/** Which of them a thread stands on. */
export type StandsOn = Pick<Comment, `${StandingKind}Id`>

/** One of them, with its kind. */
export type Under = { [K in StandingKind]: { kind: K; row: RowOf<K> } }[StandingKind]

/** What a thread stands on beside its object: none of them for one on the object as such. */
export function kindUnder(place: Partial<StandsOn>): StandingKind | undefined {
  return standingKinds.find((kind) => place[`${kind}Id`])
}

/** The row itself; undefined where the thread stands on the object as such, or the reader does not see it. */
export function rowUnder(place: Partial<StandsOn>, rows: RowReader): Under | undefined {
  const kind = kindUnder(place)
  const row = kind && rows.get(kind, place[`${kind}Id`]!)
  return row && ({ kind, row } as Under)
}

/** What a thread is called after that stands on something with a name of its own; empty for the others. */
export function nameUnder(place: Partial<StandsOn>, rows: RowReader): string {
  const under = rowUnder(place, rows)
  if (!under || under.row.deleted) return ''
  if (under.kind === 'sticky') return under.row.text
  return 'name' in under.row ? under.row.name : ''
}

/**
 * The most that a thread may be for. Who else reads what an organisation shares with some is for that organisation alone to
 * know: others talk about it with that one. Of a round and a request everybody who reads it knows who else does.
 * @returns null where it may be for everybody
 */
export function mostReaders(
  thread: Partial<StandsOn> & Pick<Comment, 'mapId' | 'organisationId'>,
  rows: RowReader,
): readonly string[] | null {
  const under = rowUnder(thread, rows)
  if (!under || under.row.audience.includes(mapKey(thread.mapId))) return null
  const owner = ownerOf(under)
  const named = owner === thread.organisationId ? under.row.audience : []
  return [...new Set([thread.organisationId, ...knownReadersOf(under)].map(organisationKey)), ...named]
}

function knownReadersOf(under: Under): string[] {
  if (under.kind === 'round') return organisationsOfRound(under.row)
  if (under.kind === 'contributionRequest') return [under.row.organisationId, under.row.askedOrganisationId]
  return [ownerOf(under)]
}

function ownerOf({ kind, row }: Under): string {
  return kind === 'party' ? keeperOf(row) : row.organisationId
}
