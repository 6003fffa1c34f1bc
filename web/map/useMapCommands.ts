// What one can do on the map, by mouse, key or menu: each ends in at most one edit.
import { useRef } from 'react'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { MarkKind } from '../../shared/model/perspective.ts'
import type { Cell } from './drawing/cells.ts'
import { copyCards, copyOf, pasteCards } from './gestures/copies.ts'
import { type Move, moveCards } from './gestures/fromFlow.ts'
import { toggleMark } from './gestures/marks.ts'
import { moveSide, type SideMove } from './gestures/moveSide.ts'
import { reorder } from './gestures/reorder.ts'
import type { Lens } from './lens.ts'
import { focusOn, type Proposing } from './mapState.ts'
import { moveOrPropose } from './moves/moveOrPropose.ts'
import { type After, beginCard, beginRename, cancelName, commitName } from './naming.ts'
import type { MapView } from './useMap.ts'

const readMilliseconds = 12_000

/** The same object throughout the life of the page; it always acts on the latest state. */
export class MapCommands {
  /** Set by the page before each render. */
  view!: MapView
  /** Opens the panel for a row, or closes it. */
  openPanel: (id: string | null) => void = () => {}
  showLens: (lens: Lens) => void = () => {}
  showHelp: () => void = () => {}

  /** Makes an edit, unless the map is read-only. @returns whether it was made on screen. */
  change(actions: readonly ActionInput[], title: string): boolean {
    const { readOnly, ecosystem } = this.view
    if (readOnly || actions.length === 0) return false
    const refusal = ecosystem.check(actions)
    void ecosystem.change(actions, title)
    return refusal === null
  }

  /** The reason these actions would be refused, or null. */
  whyNot(actions: readonly ActionInput[]): string | null {
    if (this.view.readOnly) return this.view.readOnly
    return this.view.ecosystem.check(actions)?.message ?? null
  }

  /** Whether these would be done; where not, the reason is told at once, before anybody has typed anything. */
  allows(actions: readonly ActionInput[], title: string): boolean {
    const { ecosystem } = this.view
    const reason = this.whyNot(actions)
    const isTold = ecosystem.notices.some((known) => known.title === title && known.message === reason)
    // What is refused here is told as a notice; that one only looks on stands in the status line anyway.
    if (reason !== null && !isTold && !this.view.readOnly) ecosystem.tell(title, reason)
    return reason === null
  }

  /** Keeps the drawing as it is while a hand is on the canvas. */
  hold(isHeld: boolean): void {
    this.view.setState((state) => (state.isHeld === isHeld ? state : { ...state, isHeld }))
  }

  /** Says something in the status line; null takes it away. */
  tell(told: string | null): void {
    this.view.setState((state) => ({ ...state, told }))
  }

  /** The same for a moment. */
  say(words: string): void {
    this.tell(words)
    setTimeout(() => {
      if (this.view.state.told === words) this.tell(null)
    }, readMilliseconds)
  }

  showMore(isMoreShown: boolean): void {
    this.view.setState((state) => ({ ...state, isMoreShown }))
  }

  /** Marks a row that an address leads to, unless it is chosen already. */
  point(id: string): void {
    this.view?.setState((state) =>
      state.focusedId === id || state.selected.has(id) ? state : focusOn(state, id),
    )
  }

  focus(id: string | null): void {
    this.view.setState((state) => focusOn(state, id))
  }

  /** Begins a new card in a cell, its name to be typed in place. */
  addCard(cell: Cell, before: string | null = null): void {
    beginCard(cell, before, this)
  }

  rename(id: string): void {
    beginRename(id, this)
  }

  /** Leaves a new card unmade and goes back to the card before it, so that the keys go on from there. */
  cancelName(): void {
    cancelName(this)
  }

  /** The typed name becomes the card's; then the next card begins where one asked for it. */
  commitName(typed: string, after: After): void {
    commitName(typed, after, this)
  }

  /** @param at where it was let go, within the canvas */
  move(move: Move, at: Proposing['at'] = null): void {
    const { journey, drawing } = this.view
    moveOrPropose(moveCards(move, journey, drawing), moveTitle(move.cardIds), at, this)
  }

  /** One place earlier or later within their stages. @returns whether there was such a place */
  reorder(cardIds: readonly string[], by: -1 | 1): boolean {
    const actions = reorder(cardIds, by, this.view.journey)
    moveOrPropose(actions, moveTitle(actions), null, this)
    return actions.length > 0
  }

  moveSide(move: SideMove): void {
    const { journey, ecosystem } = this.view
    this.change(moveSide(move, journey, ecosystem.rows), 'Move its other side')
  }

  /** Deletes what is selected: cards with their links, or a link. */
  removeSelected(): void {
    const { journey, state } = this.view
    const actions = [...state.selected].flatMap((id): ActionInput[] => {
      if (journey.cards.has(id)) return [{ type: 'touchpoint.remove', id }]
      return journey.links.has(id) ? [{ type: 'link.remove', id }] : []
    })
    const title = actions.length > 1 ? `Delete ${actions.length}` : 'Delete'
    if (!this.change(actions, title)) return
    this.openPanel(null)
    this.focus(null)
  }

  duplicate(): void {
    const { journey, state } = this.view
    this.#paste(copyCards([...state.selected], journey), null, 'Duplicate')
  }

  copy(): void {
    const { journey, state } = this.view
    const copied = copyCards([...state.selected], journey)
    if (copied.cards.length > 0) copyOf.current = copied
  }

  /** Pastes into the cell of the focused card; where the cards came from while one of those has the focus, or none. */
  paste(): void {
    const { journey, state } = this.view
    const copied = copyOf.current
    const isOriginal = copied?.cards.some(({ id }) => id === state.focusedId)
    const card = state.focusedId && !isOriginal ? journey.cards.get(state.focusedId) : undefined
    const cell = card && { laneId: card.laneId, stageId: card.touchpoint.stageId }
    if (copied) this.#paste(copied, cell ?? null, 'Paste')
  }

  #paste(copied: NonNullable<typeof copyOf.current>, cell: Cell | null, title: string): void {
    const { actions, cardIds } = pasteCards(copied, cell, this.view.journey, this.view.drawing)
    if (!this.change(actions, title)) return
    this.view.setState((state) => ({
      ...state,
      focusedId: cardIds[0] ?? null,
      selected: new Set(cardIds),
    }))
  }

  /** Puts our mark on the selected cards and links, or takes it off where all of them have it. */
  toggleMark(kind: MarkKind): void {
    const { actions, isMarking } = toggleMark(kind, this.view)
    const title = `${isMarking ? 'Mark' : 'Unmark'} ${markNames[kind]}`
    if (!this.change(actions, title)) return
    const justMarked = actions.flatMap((action) => (action.type === 'mark.add' ? [action.id] : []))
    this.view.setState((now) => ({ ...now, justMarked }))
  }
}

function moveTitle({ length }: { length: number }): string {
  return `Move ${length > 1 ? `${length} touchpoints` : 'a touchpoint'}`
}

export const markNames: Record<MarkKind, string> = {
  pain: 'pain',
  delight: 'delight',
  momentOfTruth: 'moment of truth',
}

type Leads = Pick<MapCommands, 'openPanel' | 'showLens' | 'showHelp'>

export function useMapCommands(view: MapView | null, leads: Leads): MapCommands {
  const commands = useRef<MapCommands>(null)
  commands.current ??= new MapCommands()
  if (view) commands.current.view = view
  return Object.assign(commands.current, leads)
}
