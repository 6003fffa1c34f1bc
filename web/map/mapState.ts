// What is chosen on the map: it belongs to the person looking, never to the rows.
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { MoveProposal } from './gestures/proposeMove.ts'
import type { Draft } from './journey/withDraft.ts'

export type Naming = { kind: 'new'; draft: Draft } | { kind: 'rename'; id: string }

/** A move of cards of which some are not ours to move: the same may be proposed of those. */
export interface Proposing {
  /** The cards that move with it. */
  ours: string[]
  asked: MoveProposal[]
  /** What can neither be moved nor be proposed to move, and why not. */
  staying: { cardId: string; reason: string }[]
  /** The one edit that moves ours and proposes the others'. */
  actions: ActionInput[]
  /** Within the canvas, where the card was let go; null for a move by the keys. */
  at: { x: number; y: number } | null
}

export interface MapState {
  /** Cards (and a link) that gestures act on. */
  selected: ReadonlySet<string>
  /** The row the arrow keys stand on: a card, link, lane, stage or the map. */
  focusedId: string | null
  naming: Naming | null
  /** The card a link is being drawn from by keyboard. */
  linkingFrom: string | null
  /** Two cards of different parties being connected: it is asked how they belong together. `at` within the canvas. */
  connecting: { from: string; to: string; at: { x: number; y: number } | null } | null
  proposing: Proposing | null
  /** A hand is on the canvas: what is drawn stays where it is until it lets go. */
  isHeld: boolean
  /** What a command that takes a moment is doing or has done, for the status line. */
  told: string | null
  /** On a strategic map: what waits behind the few fields of a card. */
  isMoreShown: boolean
  /** Marks one has just made, which nobody else sees yet. */
  justMarked: readonly string[]
}

export const nothingChosen: MapState = {
  selected: new Set(),
  focusedId: null,
  naming: null,
  linkingFrom: null,
  connecting: null,
  proposing: null,
  isHeld: false,
  told: null,
  isMoreShown: false,
  justMarked: [],
}

export function focusOn(state: MapState, id: string | null): MapState {
  return { ...state, focusedId: id, selected: id === null ? new Set() : new Set([id]) }
}

export function namingId(naming: Naming | null): string | null {
  if (!naming) return null
  return naming.kind === 'new' ? naming.draft.id : naming.id
}
