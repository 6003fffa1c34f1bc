/** Gives each card a row of its lane: the line of visibility, then rank decide who stands above whom, links how far down. */
import type { Columns } from './columns.ts'
import type { PreviousPlace } from './previousPlaces.ts'
import type { Scene } from './scene.ts'

export interface Rows {
  ofCard: number[]
  /** Per lane, at least 1. */
  counts: number[]
  /** Per lane: the first row below its line of visibility; null where it has none. */
  firstBelow: (number | null)[]
}

interface Cell {
  section: number
  column: number
  /** From top to bottom. */
  cards: number[]
}

interface Pull {
  other: number
  weight: number
  /** Rows the card wants to stand below the other one. */
  offset: number
}

const sweeps = 8
const laneGap = 0.6
const visibilityGap = 0.4
/** Cards that are one touchpoint stand at the edges of their lanes, next to each other. */
const bondWeight = 12
/** Cards that stood somewhere before move only when they must. */
const stayWeight = 1000

export function assignRows(scene: Scene, columns: Columns, places: (PreviousPlace | null)[]): Rows {
  const sections = findSections(scene)
  const cells = findCells(scene, columns, sections)
  const counts = sections.lanes.map(() => 1)
  const ofCard = scene.cards.map(() => 0)
  for (const cell of cells) {
    counts[cell.section] = Math.max(counts[cell.section]!, cell.cards.length)
    cell.cards.forEach((card, row) => {
      ofCard[card] = row
      counts[cell.section] = Math.max(counts[cell.section]!, (places[card]?.row ?? 0) + 1)
    })
  }
  const pulls = scene.cards.map((_, card) => findPulls(scene, columns, card))
  const tops = sectionTops(sections, counts)
  // Once nothing moves on the way there and back, nothing will.
  let calm = 0
  for (let sweep = 0; sweep < sweeps && calm < 2; sweep += 1) {
    let isCalm = sweep > 1
    const toRight = sweep % 2 === 0
    for (const cell of toRight ? cells : cells.toReversed()) {
      // The first way there and back looks only at what has been placed already.
      const sees = (other: number) =>
        toRight ? columns.ofCard[other]! <= cell.column : columns.ofCard[other]! >= cell.column
      const seen = sweep > 1 ? null : sees
      if (settleCell(cell, { sections, counts, tops, ofCard, pulls, places, sees: seen })) isCalm = false
    }
    calm = isCalm ? calm + 1 : 0
  }
  return dropEmptyRows(scene, sections, ofCard)
}

/** The rows of a lane, in two parts where it has a line of visibility, from top to bottom. */
interface Sections {
  ofCard: number[]
  /** Per section: its lane. */
  lanes: number[]
}

function findSections({ lanes, cards }: Scene): Sections {
  const divided = new Set(cards.filter(({ isBelow }) => isBelow).map(({ lane }) => lane))
  const laneOfSection: number[] = []
  const lastOfLane = lanes.map((_, lane) => {
    laneOfSection.push(...(divided.has(lane) ? [lane, lane] : [lane]))
    return laneOfSection.length - 1
  })
  const ofCard = cards.map(({ lane, isBelow }) => lastOfLane[lane]! - (divided.has(lane) && !isBelow ? 1 : 0))
  return { ofCard, lanes: laneOfSection }
}

function findCells(scene: Scene, columns: Columns, sections: Sections): Cell[] {
  const cells = new Map<string, Cell>()
  scene.cards.forEach((_, index) => {
    const column = columns.ofCard[index]!
    const section = sections.ofCard[index]!
    const key = `${section} ${column}`
    if (!cells.has(key)) cells.set(key, { section, column, cards: [] })
    cells.get(key)!.cards.push(index)
  })
  return [...cells.values()].sort((a, b) => a.column - b.column || a.section - b.section)
}

