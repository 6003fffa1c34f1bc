import { generateNKeysBetween } from 'fractional-indexing'
import { addToGroup } from './addToGroup.ts'
import type { LayoutCard, LayoutInput, TidiedCard } from './types.ts'

/** What is to be stored of a card so that it stands where tidying up has put it. */
export interface TidiedPlace {
  cardId: string
  column?: number
  rank?: string
}

/** The fields that must change, card by card: nothing for a card that stands well already, or may not be moved. */
export function tidiedPlaces(
  input: LayoutInput,
  found: readonly TidiedCard[],
  movable: ReadonlySet<string> = new Set(input.cards.map(({ id }) => id)),
): TidiedPlace[] {
  const known = new Map(found.map((place) => [place.cardId, place]))
  const ranks = newRanks(input, known, movable)
  return input.cards.flatMap((card): TidiedPlace[] => {
    const place = known.get(card.id)
    if (!place || !movable.has(card.id)) return []
    const column = place.column === (card.column ?? null) ? undefined : place.column
    const rank = ranks.get(card.id)
    if (column === undefined && rank === undefined) return []
    return [{ cardId: card.id, ...(column !== undefined && { column }), ...(rank !== undefined && { rank }) }]
  })
}

/** New ranks for the cells whose cards have another order, unless a card of the cell must keep its own. */
function newRanks(
  { cards }: LayoutInput,
  found: ReadonlyMap<string, TidiedCard>,
  movable: ReadonlySet<string>,
): Map<string, string> {
  const ranks = new Map<string, string>()
  const cells = new Map<string, LayoutCard[]>()
  for (const card of cards) addToGroup(cells, `${card.laneId} ${card.stageId}`, card)
  for (const cell of cells.values()) {
    if (!cell.every(({ id }) => movable.has(id) && found.has(id))) continue
    const before = cell.toSorted(byRank)
    const after = cell.toSorted((a, b) => found.get(a.id)!.order - found.get(b.id)!.order)
    if (after.every((card, index) => card === before[index])) continue
    const keys = generateNKeysBetween(null, null, after.length)
    after.forEach((card, index) => {
      if (card.rank !== keys[index]) ranks.set(card.id, keys[index]!)
    })
  }
  return ranks
}

function byRank(left: LayoutCard, right: LayoutCard): number {
  if (left.rank !== right.rank) return left.rank < right.rank ? -1 : 1
  return left.id < right.id ? -1 : 1
}
