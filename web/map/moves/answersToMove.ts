import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { CardMove } from '../journey/journey.ts'

export interface AnswerToMove {
  label: 'Accept' | 'Decline' | 'Take back'
  /** What the edit is called, for undo. */
  title: string
  actions: ActionInput[]
}

/** All answers there are to a proposed move; whoever shows them asks which of them are one's own to give. */
export function answersToMove({ id }: Pick<CardMove, 'id'>): AnswerToMove[] {
  return [
    {
      label: 'Accept',
      title: 'Accept a proposed move',
      actions: [{ type: 'move.decide', id, accept: true }],
    },
    {
      label: 'Decline',
      title: 'Decline a proposed move',
      actions: [{ type: 'move.decide', id, accept: false }],
    },
    { label: 'Take back', title: 'Take back a proposed move', actions: [{ type: 'move.remove', id }] },
  ]
}