function findPulls(scene: Scene, columns: Columns, card: number): Pull[] {
  return scene.linksOfCard[card]!.map((index) => {
    const link = scene.links[index]!
    const other = link.from === card ? link.to : link.from
    const sameLane = scene.cards[card]!.lane === scene.cards[other]!.lane
    const distance = columns.ofCard[link.to]! - columns.ofCard[link.from]!
    const far = 1 + 0.5 * Math.max(0, Math.abs(distance) - 1)
    const weight = ((sameLane ? 4 : 1) / far) * (distance < 0 ? 0.3 : 1)
    const stacked = sameLane && distance === 0
    if (link.kind === 'bond') return { other, weight: bondWeight, offset: 0 }
    return { other, weight, offset: stacked ? (link.to === card ? 1 : -1) : 0 }
  })
}

interface Sweep {
  sections: Sections
  counts: number[]
  tops: number[]
  ofCard: number[]
  pulls: Pull[][]
  places: (PreviousPlace | null)[]
  /** Which other cards count yet; null for all. */
  sees: ((other: number) => boolean) | null
}

/** The cheapest rows for the cards of a cell, in their order, by dynamic programming over cards and rows. Returns whether one changed. */
function settleCell({ cards, section }: Cell, sweep: Sweep): boolean {
  const rows = sweep.counts[section]!
  const yOf = (card: number) => sweep.tops[sweep.sections.ofCard[card]!]! + sweep.ofCard[card]!
  const chosen: Int32Array[] = []
  let best = new Float64Array(rows + 1)
  cards.forEach((card, index) => {
    const next = new Float64Array(rows + 1).fill(Number.POSITIVE_INFINITY)
    const from = new Int32Array(rows + 1)
    const { sees } = sweep
    const all = sweep.pulls[card]!
    const pulls = sees ? all.filter((pull) => sees(pull.other)) : all
    // Where each link would have the card stand, once for all rows.
    const wishes = pulls.map((pull) => yOf(pull.other) + pull.offset - sweep.tops[section]!)
    const before = sweep.places[card]?.row ?? null
    for (let row = index; row < rows; row += 1) {
      let cost = 0.01 * row + (before === null ? 0 : stayWeight * Math.abs(row - before))
      for (let index = 0; index < pulls.length; index += 1) {
        cost += pulls[index]!.weight * Math.abs(row - wishes[index]!)
      }
      // next[r + 1]: this card stands in row r or above; from[r + 1] says where.
      const total = best[row]! + cost
      const keep = total >= next[row]!
      next[row + 1] = keep ? next[row]! : total
      from[row + 1] = keep ? from[row]! : row
    }
    chosen.push(from)
    best = next
  })
  let limit = rows
  let hasChanged = false
  for (let index = cards.length - 1; index >= 0; index -= 1) {
    const row = chosen[index]![limit]!
    if (sweep.ofCard[cards[index]!] !== row) hasChanged = true
    sweep.ofCard[cards[index]!] = row
    limit = row
  }
  return hasChanged
}

function sectionTops({ lanes }: Sections, counts: number[]): number[] {
  let top = 0
  return counts.map((count, section) => {
    const own = top
    top += count + (lanes[section + 1] === lanes[section] ? visibilityGap : laneGap)
    return own
  })
}

function dropEmptyRows({ lanes }: Scene, sections: Sections, ofCard: number[]): Rows {
  const used = sections.lanes.map(() => new Set<number>())
  ofCard.forEach((row, card) => {
    used[sections.ofCard[card]!]!.add(row)
  })
  const counts = lanes.map(() => 0)
  const firstBelow = lanes.map((): number | null => null)
  const positions = used.map((rows, section) => {
    const lane = sections.lanes[section]!
    const first = counts[lane]!
    if (sections.lanes[section - 1] === lane) firstBelow[lane] = first
    counts[lane] = first + rows.size
    return new Map([...rows].sort((a, b) => a - b).map((row, index) => [row, first + index]))
  })
  return {
    ofCard: ofCard.map((row, card) => positions[sections.ofCard[card]!]!.get(row)!),
    counts: counts.map((count) => Math.max(1, count)),
    firstBelow,
  }
}
