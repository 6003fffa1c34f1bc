import { z } from 'zod'
import { id } from '../../model/fields.ts'
import type { AnyRow, RowKind, RowOf } from '../../model/rows.ts'
import { decidesPart } from '../../rules/standing.ts'
import { changedFields } from '../draft.ts'
import type { RowChange } from '../reader.ts'
import { Refusal } from '../refusal.ts'
import { defineAction, type Making } from './action.ts'

export const undoActions = [
  /** Reverts what one earlier edit of the same person changed, field by field, where nobody has changed it since. */
  defineAction(
    z.strictObject({
      type: z.literal('edit.undo'),
      clientId: id,
      number: z.number().int().min(1),
      /** Later edits of the same client that have been undone, and the undoing ones: what they counted up is ours. */
      since: z.array(z.number().int().min(1)).max(400).default([]),
    }),
    (action, making) => {
      const changes = making.draft.changesOf({ clientId: action.clientId, number: action.number })
      if (!changes) throw new Refusal('edit.notFound', 'There is nothing left of that edit to undo.')
      // Backwards, so that each right is judged where it was used. Direct changes first: what followed from them returns
      // with them and needs no right of its own.
      const ordered = changes.toReversed().sort((left, right) => Number(left.follows) - Number(right.follows))
      const later = laterByRow(action, making)
      const reverted = ordered.filter((change) => revert(change, later, making))
      if (changes.length > 0 && reverted.length === 0) {
        throw new Refusal(
          'edit.movedOn',
          'Somebody has changed this since. Undoing would overwrite their change.',
        )
      }
    },
  ),
] as const

/** Changes of later edits by the row they changed; a number named twice counts once. */
function laterByRow(action: { clientId: string; since: readonly number[] }, { draft }: Making): LaterByRow {
  const later = new Map<string, RowChange[]>()
  for (const number of new Set(action.since)) {
    for (const change of draft.changesOf({ clientId: action.clientId, number }) ?? []) {
      const key = `${change.kind}/${change.id}`
      later.set(key, [...(later.get(key) ?? []), change])
    }
  }
  return later
}

type LaterByRow = ReadonlyMap<string, readonly RowChange[]>

function revert(change: RowChange, laterChanges: LaterByRow, making: Making): boolean {
  const later = laterChanges.get(`${change.kind}/${change.id}`) ?? []
  const { draft, author } = making
  const current = draft.get(change.kind, change.id)
  if (!current) return false
  // A signature is never brought back for another organisation: it signs again.
  if (change.kind === 'confirmation' && change.after.organisationId !== author.organisationId) return false
  // The organiser's place on a map stays: without it nobody could see the map to bring it back.
  if (change.kind === 'participant' && change.follows) return false
  const reverted = change.before === null ? withoutRow(current) : withEarlierFields(change, current, later)
  if (reverted === null) return false
  draft.put(change.kind, withoutYesOfOther(reverted, current, making) as RowOf<RowKind>, change.follows)
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

function withEarlierFields(
  { before, after }: RowChange,
  current: AnyRow,
  later: readonly RowChange[],
): AnyRow | null {
  const fields = changedFields(before, after).filter((field) => isStillOurs(field, after, current, later))
  if (fields.length === 0) return null
  const earlier = Object.fromEntries(
    fields.map((field) => [field, (before as Record<string, unknown>)[field]]),
  )
  return { ...current, ...earlier } as AnyRow
}

/** True when nobody else has counted the field up since: only we, step by step, back to the value we had set. */
function isStillOurs(field: string, after: AnyRow, current: AnyRow, later: readonly RowChange[]): boolean {
  const ours = later.map((change) => change.after.versions[field])
  let version = after.versions[field] ?? 0
  while (ours.includes(version + 1)) version += 1
  return current.versions[field] === version && !changedFields(current, after).includes(field)
}
