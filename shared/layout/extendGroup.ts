/** Sub-columns for new cards in a stage whose other cards stay where they are. */
import type { GroupItem, StageGroup } from './stageGroup.ts'

/** New cards are placed one after another, then again now that all of them have a place. */
const rounds = 3
const bondCost = 6

/** Returns the sub-column of each item; items with a fixed one keep it. */
export function extendGroup(group: StageGroup, cap: number): number[] {
  const { items } = group
  const subs: (number | null)[] = items.map((item) => item.fixed)
  const linked: Linked[][] = items.map(() => [])
  for (const { from, to, isBond } of group.links) {
    linked[from]!.push({ other: to, forward: true, isBond })
    linked[to]!.push({ other: from, forward: false, isBond })
  }
  const open = items.map((_, index) => index).filter((index) => items[index]!.fixed === null)
  for (let round = 0; round < rounds; round += 1) {
    for (const index of open) {
      subs[index] = null
      subs[index] = cheapestSub(items, subs, index, linked[index]!, cap)
    }
  }
  return subs.map((sub) => sub ?? 0)
}

interface Linked {
  other: number
  forward: boolean
  isBond: boolean
}

function cheapestSub(
  items: GroupItem[],
  subs: (number | null)[],
  index: number,
  linked: Linked[],
  cap: number,
): number {
  const item = items[index]!
  const [least, most] = roomInOwnStage(items, subs, item)
  const used = Math.max(-1, ...subs.map((sub) => sub ?? -1)) + 1
  const last = Math.max(least, Math.min(most, used < cap ? used : used - 1))
  let best = least
  let bestCost = Number.POSITIVE_INFINITY
  for (let sub = least; sub <= last; sub += 1) {
    const mates = items.filter((other, mate) => other.lane === item.lane && subs[mate] === sub).length
    let cost = 0.01 * sub + 0.35 * mates + (sub === used ? 0.5 : 0)
    for (const { other, forward, isBond } of linked) {
      const place = subs[other]
      if (place === null || place === undefined) continue
      cost += isBond
        ? bondCost * Math.abs(place - sub)
        : distanceCost(forward ? place - sub : sub - place, items[other]!.lane === item.lane)
    }
    if (cost < bestCost) {
      best = sub
      bestCost = cost
    }
  }
  return best
}

function distanceCost(distance: number, sameLane: boolean): number {
  if (distance < 0) return 2 - distance
  if (sameLane) return distance === 0 ? 1 : 0.7 * (distance - 1)
  return distance
}

/** The columns between what the lane's own stages, and stored sub-columns in them, put before and after. */
export function roomInOwnStage(
  items: readonly GroupItem[],
  subs: readonly (number | null)[],
  item: GroupItem,
): [number, number] {
  if (item.own < 0) return [0, Number.POSITIVE_INFINITY]
  let least = 0
  let most = Number.POSITIVE_INFINITY
  items.forEach((other, index) => {
    const sub = subs[index]
    if (other.lane !== item.lane || sub === null || sub === undefined) return
    const order = other.own - item.own || (other.hint ?? item.hint ?? 0) - (item.hint ?? other.hint ?? 0)
    if (order < 0) least = Math.max(least, sub + 1)
    if (order > 0) most = Math.min(most, sub - 1)
  })
  return [least, most]
}
