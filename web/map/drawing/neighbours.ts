// Where the arrow keys lead: along links and lanes to the right and left, from lane to lane up and down.
import type { Drawing, DrawnCard } from '../../../shared/layout/types.ts'
import type { Journey } from '../journey/journey.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

/** The card the arrow leads to; null at the edge of the map. */
export function neighbourOf(
  cardId: string,
  direction: Direction,
  drawing: Drawing,
  journey: Journey,
): string | null {
  const touchpointOf = (id: string) => journey.sides.get(id)?.cardId ?? id
  const parts = drawing.cards.filter(({ id }) => touchpointOf(id) === cardId).sort((a, b) => a.y - b.y)
  const here = parts.find(({ id }) => id === cardId)
  if (!here) return null
  // What is one touchpoint in two lanes is left at its far end, and stepped on from either lane.
  const cards = drawing.cards.filter((card) => !parts.includes(card) && !journey.ghosts.has(card.id))
  const others = { ...drawing, cards }
  const found =
    direction === 'left' || direction === 'right'
      ? along(here, direction === 'right' ? 1 : -1, others, journey)
      : across(direction === 'down' ? parts.at(-1)! : parts[0]!, direction === 'down' ? 1 : -1, others)
  return found ? touchpointOf(found.id) : null
}

/** The card with which reading begins: the leftmost of the uppermost lane that has one. */
export function firstCard(drawing: Drawing, journey: Journey): string | null {
  const cards = drawing.cards.filter(({ id }) => !journey.ghosts.has(id))
  const sorted = cards.toSorted((left, right) => left.x - right.x || left.y - right.y)
  const first = sorted[0]?.id
  return first ? (journey.sides.get(first)?.cardId ?? first) : null
}

function along(here: DrawnCard, sign: 1 | -1, drawing: Drawing, journey: Journey): DrawnCard | null {
  const linked = new Set<string>()
  for (const { link } of journey.links.values()) {
    if (sign > 0 && link.fromTouchpointId === here.id) linked.add(link.toTouchpointId)
    if (sign < 0 && link.toTouchpointId === here.id) linked.add(link.fromTouchpointId)
  }
  const lane = laneOf(here, drawing)
  const ahead = drawing.cards.filter((card) => (card.x - here.x) * sign > 1)
  const inLane = ahead.filter((card) => laneOf(card, drawing) === lane)
  return (
    closest(
      here,
      inLane.filter(({ id }) => linked.has(id)),
    ) ??
    closest(
      here,
      ahead.filter(({ id }) => linked.has(id)),
    ) ??
    closest(here, inLane) ??
    closest(
      here,
      drawing.cards.filter(({ id }) => linked.has(id)),
    )
  )
}

function across(here: DrawnCard, sign: 1 | -1, drawing: Drawing): DrawnCard | null {
  const ahead = drawing.cards.filter((card) => (card.y - here.y) * sign > 1)
  return closest(here, ahead, 2.5)
}

/** `sideways` makes distance across the way count more than distance along it. */
function closest(here: DrawnCard, cards: DrawnCard[], sideways = 1): DrawnCard | null {
  const distance = (card: DrawnCard) => sideways * Math.abs(card.x - here.x) + Math.abs(card.y - here.y)
  return cards.toSorted((left, right) => distance(left) - distance(right))[0] ?? null
}

function laneOf(card: DrawnCard, drawing: Drawing): string | undefined {
  return drawing.lanes.find(({ y, height }) => card.y >= y && card.y <= y + height)?.id
}
