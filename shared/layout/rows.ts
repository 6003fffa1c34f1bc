/** Gives each card a row of its lane: rank decides who stands above whom, links decide how far down. */
import type { Columns } from './columns.ts'
import type { PreviousPlace } from './previousPlaces.ts'
import type { Scene } from './scene.ts'

export interface Rows {
  ofCard: number[]
  /** Per lane, at least 1. */
  counts: number[]
}

interface Cell {
  lane: number
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
/** Cards that are one touchpoint stand at the edges of their lanes, next to each other. */
const bondWeight = 12
/** Cards that stood somewhere before move only when they must. */
const stayWeight = 1000

export function assignRows(scene: Scene, columns: Columns, places: (PreviousPlace | null)[]): Rows {
  const cells = findCells(scene, columns)
  const counts = scene.lanes.map(() => 1)
  const ofCard = scene.cards.map(() => 0)
  for (const cell of cells) {
    counts[cell.lane] = Math.max(counts[cell.lane]!, cell.cards.length)
    cell.cards.forEach((card, row) => {
      ofCard[card] = row
      counts[cell.lane] = Math.max(counts[cell.lane]!, (places[card]?.row ?? 0) + 1)
    })
  }
  const pulls = scene.cards.map((_, card) => findPulls(scene, columns, card))
  const tops = laneTops(counts)
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
      if (settleCell(scene, cell, { counts, tops, ofCard, pulls, places, sees: seen })) isCalm = false
    }
    calm = isCalm ? calm + 1 : 0
  }
  return dropEmptyRows(scene, ofCard, counts)
}

function findCells(scene: Scene, columns: Columns): Cell[] {
  const cells = new Map<string, Cell>()
  scene.cards.forEach((card, index) => {
    const column = columns.ofCard[index]!
    const key = `${card.lane} ${column}`
    if (!cells.has(key)) cells.set(key, { lane: card.lane, column, cards: [] })
    cells.get(key)!.cards.push(index)
  })
  return [...cells.values()].sort((a, b) => a.column - b.column || a.lane - b.lane)
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
  counts: number[]
  tops: number[]
  ofCard: number[]
  pulls: Pull[][]
  places: (PreviousPlace | null)[]
  /** Which other cards count yet; null for all. */
  sees: ((other: number) => boolean) | null
}

/** The cheapest rows for the cards of a cell, in their order, by dynamic programming over cards and rows. Returns whether one changed. */
function settleCell(scene: Scene, cell: Cell, sweep: Sweep): boolean {
  const { cards, lane } = cell
  const rows = sweep.counts[lane]!
  const yOf = (card: number) => sweep.tops[scene.cards[card]!.lane]! + sweep.ofCard[card]!
  const chosen: Int32Array[] = []
  let best = new Float64Array(rows + 1)
  cards.forEach((card, index) => {
    const next = new Float64Array(rows + 1).fill(Number.POSITIVE_INFINITY)
    const from = new Int32Array(rows + 1)
    const { sees } = sweep
    const all = sweep.pulls[card]!
    const pulls = sees ? all.filter((pull) => sees(pull.other)) : all
    // Where each link would have the card stand, once for all rows.
    const wishes = pulls.map((pull) => yOf(pull.other) + pull.offset - sweep.tops[lane]!)
    const before = sweep.places[card]?.row
    for (let row = index; row < rows; row += 1) {
      let cost = 0.01 * row + (before === undefined ? 0 : stayWeight * Math.abs(row - before))
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

function laneTops(counts: number[]): number[] {
  let top = 0
  return counts.map((count) => {
    const own = top
    top += count + laneGap
    return own
  })
}

function dropEmptyRows(scene: Scene, ofCard: number[], counts: number[]): Rows {
  const used = counts.map(() => new Set<number>())
  ofCard.forEach((row, card) => {
    used[scene.cards[card]!.lane]!.add(row)
  })
  const position = used.map(
    (rows) => new Map([...rows].sort((a, b) => a - b).map((row, index) => [row, index])),
  )
  return {
    ofCard: ofCard.map((row, card) => position[scene.cards[card]!.lane]!.get(row)!),
    counts: used.map((rows) => Math.max(1, rows.size)),
  }
}
