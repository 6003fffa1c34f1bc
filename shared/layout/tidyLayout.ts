import { drawingCost } from './drawingCost.ts'
import { drawLayout, placeAndWire } from './drawLayout.ts'
import { hashLayoutInput } from './hashLayoutInput.ts'
import type { LayoutCard, LayoutInput, TidiedCard } from './types.ts'

/**
 * Looks for sub-columns and an order of cards that read better: fewer crossings and bends, shorter links.
 * Store the result as column hints and ranks and draw without the previous drawing. The same input and budget
 * give the same result.
 * @returns every card that is drawn, with its sub-column and its position within its lane and stage, both from 0;
 * nothing when no change reads better than the map as it is
 */
export function tidyLayout(input: LayoutInput, options: TidyOptions): TidiedCard[] {
  const tidying: Tidying = { ...freeCards(input, options.movable), random: seededBy(input) }
  let best = rate(bestStart(input, tidying))
  let current = best
  for (let iteration = 0; iteration < options.iterations; iteration += 1) {
    const changed = changeOne(current.input, tidying)
    if (!changed) continue
    const candidate = rate(changed)
    // Simulated annealing: at first a somewhat worse drawing may be the way to a better one.
    const heat = startHeat * (endHeat / startHeat) ** (iteration / options.iterations)
    if (tidying.random() < Math.exp((current.cost - candidate.cost) / heat)) current = candidate
    if (current.cost < best.cost) best = current
  }
  if (best.cost >= drawingCost(drawLayout(input))) return []
  return describeHints(best.input)
}

/** How much worse a step may be, in the units of the cost, at first and in the end. */
const startHeat = 60
const endHeat = 5

export interface TidyOptions {
  /** How many changes to try; each draws the whole map once. */
  iterations: number
  /** Cards that may get another place; all of them unless given. */
  movable?: ReadonlySet<string> | undefined
}

interface Tidying {
  /** Cards whose sub-column may change. */
  movable: ReadonlySet<string>
  /** Cards whose place among those of their cell may change: in their cell all are movable. */
  sortable: ReadonlySet<string>
  random: () => number
}

function freeCards(
  { cards }: LayoutInput,
  movable = new Set(cards.map(({ id }) => id)) as ReadonlySet<string>,
) {
  const cellOf = ({ laneId, stageId }: LayoutCard) => `${laneId} ${stageId}`
  const stuck = new Set(cards.filter(({ id }) => !movable.has(id)).map(cellOf))
  const sortable = new Set(cards.filter((card) => !stuck.has(cellOf(card))).map(({ id }) => id))
  return { movable, sortable }
}

interface Rated {
  input: LayoutInput
  cost: number
}

function rate(input: LayoutInput): Rated {
  return { input, cost: drawingCost(drawLayout(input)) }
}

/** The map as it is, or with columns chosen afresh and cards ordered by what they are linked to. */
function bestStart(input: LayoutInput, tidying: Tidying): LayoutInput {
  const cards = input.cards.map((card) => (tidying.movable.has(card.id) ? { ...card, column: null } : card))
  const starts = [spellOut(input, tidying), spellOut({ ...input, cards }, tidying)]
  for (let round = 0; round < 4; round += 1) {
    starts.push(spellOut(orderByLinks(starts.at(-1)!, tidying), tidying))
  }
  const rated = starts.map(rate)
  return rated.reduce((best, candidate) => (candidate.cost < best.cost ? candidate : best)).input
}

/** Writes the place each card has now into its column hint and rank, as far as they may change. */
function spellOut(input: LayoutInput, { movable, sortable }: Tidying): LayoutInput {
  const places = new Map(describeCards(input).map((place) => [place.cardId, place]))
  const cards = input.cards.flatMap((card): LayoutCard[] => {
    const place = places.get(card.id)
    if (!place) return []
    const column = movable.has(card.id) ? place.column : (card.column ?? null)
    return [{ ...card, column, rank: sortable.has(card.id) ? orderAsRank(place.order) : card.rank }]
  })
  return { ...input, cards }
}

function describeCards(input: LayoutInput): TidiedCard[] {
  const { scene, columns, rows } = placeAndWire(input).board
  const order = scene.cards.map((_, index) => index)
  const columnOf = (card: number) => columns.ofCard[card]!
  order.sort((a, b) => {
    const [first, second] = [scene.cards[a]!, scene.cards[b]!]
    return (
      first.lane - second.lane ||
      first.stage - second.stage ||
      columnOf(a) - columnOf(b) ||
      rows.ofCard[a]! - rows.ofCard[b]!
    )
  })
  let position = 0
  return order.map((card, index) => {
    const { id, lane, stage } = scene.cards[card]!
    const before = scene.cards[order[index - 1] ?? -1]
    position = before && before.lane === lane && before.stage === stage ? position + 1 : 0
    const start = scene.lanes[lane]!.ownStages
      ? columns.ownStarts[lane]![stage]!
      : columns.spineStarts[stage]!
    return { cardId: id, column: columnOf(card) - start, order: position }
  })
}

/** The hints themselves, not where they led: drawing them again gives the drawing that was rated. */
function describeHints(input: LayoutInput): TidiedCard[] {
  const hints = new Map(input.cards.map((card) => [card.id, card.column]))
  return describeCards(input).map((place) => ({ ...place, column: hints.get(place.cardId) ?? place.column }))
}

/** Sorts the cards of each cell by the levels of the cards they are linked to. */
function orderByLinks(input: LayoutInput, { sortable }: Tidying): LayoutInput {
  const { scene, levelOfCard } = placeAndWire(input).board
  const wishes = new Map(
    scene.cards.map((card, index) => {
      const levels = scene.linksOfCard[index]!.map((link) => {
        const { from, to } = scene.links[link]!
        return levelOfCard[from === index ? to : from]!
      })
      const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length
      return [card.id, levels.length > 0 ? mean : levelOfCard[index]!]
    }),
  )
  const sorted = input.cards.toSorted((a, b) => wishes.get(a.id)! - wishes.get(b.id)!)
  const cards = sorted.map((card, index) => {
    return sortable.has(card.id) ? { ...card, rank: orderAsRank(index) } : card
  })
  return { ...input, cards }
}

/** Moves a card to a neighbouring sub-column, or swaps it with the next card of its cell. */
function changeOne(input: LayoutInput, { movable, sortable, random }: Tidying): LayoutInput | null {
  const index = Math.floor(random() * input.cards.length)
  const card = input.cards[index]
  if (!card || !movable.has(card.id)) return null
  if (random() < 0.5 || !sortable.has(card.id)) {
    const column = (card.column ?? 0) + (random() < 0.5 ? -1 : 1)
    const mates = input.cards.filter((other) => other.stageId === card.stageId)
    const last = Math.max(...mates.map((other) => other.column ?? 0))
    if (column < 0 || column > last) return null
    return { ...input, cards: input.cards.with(index, { ...card, column }) }
  }
  const mates = input.cards.filter(
    (other) => other.laneId === card.laneId && other.stageId === card.stageId && other.column === card.column,
  )
  const other = mates[Math.floor(random() * mates.length)]!
  if (other === card) return null
  const cards = input.cards.with(index, { ...card, rank: other.rank })
  return { ...input, cards: cards.with(input.cards.indexOf(other), { ...other, rank: card.rank }) }
}

function orderAsRank(order: number): string {
  return String(order).padStart(8, '0')
}

/** Mulberry32: the same sequence on every machine. */
function seededBy(input: LayoutInput): () => number {
  let state = Number.parseInt(hashLayoutInput(input).slice(0, 8), 16)
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
