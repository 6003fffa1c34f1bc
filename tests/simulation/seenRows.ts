import { type AudienceKey, organisationKey, type Viewer } from '../../shared/audience/audience.ts'
import { type AudienceChange, type ChangeReader, looksTheSame } from '../../shared/audience/audienceChange.ts'
import { changedFields } from '../../shared/edits/draft.ts'
import type { VisibleRow } from '../../shared/edits/exchange.ts'
import { type RowChange, type RowReader, referenceKey } from '../../shared/edits/reader.ts'
import type { AnyRow, Party, RowKind } from '../../shared/model/rows.ts'
import type { MemoryEcosystem } from './memoryRows.ts'

/** The rows of an ecosystem through somebody's eyes, without copying any. */
export function seenRows(
  ecosystem: MemoryEcosystem,
  viewer: Viewer,
  sees: (audience: readonly string[]) => boolean,
  /** Earlier edits of the same request, and ids of rows they have changed: those are known, whoever may see them by now. */
  changed: ReadonlySet<string>,
): RowReader {
  const isSeen = (row: AnyRow | undefined) => row !== undefined && (sees(row.audience) || changed.has(row.id))
  return {
    get: (kind, id) => {
      const row = ecosystem.rows.get(kind, id)
      return isSeen(row as AnyRow | undefined) ? row : undefined
    },
    list: (kind, field, value) =>
      ecosystem.rows.list(kind, field, value).filter((row) => !row.deleted && isSeen(row as AnyRow)),
    changesOf: (edit) => {
      const changes = ecosystem.changesOf(edit, viewer)
      if (changed.has(referenceKey(edit))) return changes
      const seen = changes?.filter((change) => isSeenBeforeAndAfter(change, sees))
      return seen && seen.length > 0 ? seen : undefined
    },
  }
}

/** Readers get the part of an audience that they are in; all of it only where sharing is their own to decide. */
export function withOwnAudience(
  one: { kind: RowKind; row: AnyRow },
  keys: ReadonlySet<AudienceKey>,
): VisibleRow {
  const { row } = one
  if ('organisationId' in row && keys.has(organisationKey(row.organisationId))) return one as VisibleRow
  const { audience: _, ...versions } = row.versions
  return {
    ...one,
    row: { ...row, audience: row.audience.filter((key) => keys.has(key)), versions },
  } as VisibleRow
}

/** Only who else sees the row has changed, or who holds a party among those the reader does not know. */
export function looksAsBefore(
  { kind, row }: { kind: RowKind; row: AnyRow },
  seq: number,
  reader: ChangeReader,
  { history }: MemoryEcosystem,
): boolean {
  for (let place = history.length - 1; place >= 0 && history[place]!.seq > seq; place--) {
    const { change } = history[place]!
    if (change.kind !== kind || change.id !== row.id) continue
    if (!looksTheSame(audienceChangeOf(change), reader)) return false
  }
  return true
}

/** For whom a change is one. */
export function audienceChangeOf({ before, after }: RowChange): AudienceChange {
  const isAlone = before && changedFields(before, after).every((field) => whoseFields.has(field))
  const organisationId = 'organisationId' in after ? after.organisationId : null
  const named = isParty(after) && { before: holdersOf(before as Party | null), after: holdersOf(after) }
  const audiences = { before: isAlone ? before.audience : null, after: after.audience, organisationId }
  return { ...audiences, named: named || null }
}

const whoseFields = new Set(['audience', 'heldByOrganisationId', 'stewardOrganisationId'])
const isParty = (row: AnyRow): row is Party => 'stewardOrganisationId' in row
const holdersOf = (party: Party | null) => [
  party?.heldByOrganisationId ?? null,
  party?.stewardOrganisationId ?? null,
]

/** History is for those who saw the row before and after. */
function isSeenBeforeAndAfter({ before, after }: RowChange, sees: (audience: readonly string[]) => boolean) {
  const earlier: readonly string[] = before?.audience ?? after.audience
  return sees(earlier.filter((key) => (after.audience as readonly string[]).includes(key)))
}
