/** Sub-columns for a stage that has none yet: the longest path over the links that lead forward. */
import { sequenceEdges } from './ownStageOrder.ts'
import type { GroupItem, StageGroup } from './stageGroup.ts'

/** Cards of a lane in one column before the next column is used. */
const usualPile = 4

interface Edge {
  to: number
  length: number
}

/** Returns the sub-column of each item; neighbours in an own stage's order stay strictly apart. */
export function layerGroup(group: StageGroup, cap: number): number[] {
  const { items } = group
  const out: Edge[][] = items.map(() => [])
  for (const [from, to] of sequenceEdges(items)) out[from]!.push({ to, length: 1 })
  const forward = addForwardLinks(group, out)
  const order = topologicalOrder(out)
  const piles = new Piles(items, cap)
  const subs = items.map(() => 0)
  for (const item of order) {
    subs[item] = piles.firstWithRoom(item, subs[item]!)
    piles.add(item, subs[item]!, 1)
    for (const edge of out[item]!) subs[edge.to] = Math.max(subs[edge.to]!, subs[item]! + edge.length)
  }
  for (const item of order.toReversed()) {
    const { outgoing, incoming } = forward[item]!
    if (outgoing <= incoming) continue
    const latest = Math.min(...out[item]!.map((edge) => subs[edge.to]! - edge.length))
    if (latest <= subs[item]! || !piles.hasRoom(item, latest)) continue
    piles.add(item, subs[item]!, -1)
    piles.add(item, latest, 1)
    subs[item] = latest
  }
  const count = Math.max(0, ...subs) + 1
  return count > cap ? subs.map((sub) => Math.floor((sub * cap) / count)) : subs
}

/** Counts the cards of each lane per sub-column, so that cards no link orders do not pile up in one. */
class Piles {
  readonly #items: GroupItem[]
  readonly #cap: number
  readonly #heights = new Map<string, number>()
  readonly #limits = new Map<number, number>()

  constructor(items: GroupItem[], cap: number) {
    this.#items = items
    this.#cap = cap
    for (const { lane } of items) this.#limits.set(lane, (this.#limits.get(lane) ?? 0) + 1)
    for (const [lane, count] of this.#limits)
      this.#limits.set(lane, Math.max(usualPile, Math.ceil(count / cap)))
  }

  add(item: number, sub: number, amount: 1 | -1): void {
    const key = this.#key(item, sub)
    this.#heights.set(key, (this.#heights.get(key) ?? 0) + amount)
  }

  hasRoom(item: number, sub: number): boolean {
    return (this.#heights.get(this.#key(item, sub)) ?? 0) < this.#limits.get(this.#items[item]!.lane)!
  }

  /** The first sub-column from the given one on with room; the given one when there is none within the cap. */
  firstWithRoom(item: number, from: number): number {
    for (let sub = from; sub < this.#cap; sub += 1) if (this.hasRoom(item, sub)) return sub
    return from
  }

  #key(item: number, sub: number): string {
    return `${this.#items[item]!.lane} ${sub}`
  }
}

/** First come, first forward: a later link never turns an earlier one round. */
function addForwardLinks(group: StageGroup, out: Edge[][]): { outgoing: number; incoming: number }[] {
  const forward = group.items.map(() => ({ outgoing: 0, incoming: 0 }))
  const usedSides = new Set<string>()
  for (const { from, to, isBond } of group.links) {
    if (reaches(out, to, from)) continue
    const lanes = group.items[to]!.lane - group.items[from]!.lane
    const sides = [`${from} ${Math.sign(lanes)}`, `${to} ${-Math.sign(lanes)}`]
    const straightDown =
      lanes !== 0 && (isBond || Math.abs(lanes) <= 2) && !sides.some((side) => usedSides.has(side))
    if (straightDown) for (const side of sides) usedSides.add(side)
    out[from]!.push({ to, length: straightDown ? 0 : 1 })
    forward[from]!.outgoing += 1
    forward[to]!.incoming += 1
  }
  return forward
}

function reaches(out: Edge[][], start: number, goal: number): boolean {
  const seen = new Set([start])
  const open = [start]
  while (open.length > 0) {
    const item = open.pop()!
    if (item === goal) return true
    for (const edge of out[item]!) {
      if (seen.has(edge.to)) continue
      seen.add(edge.to)
      open.push(edge.to)
    }
  }
  return false
}

function topologicalOrder(out: Edge[][]): number[] {
  const waiting = out.map(() => 0)
  for (const edges of out) for (const edge of edges) waiting[edge.to]! += 1
  const order = waiting.flatMap((count, item) => (count === 0 ? [item] : []))
  for (let next = 0; next < order.length; next += 1) {
    for (const edge of out[order[next]!]!) {
      waiting[edge.to]! -= 1
      if (waiting[edge.to] === 0) order.push(edge.to)
    }
  }
  return order
}
