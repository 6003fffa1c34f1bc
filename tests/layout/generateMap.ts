/** Maps that look like real ones, from a seed: the same seed gives the same map everywhere. */
import { generateNKeysBetween } from 'fractional-indexing'
import type { LayoutCard, LayoutInput, LayoutLink, LayoutStage } from '../../shared/layout/types.ts'

export interface MapShape {
  seed: number
  cards: number
  lanes: number
  stages: number
  ownLanes: number
  linksPerCard: number
  loopBackShare: number
  mixedSizes: boolean
  /** Share of handoffs and sequences that carry a label. */
  labelShare: number
  /** Whether two cards may be linked more than once. */
  parallelLinks: boolean
  /** Share of cards that stand in a second lane as well. */
  sideShare?: number
  /** Share of cards that stand behind the scenes. */
  belowShare?: number
}

export const usualShape: MapShape = {
  seed: 1,
  cards: 50,
  lanes: 5,
  stages: 7,
  ownLanes: 1,
  linksPerCard: 1.3,
  loopBackShare: 0.06,
  mixedSizes: false,
  labelShare: 1,
  parallelLinks: false,
}

export function generateMap(shape: MapShape): LayoutInput {
  const random = createRandom(shape.seed)
  const pick = (count: number) => Math.floor(random() * count)
  const lanes = Array.from({ length: shape.lanes }, (_, index) => ({
    id: `lane${index}`,
    // Own-stage lanes sit between others, where they are hardest.
    ownStages: shape.ownLanes > 0 && (index + 1) % Math.ceil((shape.lanes + 1) / (shape.ownLanes + 1)) === 0,
  }))
  const stages: LayoutStage[] = Array.from({ length: shape.stages }, (_, index) => ({
    id: `stage${index}`,
    laneId: null,
  }))
  for (const lane of lanes) {
    if (!lane.ownStages) continue
    const count = 2 + pick(4)
    for (let index = 0; index < count; index += 1)
      stages.push({ id: `${lane.id}own${index}`, laneId: lane.id })
  }
  const ranks = generateNKeysBetween(null, null, Math.max(1, shape.cards))
  const cards = Array.from({ length: shape.cards }, (_, index): LayoutCard => {
    const lane = lanes[pick(lanes.length)]!
    const choices = stages.filter((stage) => stage.laneId === (lane.ownStages ? lane.id : null))
    // Cards follow time: early ones stand in early stages.
    const position = Math.min(0.999, Math.max(0, index / shape.cards + (random() - 0.5) * 0.1))
    const width = shape.mixedSizes ? 100 + 4 * pick(40) : 152
    const height = shape.mixedSizes ? 40 + 4 * pick(20) : 56
    const stageId = choices[Math.floor(position * choices.length)]?.id ?? ''
    return { id: `card${index}`, laneId: lane.id, stageId, rank: ranks[index]!, width, height }
  })
  const links = generateLinks(shape, cards, random)
  const { belowShare = 0 } = shape
  const divided = belowShare > 0 ? cards.map((card) => ({ ...card, below: random() < belowShare })) : cards
  const map = { lanes, stages, cards: divided, links }
  return shape.sideShare ? withSides(map, shape.sideShare, random) : map
}

/** Some cards get a half in another lane, mostly the next one, in a stage of that lane about as late; some links end at it. */
function withSides(map: LayoutInput, share: number, random: () => number): LayoutInput {
  const pick = (count: number) => Math.floor(random() * count)
  const shared = map.cards.filter(() => map.lanes.length > 1 && random() < share)
  const halves = shared.map((card): LayoutCard => {
    const own = map.lanes.findIndex(({ id }) => id === card.laneId)
    const others = map.lanes.filter(({ id }) => id !== card.laneId)
    const next = map.lanes[own + 1] ?? map.lanes[own - 1]!
    const lane = random() < 0.7 ? next : others[pick(others.length)]!
    const stagesOf = (laneId: string) => {
      const { ownStages } = map.lanes.find(({ id }) => id === laneId)!
      return map.stages.filter((stage) => stage.laneId === (ownStages ? laneId : null))
    }
    const [from, to] = [stagesOf(card.laneId), stagesOf(lane.id)]
    const position = from.findIndex(({ id }) => id === card.stageId) / Math.max(1, from.length)
    const stageId = to[Math.floor(Math.max(0, position) * to.length)]?.id ?? ''
    return { ...card, id: `${card.id}side`, laneId: lane.id, stageId }
  })
  const links = map.links.map((link) => {
    const half = halves.find(({ id }) => id === `${link.to}side`)
    return half && random() < 0.4 ? { ...link, to: half.id } : link
  })
  const bonds = shared.map(({ id }) => ({ id: `${id}side`, cardId: id }))
  return { ...map, cards: [...map.cards, ...halves], links, bonds }
}

function generateLinks(shape: MapShape, cards: LayoutCard[], random: () => number): LayoutLink[] {
  if (cards.length < 2) return []
  const links: LayoutLink[] = []
  const pairs = new Set<string>()
  const count = Math.round(cards.length * shape.linksPerCard)
  for (let index = 0; index < count; index += 1) {
    const from = Math.floor(random() * (cards.length - 1))
    const to = pickReceiver(cards, from, random)
    const pair = `${from} ${to}`
    if (!shape.parallelLinks && pairs.has(pair)) continue
    pairs.add(pair)
    const loopBack = random() < shape.loopBackShare
    const [start, end] = loopBack ? [to, from] : [from, to]
    const isLabelled = random() < shape.labelShare && (loopBack || cards[from]!.laneId !== cards[to]!.laneId)
    links.push({
      id: `link${index}`,
      from: cards[start]!.id,
      to: cards[end]!.id,
      loopBack,
      label: isLabelled ? { width: 44 + 4 * Math.floor(random() * 16), height: 20 } : null,
    })
  }
  return links
}

/** Mostly the next card of the same lane, else one of a lane beside it, now and then any later one. */
function pickReceiver(cards: LayoutCard[], from: number, random: () => number): number {
  const laneNumber = (card: LayoutCard) => Number(card.laneId.slice('lane'.length))
  const own = laneNumber(cards[from]!)
  const choice = random()
  const wanted = choice < 0.6 ? own : choice < 0.75 ? own - 1 : choice < 0.9 ? own + 1 : -1
  const next = cards.findIndex((card, index) => index > from && laneNumber(card) === wanted)
  if (next > 0) return next
  return Math.min(cards.length - 1, from + 1 + Math.floor(random() * (choice > 0.95 ? cards.length : 6)))
}

/** Mulberry32: small, and the same on every machine. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
