/** Brings cards that are one touchpoint into one column where the order of own stages allows it. */
import { roomInOwnStage } from './extendGroup.ts'
import type { StageGroup } from './stageGroup.ts'

/** Changes the sub-columns of items that have no fixed one. */
export function alignBonds({ items, links }: StageGroup, subs: number[]): void {
  for (const { from, to, isBond } of links) {
    if (!isBond || subs[from] === subs[to]) continue
    const [behind, ahead] = subs[from]! < subs[to]! ? [from, to] : [to, from]
    if (!moveTo(behind, subs[ahead]!)) moveTo(ahead, subs[behind]!)
  }

  function moveTo(index: number, sub: number): boolean {
    const item = items[index]!
    const [least, most] = roomInOwnStage(items, subs, item)
    if (item.fixed !== null || sub < least || sub > most) return false
    subs[index] = sub
    return true
  }
}
