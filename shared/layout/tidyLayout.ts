import { drawingCost, findCrossings } from './drawingCost.ts'
import { placeAndWire, routeWiring } from './drawLayout.ts'
import { hashLayoutInput } from './hashLayoutInput.ts'
import { changeOne, type Freedom } from './tidyMoves.ts'
import type { LayoutCard, LayoutInput, TidiedCard } from './types.ts'

/**
 * Looks for sub-columns and an order of cards that read better: fewer crossings and bends, shorter links.
 * Store the result as column hints and ranks and draw without the previous drawing. The same input and budget
 * give the same result.
 * @returns every card that is drawn, with its sub-column and its position within its lane and stage, both from 0;
 * nothing when no change reads better than the map as it is
 */
export function tidyLayout(input: LayoutInput, options: TidyOptions): TidiedCard[] {
  const freedom: Freedom = {
    ...freeCards(input, options.movable),
    random: seededBy(input),
    isFresh: notTriedLately(forgetAfter * input.cards.length),
  }
  let best = bestStart(input, freedom)
  let current = best
  const [hot, cold] = heatsFor(input, options.iterations)
  for (let iteration = 0; iteration < options.iterations; iteration += 1) {
    const changed = drawLots(current, freedom)
    if (!changed) continue
    const candidate = rate(inOrder(changed, freedom))
    // Simulated annealing: at first a somewhat worse drawing may be the way to a better one.
    const heat = hot * (cold / hot) ** (iteration / options.iterations)
    if (freedom.random() < Math.exp((current.cost - candidate.cost) / heat)) current = candidate
    if (current.cost < best.cost) best = current
  }
  const found = describeHints(best.input)
  return rate(placed(input, found, freedom)).cost < rate(input).cost ? found : []
}

/** A change that is possible; null where none turns up. */
function drawLots({ input, tangled }: Rated, freedom: Freedom): LayoutInput | null {
  for (let lot = 0; lot < mostLots; lot += 1) {
    const changed = changeOne(input, tangled, freedom)
    if (changed) return changed
  }
  return null
}

const mostLots = 50

/** Tries per card after which a change is worth another one. */
const forgetAfter = 1.5

function notTriedLately(span: number): (change: string) => boolean {
  const triedAt = new Map<string, number>()
  let tries = 0
  return (change) => {
    const last = triedAt.get(change)
    if (last !== undefined && tries - last < span) return false
    tries += 1
    triedAt.set(change, tries)
    return true
  }
}

/** How much worse a step may be, in the units of the cost, at first and in the end: less where each card has few tries. */
function heatsFor({ cards }: LayoutInput, iterations: number): [hot: number, cold: number] {
  const share = Math.min(1, iterations / (30 * Math.max(1, cards.length)))
  return [30 + 30 * share, 1 + 4 * share]
}

export interface TidyOptions {
  /** How many changes to try; each draws the whole map once. */
  iterations: number
  /** Cards that may get another place; all of them unless given. */
  movable?: ReadonlySet<string> | undefined
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
  /** Cards at the ends of links that cross others, once for each crossing. */
  tangled: string[]
}

function rate(input: LayoutInput): Rated {
  const drawing = routeWiring(placeAndWire(input))
  const crossings = findCrossings(drawing)
  const ends = new Map(input.links.map(({ id, from, to }) => [id, [from, to]]))
  const tangled = crossings.flat().flatMap((link) => ends.get(drawing.links[link]!.id) ?? [])
  return { input, cost: drawingCost(drawing, crossings.length), tangled }
}

/** The map as it is, or with columns chosen afresh and cards ordered by what they are linked to. */
function bestStart(input: LayoutInput, freedom: Freedom): Rated {
  const cards = input.cards.map((card) => (freedom.movable.has(card.id) ? { ...card, column: null } : card))
  const starts = [spellOut(input, freedom), spellOut({ ...input, cards }, freedom)]
  for (let round = 0; round < 4; round += 1) {
    starts.push(spellOut(orderByLinks(starts.at(-1)!, freedom), freedom))
  }
  const rated = starts.map(rate)
  return rated.reduce((best, candidate) => (candidate.cost < best.cost ? candidate : best))
}

/** Writes the place each card has now into its column hint and rank, as far as they may change. */
function spellOut(input: LayoutInput, freedom: Freedom): LayoutInput {
  const found = describeCards(input)
  const drawn = new Set(found.map(({ cardId }) => cardId))
  return placed({ ...input, cards: input.cards.filter(({ id }) => drawn.has(id)) }, found, freedom)
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

/** The map once what was found is stored. */
function placed(
  input: LayoutInput,
  found: readonly TidiedCard[],
  { movable, sortable }: Freedom,
): LayoutInput {
  const places = new Map(found.map((place) => [place.cardId, place]))
  const cards = input.cards.map((card) => {
    const place = places.get(card.id)
    if (!place) return card
    const column = movable.has(card.id) ? place.column : (card.column ?? null)
    return { ...card, column, rank: sortable.has(card.id) ? orderAsRank(place.order) : card.rank }
  })
  return { ...input, cards }
}

/** Ranks as they are stored, by sub-column first, so that what is rated is what is drawn afterwards. */
function inOrder(input: LayoutInput, { sortable }: Freedom): LayoutInput {
  const sorted = input.cards.toSorted(
    (a, b) => (a.column ?? 0) - (b.column ?? 0) || (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0),
  )
  const ranks = new Map(sorted.map(({ id }, index) => [id, orderAsRank(index)]))
  const cards = input.cards.map((card) =>
    sortable.has(card.id) ? { ...card, rank: ranks.get(card.id)! } : card,
  )
  return { ...input, cards }
}

/** The hints themselves, not where they led: drawing them again gives the drawing that was rated. */
function describeHints(input: LayoutInput): TidiedCard[] {
  const hints = new Map(input.cards.map((card) => [card.id, card.column]))
  return describeCards(input).map((place) => ({ ...place, column: hints.get(place.cardId) ?? place.column }))
}

/** Sorts the cards of each cell by the levels of the cards they are linked to. */
function orderByLinks(input: LayoutInput, { sortable }: Freedom): LayoutInput {
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
