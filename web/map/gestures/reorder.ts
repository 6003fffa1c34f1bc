// Cards one place earlier or later among what stands in the same lane and stage.
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { Side, Touchpoint } from '../../../shared/model/rows.ts'
import type { Cell } from '../drawing/cells.ts'
import type { Journey } from '../journey/journey.ts'
import { hasLineOfVisibility, standsAbove } from '../journey/lineOfVisibility.ts'
import { placeCard, placesIn } from './fromFlow.ts'
import { ranksBetween } from './ranks.ts'

/** The line of visibility among what stands above and below it: one steps across it as past a card. */
const line = { id: 'line', rank: null }
type Place = Touchpoint | Side | typeof line

/** In each cell on its own: what is at its end already stays, and those behind it close up. Empty where nothing can move. */
export function reorder(cardIds: readonly string[], by: -1 | 1, journey: Journey): ActionInput[] {
  const moving = new Set(cardIds)
  const cells = new Map(
    cardIds.flatMap((id) => {
      const card = journey.cards.get(id)
      if (!card) return []
      const { laneId, stageId } = card.touchpoint
      return [[`${laneId} ${stageId}`, { laneId, stageId }] as const]
    }),
  )
  return [...cells.values()].flatMap((cell) => {
    const places = standing(cell, journey)
    const wanted = by < 0 ? steppedUp(places, moving) : steppedUp(places.toReversed(), moving).toReversed()
    const side = (id: string) => {
      const at = wanted.indexOf(line)
      return at < 0 ? {} : { customerSees: wanted.findIndex((place) => place.id === id) < at }
    }
    return ranked(places, wanted, moving).flatMap(({ id, rank }) => {
      const card = journey.cards.get(id)!
      return placeCard(card, { ...cell, ...side(id), rank }) ?? []
    })
  })
}

/** What stands in a cell from top to bottom, the line among it where its lane has one. */
function standing(cell: Cell, journey: Journey): Place[] {
  const places = placesIn(cell, journey)
  if (!hasLineOfVisibility(cell.laneId, journey)) return places
  const [seen, behind] = [true, false].map((wanted) =>
    places.filter(({ id }) => standsAbove(id, journey) === wanted),
  )
  return [...seen!, line, ...behind!]
}

/** Each that moves goes before the one ahead of it, unless that one moves as well. */
function steppedUp(places: readonly Place[], moving: ReadonlySet<string>): Place[] {
  const order = [...places]
  for (let at = 1; at < order.length; at += 1) {
    const [ahead, own] = [order[at - 1]!, order[at]!]
    if (moving.has(own.id) && !moving.has(ahead.id)) order.splice(at - 1, 2, own, ahead)
  }
  return order
}

/** New ranks for what moves and has another place now; all others keep theirs. */
function ranked(before: readonly Place[], after: readonly Place[], moving: ReadonlySet<string>) {
  const isMoved = (at: number) => after[at] !== before[at] && moving.has(after[at]?.id ?? '')
  const found: { id: string; rank: string }[] = []
  for (let from = 0; from < after.length; from += 1) {
    if (!isMoved(from)) continue
    let to = from
    while (isMoved(to)) to += 1
    const ranks = ranksBetween(after[from - 1]?.rank ?? null, after[to]?.rank ?? null, to - from)
    found.push(...ranks.map((rank, index) => ({ id: after[from + index]!.id, rank })))
    from = to
  }
  return found
}
