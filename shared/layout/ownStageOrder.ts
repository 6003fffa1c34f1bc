/** Own stages keep their order: what stands in a later one stands strictly to the right. */
import { addToGroup } from './addToGroup.ts'
import type { GroupItem } from './stageGroup.ts'

/** Pairs of items where the second must stand in a later column than the first; they never form a cycle. */
export function sequenceEdges(items: GroupItem[]): [number, number][] {
  const pairs: [number, number][] = []
  const blocks = blocksInOrder(items)
  blocks.forEach((block, index) => {
    const next = blocks[index + 1]
    if (!next || next.lane !== block.lane) return
    for (const from of block.items) for (const to of next.items) pairs.push([from, to])
  })
  return pairs
}

interface Block {
  lane: number
  items: number[]
}

/** Runs of items of one lane, own stage and stored sub-column, in order. */
function blocksInOrder(items: GroupItem[]): Block[] {
  const indexes = items.map((_, index) => index).filter((index) => items[index]!.own >= 0)
  const key = (index: number) => [items[index]!.lane, items[index]!.own, items[index]!.hint ?? 0] as const
  indexes.sort((a, b) => {
    const [first, second] = [key(a), key(b)]
    return first[0] - second[0] || first[1] - second[1] || first[2] - second[2] || a - b
  })
  const blocks: Block[] = []
  let last = ''
  for (const index of indexes) {
    const name = key(index).join(' ')
    if (name !== last) blocks.push({ lane: items[index]!.lane, items: [] })
    blocks.at(-1)!.items.push(index)
    last = name
  }
  return blocks
}

/** Pushes items to the right until the own stages of each lane are apart again. */
export function separateOwnStages(items: GroupItem[], subs: number[]): void {
  const lanes = new Map<number, number[]>()
  items.forEach((item, index) => {
    if (item.own >= 0) addToGroup(lanes, item.lane, index)
  })
  for (const indexes of lanes.values()) {
    indexes.sort((a, b) => items[a]!.own - items[b]!.own || a - b)
    let least = 0
    let reached = -1
    let own = -1
    for (const index of indexes) {
      if (items[index]!.own !== own) {
        least = reached + 1
        own = items[index]!.own
      }
      subs[index] = Math.max(subs[index]!, least)
      reached = Math.max(reached, subs[index]!)
    }
  }
}
