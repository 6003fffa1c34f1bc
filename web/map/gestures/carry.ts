// Moving cards with the keys to the stage or lane beside, and where a new one begins.
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import { type Cell, cellBeside } from '../drawing/cells.ts'
import type { Direction } from '../drawing/neighbours.ts'
import type { Journey, JourneyCard } from '../journey/journey.ts'
import { byRank } from '../journey/readJourney.ts'
import type { MapState } from '../mapState.ts'
import type { MapView } from '../useMap.ts'
import type { Move } from './fromFlow.ts'

/** The chosen cards, or the one the keys stand on where none is chosen. */
export function chosenCards({ selected, focusedId }: MapState, { cards }: Journey): string[] {
  const chosen = [...selected].filter((id) => cards.has(id))
  if (chosen.length > 0) return chosen
  return focusedId && cards.has(focusedId) ? [focusedId] : []
}

/** All chosen cards one stage or lane on; null where one of them is at the edge, since they keep their distances. */
export function carry(
  direction: Direction,
  view: Pick<MapView, 'journey' | 'drawing' | 'state'>,
): Move | null {
  const { journey, drawing, state } = view
  const moving = chosenCards(state, journey).flatMap((id) => journey.cards.get(id) ?? [])
  const focused = moving.find(({ id }) => id === state.focusedId) ?? moving[0]
  if (!focused) return null
  const beside = moving.map((card) => cellBeside(card, direction, drawing, journey))
  const to = beside[moving.indexOf(focused)]
  if (!to || beside.includes(null)) return null
  const here = cellOf(focused)
  const isHere = (card: JourneyCard) => isSame(cellOf(card), here)
  const inOrder = moving.toSorted(
    (left, right) =>
      Number(isHere(right)) - Number(isHere(left)) || byRank(left.touchpoint, right.touchpoint),
  )
  return { cardIds: inOrder.map(({ id }) => id), to, before: null }
}

/** The first of these cells that takes a new card. */
export function firstOpen(
  cells: readonly Cell[],
  whyNot: (actions: readonly ActionInput[]) => string | null,
): Cell | undefined {
  const added = { type: 'touchpoint.add', id: crypto.randomUUID(), rank: 'a0', name: 'New' } as const
  return cells.find((cell) => whyNot([{ ...added, ...cell }]) === null)
}

function cellOf({ laneId, touchpoint: { stageId } }: JourneyCard): Cell {
  return { laneId, stageId }
}

function isSame(left: Cell, right: Cell): boolean {
  return left.laneId === right.laneId && left.stageId === right.stageId
}
