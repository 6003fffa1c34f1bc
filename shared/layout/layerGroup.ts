/** Sub-columns for a stage that has none yet: the longest path over the links that lead forward. */
import { sequenceEdges } from './ownStageOrder.ts'
import type { GroupItem, StageGroup } from './stageGroup.ts'

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
  const subs = items.map(() => 0)
  for (const item of order) {
    for (const edge of out[item]!) subs[edge.to] = Math.max(subs[edge.to]!, subs[item]! + edge.length)
  }
  for (const item of order.toReversed()) {
    const { outgoing, incoming } = forward[item]!
    if (outgoing <= incoming) continue
    const latest = Math.min(...out[item]!.map((edge) => subs[edge.to]! - edge.length))
    subs[item] = Math.max(subs[item]!, latest)
  }
  const count = Math.max(0, ...subs) + 1
  if (count > cap)
    subs.forEach((sub, item) => {
      subs[item] = Math.floor((sub * cap) / count)
    })
  spreadUnlinked(items, subs, forward, cap)
  return subs
}

/** First come, first forward: a later link never turns an earlier one round. */
function addForwardLinks(group: StageGroup, out: Edge[][]): { outgoing: number; incoming: number }[] {
  const forward = group.items.map(() => ({ outgoing: 0, incoming: 0 }))
  const usedSides = new Set<string>()
  for (const { from, to } of group.links) {
    if (reaches(out, to, from)) continue
    const lanes = group.items[to]!.lane - group.items[from]!.lane
    const sides = [`${from} ${Math.sign(lanes)}`, `${to} ${-Math.sign(lanes)}`]
    const straightDown = lanes !== 0 && Math.abs(lanes) <= 2 && !sides.some((side) => usedSides.has(side))
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

/** Cards that no link orders would pile up in one column. */
function spreadUnlinked(
  items: GroupItem[],
  subs: number[],
  forward: { outgoing: number; incoming: number }[],
  cap: number,
): void {
  const piles = new Map<string, number[]>()
  items.forEach((item, index) => {
    if (item.hint !== null || forward[index]!.outgoing + forward[index]!.incoming > 0) return
    const cell = `${item.lane} ${item.own}`
    piles.set(cell, [...(piles.get(cell) ?? []), index])
  })
  for (const pile of piles.values()) {
    const columns = Math.min(cap, Math.ceil(pile.length / 4))
    pile.forEach((item, index) => {
      subs[item]! += Math.floor((index * columns) / pile.length)
    })
  }
}
