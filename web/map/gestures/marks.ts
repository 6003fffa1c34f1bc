import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { MarkKind } from '../../../shared/model/perspective.ts'
import type { MapView } from '../useMap.ts'

/** Our mark on the chosen cards and links; off again where all of them have it. */
export function toggleMark(
  kind: MarkKind,
  { journey, state, ecosystem: { rows, author } }: Pick<MapView, 'journey' | 'state' | 'ecosystem'>,
): { actions: ActionInput[]; isMarking: boolean } {
  const targets = [...state.selected].filter((id) => journey.cards.has(id) || journey.links.has(id))
  const ours = (id: string) =>
    rows
      .list('mark', 'targetId', id)
      .find((row) => !row.deleted && row.kind === kind && row.organisationId === author.organisationId)
  const missing = targets.filter((id) => !ours(id))
  const isMarking = missing.length > 0
  const actions = isMarking
    ? missing.map((targetId) =>
        newMark({ targetKind: journey.cards.has(targetId) ? 'touchpoint' : 'link', targetId }, kind),
      )
    : targets.map((id): ActionInput => ({ type: 'mark.remove', id: ours(id)!.id }))
  return { actions, isMarking }
}

/** Our organisation's alone: sharing it names its recipients first. */
export function newMark(
  target: { targetKind: 'touchpoint' | 'link'; targetId: string },
  kind: MarkKind,
): ActionInput {
  return { type: 'mark.add', id: crypto.randomUUID(), ...target, kind, statement: '', with: 'organisation' }
}
