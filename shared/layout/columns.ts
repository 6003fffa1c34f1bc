/** Gives each card a column of the whole drawing, so that stages, own stages and handoffs line up. */
import { alignBonds } from './alignBonds.ts'
import { extendGroup } from './extendGroup.ts'
import { findHomes } from './homes.ts'
import { layerGroup } from './layerGroup.ts'
import { separateOwnStages } from './ownStageOrder.ts'
import type { PreviousPlace } from './previousPlaces.ts'
import type { Scene } from './scene.ts'
import { columnCap, groupByStage } from './stageGroup.ts'

export interface Columns {
  count: number
  ofCard: number[]
  /** First column of each stage of the spine. */
  spineStarts: number[]
  /** Per lane: first column of each own stage. */
  ownStarts: number[][]
}

export function assignColumns(scene: Scene, places: (PreviousPlace | null)[]): Columns {
  const homes = findHomes(scene, places)
  const groups = groupByStage(scene, homes, places)
  const columns: Columns = {
    count: 0,
    ofCard: scene.cards.map(() => 0),
    spineStarts: [],
    ownStarts: scene.own.map((stages) => stages.map(() => Number.POSITIVE_INFINITY)),
  }
  for (const group of groups) {
    const cap = columnCap(scene, group)
    const isFresh = group.items.every((item) => item.fixed === null)
    const subs = isFresh ? layerGroup(group, cap) : extendGroup(group, cap)
    alignBonds(group, subs)
    separateOwnStages(group.items, subs)
    const used = [...new Set(subs)].sort((a, b) => a - b)
    const position = new Map(used.map((sub, index) => [sub, columns.count + index]))
    columns.spineStarts.push(columns.count)
    columns.count += Math.max(1, used.length)
    group.items.forEach((item, index) => {
      const column = position.get(subs[index]!)!
      if (item.card >= 0) columns.ofCard[item.card] = column
      const starts = columns.ownStarts[item.lane]!
      if (item.own >= 0) starts[item.own] = Math.min(starts[item.own]!, column)
    })
  }
  return columns
}
