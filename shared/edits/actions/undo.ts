import { z } from 'zod'
import { id } from '../../model/fields.ts'
import { type AnyRow, type RowKind, type RowOf, rowKinds } from '../../model/rows.ts'
import { decidesPart } from '../../rules/standing.ts'
import { changedFields } from '../draft.ts'
import { isStillOurs, laterChanges, mayBePutBack } from '../movedOn.ts'
import { type RowChange, rowKey } from '../reader.ts'
import { Refusal } from '../refusal.ts'
import { defineAction, type Making } from './action.ts'

const number = z.number().int().min(1)

/** A field to put back although somebody has changed it since, in the version that whoever undoes has read. */
const overwritten = z.strictObject({
  kind: z.enum(rowKinds),
  id,
  field: z.string().max(80),
  version: z.number().int().min(0),
})
type Overwritten = z.infer<typeof overwritten>

const undo = z.strictObject({
  type: z.literal('edit.undo'),
  clientId: id,
  number,
  /** Later edits of the same person that have been undone, and the undoing ones: what they counted up is ours. */
  since: z
    .array(z.union([number, z.strictObject({ clientId: id, number })]))
    .max(400)
    .default([]),
  force: z.array(overwritten).max(400).default([]),
})

export const undoActions = [
  /** Reverts what one earlier edit of the same person changed, field by field, where nobody has changed it since or `force` says so. */
  defineAction(undo, (action, making) => {
    const changes = making.draft.changesOf({ clientId: action.clientId, number: action.number })
    // Also where it changed nothing, as somebody else had done the same: whoever undoes it is told why all stays as it is.
    if (!changes?.length) throw new Refusal('edit.notFound', 'There is nothing left of that edit to undo.')
    for (const one of action.force) refuseUnread(one, making)
    // Backwards, so that each right is judged where it was used. Direct changes first: what followed from them returns
    // with them and needs no right of its own.
    const ordered = changes.toReversed().sort((left, right) => Number(left.follows) - Number(right.follows))
    const later = laterChanges(action, making.draft)
    const reverted = ordered.filter((change) =>
      revert(change, later.get(rowKey(change)) ?? [], action.force, making),
    )
    if (reverted.length === 0) throw movedOn()
  }),
] as const

/** Only what one has read may be overwritten: moved on again, it is asked again. */
function refuseUnread({ kind, id: rowId, field, version }: Overwritten, { draft }: Making): void {
  const current = draft.get(kind, rowId)
  if (!mayBePutBack(kind) || (current && (current.versions[field] ?? 0) !== version)) throw movedOn()
}

function movedOn(): Refusal {
  return new Refusal('edit.movedOn', 'Somebody has changed this since. Undoing would overwrite their change.')
}

function revert(
  change: RowChange,
  later: readonly RowChange[],
  force: readonly Overwritten[],
  making: Making,
): boolean {
  const { draft, author } = making
  const current = draft.get(change.kind, change.id)
  if (!current) return false
  // A signature is never brought back for another organisation: it signs again.
  if (change.kind === 'confirmation' && change.after.organisationId !== author.organisationId) return false
  // The convener's place on a map stays: without it nobody could see the map to bring it back.
  if (change.kind === 'participant' && change.follows) return false
  const forced = force.filter(({ kind, id: rowId }) => kind === change.kind && rowId === change.id)
  const fields = forced.map(({ field }) => field)
  const reverted =
    change.before === null ? withoutRow(current) : earlierFields(change, current, later, fields)
  if (reverted === null) return false
  // What merely followed needs no right to return, but overwriting somebody's later change does.
  const follows = change.follows && forced.length === 0
  draft.put(change.kind, withoutYesOfOther(reverted, current, making) as RowOf<RowKind>, follows)
  return true
}

/** What was added goes again, unless somebody has removed it already. */
function withoutRow(current: AnyRow): AnyRow | null {
  return current.deleted ? null : { ...current, deleted: true }
}

/** Who was asked and had said yes to a part is asked again; undo does not answer in its place. */
function withoutYesOfOther(reverted: AnyRow, current: AnyRow, { draft, author }: Making): AnyRow {
  if (!('accountability' in reverted) || !('accountability' in current)) return reverted
  if (reverted.state !== 'accepted' || current.state === 'accepted') return reverted
  return decidesPart(author, reverted, draft) ? reverted : { ...reverted, state: current.state }
}

function earlierFields(
  { before, after }: RowChange,
  current: AnyRow,
  later: readonly RowChange[],
  forced: readonly string[],
): AnyRow | null {
  const fields = changedFields(before, after).filter(
    (field) => forced.includes(field) || isStillOurs(field, after, current, later),
  )
  if (fields.length === 0) return null
  const earlier = Object.fromEntries(
    fields.map((field) => [field, (before as Record<string, unknown>)[field]]),
  )
  return { ...current, ...earlier } as AnyRow
}
