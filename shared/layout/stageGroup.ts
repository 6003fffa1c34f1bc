/** The cards that share the columns of one stage of the spine, and the links among them. */
import type { Homes } from './homes.ts'
import type { PreviousPlace } from './previousPlaces.ts'
import type { Scene } from './scene.ts'

export interface GroupItem {
  /** Position of the card; -1 for an empty own stage, which needs a column for its heading. */
  card: number
  lane: number
  /** Position of the own stage; -1 in a lane that follows the spine. */
  own: number
  /** Order among the cards of one own stage, as stored. */
  hint: number | null
  /** Sub-column that is already decided. */
  fixed: number | null
}

export interface GroupLink {
  from: number
  to: number
  isBond: boolean
}

export interface StageGroup {
  /** Ordered by lane, own stage and rank. */
  items: GroupItem[]
  /** Links among the items by their position: bonds first, rework last. */
  links: GroupLink[]
}

export function groupByStage(scene: Scene, homes: Homes, places: (PreviousPlace | null)[]): StageGroup[] {
  const groups: StageGroup[] = scene.spine.map(() => ({ items: [], links: [] }))
  scene.lanes.forEach((lane, laneIndex) => {
    if (!lane.ownStages) return
    const used = new Set(scene.cards.filter((card) => card.lane === laneIndex).map((card) => card.stage))
    homes.ofStage[laneIndex]!.forEach((home, own) => {
      if (used.has(own)) return
      groups[home]!.items.push({ card: -1, lane: laneIndex, own, hint: null, fixed: null })
    })
  })
  scene.cards.forEach((card, index) => {
    const home = homes.ofCard[index]!
    const place = places[index]
    const ownStages = scene.lanes[card.lane]!.ownStages
    const before = place?.home === home ? place.sub : null
    groups[home]!.items.push({
      card: index,
      lane: card.lane,
      own: ownStages ? card.stage : -1,
      hint: ownStages ? card.hint : null,
      fixed: ownStages ? before : (card.hint ?? before),
    })
  })
  const itemOfCard = new Map<number, number>()
  for (const group of groups) {
    group.items.sort((a, b) => a.lane - b.lane || a.own - b.own || a.card - b.card)
    group.items.forEach((item, index) => {
      if (item.card >= 0) itemOfCard.set(item.card, index)
    })
  }
  const ordered = [
    ...scene.links.filter((link) => link.kind === 'bond'),
    ...scene.links.filter((link) => !link.loopBack && link.kind !== 'bond'),
    ...scene.links.filter((link) => link.loopBack),
  ]
  for (const link of ordered) {
    const home = homes.ofCard[link.from]!
    if (home !== homes.ofCard[link.to]) continue
    groups[home]!.links.push({
      from: itemOfCard.get(link.from)!,
      to: itemOfCard.get(link.to)!,
      isBond: link.kind === 'bond',
    })
  }
  return groups
}

/** Most sub-columns the group may take: few, but enough that no cell grows into a tower. */
export function columnCap(scene: Scene, group: StageGroup): number {
  const ownStages = Math.max(1, ...scene.own.map((stages) => stages.length))
  const span = scene.spine.every((stage) => stage.id === null) ? ownStages : 1
  if (scene.cap !== null) return scene.cap * span
  const perCell = new Map<string, number>()
  for (const item of group.items) {
    const cell = `${item.lane} ${item.own}`
    perCell.set(cell, (perCell.get(cell) ?? 0) + 1)
  }
  const usual = Math.max(scene.cards.length > 60 ? 3 : 2, Math.floor(8 / scene.spine.length))
  return Math.max(span > 1 ? 2 * span : usual, Math.ceil(Math.max(0, ...perCell.values()) / 4))
}
