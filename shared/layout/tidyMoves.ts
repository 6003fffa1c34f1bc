/** The small changes that tidying up tries: another sub-column, another order within a cell. */
import type { LayoutCard, LayoutInput } from './types.ts'

export interface Freedom {
  /** Cards whose sub-column may change. */
  movable: ReadonlySet<string>
  /** Cards whose place among those of their cell may change: in their cell all are movable. */
  sortable: ReadonlySet<string>
  random: () => number
  /** False for a change that was tried a short while ago: around it little is new. */
  isFresh: (change: string) => boolean
}

/** Most sub-columns a stage is widened to while looking. */
const mostColumns = 6

/**
 * One change at random, or null where the one drawn by lot is not possible.
 * @param tangled cards at the ends of links that cross others: they are tried more often
 */
export function changeOne(
  input: LayoutInput,
  tangled: readonly string[],
  freedom: Freedom,
): LayoutInput | null {
  const { random, movable } = freedom
  const wanted = tangled.length > 0 && random() < tangledShare ? pick(tangled, random) : undefined
  const card = wanted ? input.cards.find(({ id }) => id === wanted) : pick(input.cards, random)
  if (!card || !movable.has(card.id)) return null
  const choice = random()
  if (choice < 0.35) return shift(input, [card], random() < 0.5 ? -1 : 1, freedom)
  if (choice < 0.5) return jump(input, card, freedom)
  if (choice < 0.65) return shiftWithNeighbour(input, card, freedom)
  if (choice < 0.75) return swapColumns(input, card, freedom)
  return swapOrder(input, card, freedom)
}

const tangledShare = 0.6

/** Cards one sub-column to the left or right. */
function shift(
  input: LayoutInput,
  moving: readonly LayoutCard[],
  by: number,
  freedom: Freedom,
): LayoutInput | null {
  const to = new Map(moving.map((card) => [card.id, (card.column ?? 0) + by]))
  const isPossible = moving.every((card) => {
    const column = to.get(card.id)!
    return freedom.movable.has(card.id) && column >= 0 && column <= lastColumn(input, card)
  })
  return isPossible ? withColumns(input, to, freedom) : null
}

function jump(input: LayoutInput, card: LayoutCard, freedom: Freedom): LayoutInput | null {
  const column = Math.floor(freedom.random() * (lastColumn(input, card) + 1))
  return column === (card.column ?? 0) ? null : withColumns(input, new Map([[card.id, column]]), freedom)
}

/** A card together with one it is linked to in the same stage. */
function shiftWithNeighbour(input: LayoutInput, card: LayoutCard, freedom: Freedom): LayoutInput | null {
  const linked = new Set(
    input.links.flatMap(({ from, to }) => (from === card.id ? [to] : to === card.id ? [from] : [])),
  )
  const near = input.cards.filter(({ id, stageId }) => linked.has(id) && stageId === card.stageId)
  const other = pick(near, freedom.random)
  return other ? shift(input, [card, other], freedom.random() < 0.5 ? -1 : 1, freedom) : null
}

function swapColumns(input: LayoutInput, card: LayoutCard, freedom: Freedom): LayoutInput | null {
  const mates = input.cards.filter(
    ({ id, laneId, stageId, column }) =>
      freedom.movable.has(id) &&
      laneId === card.laneId &&
      stageId === card.stageId &&
      (column ?? 0) !== (card.column ?? 0),
  )
  const other = pick(mates, freedom.random)
  if (!other) return null
  const columns = new Map([
    [card.id, other.column ?? 0],
    [other.id, card.column ?? 0],
  ])
  return withColumns(input, columns, freedom)
}

/** A card in the place of another one of its sub-column, which takes its own. */
function swapOrder(input: LayoutInput, card: LayoutCard, freedom: Freedom): LayoutInput | null {
  if (!freedom.sortable.has(card.id)) return null
  const other = pick(
    input.cards.filter(
      ({ id, laneId, stageId, column, below = false }) =>
        id !== card.id &&
        laneId === card.laneId &&
        stageId === card.stageId &&
        column === card.column &&
        below === (card.below ?? false),
    ),
    freedom.random,
  )
  if (!other || !freedom.isFresh([card.id, other.id].sort().join())) return null
  const ranks = new Map([
    [card.id, other.rank],
    [other.id, card.rank],
  ])
  const cards = input.cards.map((one) => (ranks.has(one.id) ? { ...one, rank: ranks.get(one.id)! } : one))
  return { ...input, cards }
}

function withColumns(
  input: LayoutInput,
  columns: ReadonlyMap<string, number>,
  { isFresh }: Freedom,
): LayoutInput | null {
  const cards = input.cards.map((card) =>
    columns.has(card.id) ? { ...card, column: columns.get(card.id)! } : card,
  )
  const changed = { ...input, cards }
  if (countBackward(changed) > countBackward(input)) return null
  return isFresh([...columns].sort().join()) ? changed : null
}

/** Links within a stage that lead to the left: one more hardly ever reads better, so it is not worth a drawing. */
function countBackward({ cards, links }: LayoutInput): number {
  const cardOf = new Map(cards.map((card) => [card.id, card]))
  return links.filter((link) => {
    const from = cardOf.get(link.from)
    const to = cardOf.get(link.to)
    if (link.loopBack || !from || !to || from.stageId !== to.stageId) return false
    return (from.column ?? 0) > (to.column ?? 0)
  }).length
}

/** One beyond those the stage has, up to a limit. */
function lastColumn({ cards, cap }: LayoutInput, { stageId }: LayoutCard): number {
  let last = 0
  for (const card of cards) if (card.stageId === stageId) last = Math.max(last, card.column ?? 0)
  return Math.max(last, Math.min(last + 1, (cap ?? mostColumns) - 1))
}

function pick<Item>(items: readonly Item[], random: () => number): Item | undefined {
  return items[Math.floor(random() * items.length)]
}
