/** The input with ids replaced by positions, and everything that cannot be drawn left out. */
import type { LabelSize, LayoutCard, LayoutInput, LayoutStage, LinkKind } from './types.ts'

export interface SceneStage {
  /** Null for a stage that stands in where a lane has none. */
  id: string | null
  minWidth: number | null
}

export interface SceneCard {
  id: string
  lane: number
  /** Position within the spine, or within the lane's own stages. */
  stage: number
  /** Stored sub-column. */
  hint: number | null
  isBelow: boolean
  width: number
  height: number
}

export interface SceneLink {
  id: string
  from: number
  to: number
  loopBack: boolean
  /** A bond is routed as a link and drawn as what joins two cards into one. */
  kind: LinkKind | 'bond'
  label: LabelSize | null
}

export interface Scene {
  lanes: { id: string; ownStages: boolean }[]
  /** Never empty. */
  spine: SceneStage[]
  /** Per lane: its own stages, never empty; an empty list for a lane that follows the spine. */
  own: SceneStage[][]
  /** Ordered by lane, stage and rank: what stands first in a cell stands first here. */
  cards: SceneCard[]
  links: SceneLink[]
  /** Per card: positions of its links. */
  linksOfCard: number[][]
  cap: number | null
  minLaneHeight: number | null
}

/** Reads the input; cards without a lane and links without both cards are left out. */
export function readScene(input: LayoutInput): Scene {
  const lanes = uniqueById(input.lanes).map(({ id, ownStages }) => ({ id, ownStages }))
  const stages = uniqueById(input.stages)
  const spine = orStandIn(stages.filter((stage) => stage.laneId === null))
  const own = lanes.map((lane) =>
    lane.ownStages ? orStandIn(stages.filter((stage) => stage.laneId === lane.id)) : [],
  )
  const cards = readCards(input.cards, lanes, spine, own)
  const links = readLinks(input, cards)
  const linksOfCard: number[][] = cards.map(() => [])
  links.forEach((link, index) => {
    linksOfCard[link.from]!.push(index)
    linksOfCard[link.to]!.push(index)
  })
  const cap = input.cap ? Math.max(1, Math.floor(input.cap)) : null
  return { lanes, spine, own, cards, links, linksOfCard, cap, minLaneHeight: input.minLaneHeight ?? null }
}

function uniqueById<Item extends { id: string }>(items: Item[]): Item[] {
  const seen = new Set<string>()
  return items.filter((item) => !seen.has(item.id) && seen.add(item.id))
}

function orStandIn(stages: LayoutStage[]): SceneStage[] {
  if (stages.length === 0) return [{ id: null, minWidth: null }]
  return stages.map((stage) => ({ id: stage.id, minWidth: stage.minWidth ?? null }))
}

function readCards(
  cards: LayoutCard[],
  lanes: Scene['lanes'],
  spine: SceneStage[],
  own: SceneStage[][],
): SceneCard[] {
  const laneIndex = new Map(lanes.map((lane, index) => [lane.id, index]))
  const read: (SceneCard & { rank: string })[] = []
  for (const card of uniqueById(cards)) {
    const lane = laneIndex.get(card.laneId)
    if (lane === undefined) continue
    const stages = lanes[lane]!.ownStages ? own[lane]! : spine
    const stage = Math.max(
      0,
      stages.findIndex((candidate) => candidate.id === card.stageId),
    )
    const { id, rank, width, height, below: isBelow = false } = card
    read.push({ id, lane, stage, rank, hint: card.column ?? null, isBelow, width, height })
  }
  return read.sort(
    (a, b) => a.lane - b.lane || a.stage - b.stage || compareText(a.rank, b.rank) || compareText(a.id, b.id),
  )
}

function readLinks(input: LayoutInput, cards: SceneCard[]): SceneLink[] {
  const cardIndex = new Map(cards.map((card, index) => [card.id, index]))
  const links: SceneLink[] = []
  for (const link of uniqueById(input.links)) {
    const from = cardIndex.get(link.from)
    const to = cardIndex.get(link.to)
    if (from === undefined || to === undefined || from === to) continue
    const crossesLanes = cards[from]!.lane !== cards[to]!.lane
    const kind = link.loopBack ? 'loopBack' : crossesLanes ? 'handoff' : 'sequence'
    links.push({ id: link.id, from, to, loopBack: link.loopBack, kind, label: link.label ?? null })
  }
  for (const { id, cardId } of uniqueById(input.bonds ?? [])) {
    const [from, to] = [cardIndex.get(cardId), cardIndex.get(id)]
    if (from === undefined || to === undefined || cards[from]!.lane === cards[to]!.lane) continue
    links.push({ id, from, to, loopBack: false, kind: 'bond', label: null })
  }
  return links
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
