/**
 * A lane with stages of its own still shares the columns of the spine. Each of its cards gets a home: the
 * spine's stage in whose columns it stands, near what it is linked to, with the lane's own stages in order.
 */
import type { PreviousPlace } from './previousPlaces.ts'
import type { Scene } from './scene.ts'

export interface Homes {
  /** Per card: position in the spine. */
  ofCard: number[]
  /** Per lane and own stage: where the stage stands while it is empty. */
  ofStage: number[][]
}

interface Wish {
  card: number
  home: number
  weight: number
}

const stayWeight = 100
/** What is one touchpoint with a card in another lane wants to stand where that stands. */
const bondWeight = 10

export function findHomes(scene: Scene, places: (PreviousPlace | null)[]): Homes {
  const ofCard = scene.cards.map((card, index) =>
    scene.lanes[card.lane]!.ownStages ? (places[index]?.home ?? -1) : card.stage,
  )
  const ofStage: number[][] = scene.own.map(() => [])
  // Twice, because the first lanes are placed before the lanes they hand over to.
  for (let round = 0; round < 2; round += 1) {
    scene.own.forEach((stages, lane) => {
      if (stages.length > 0) ofStage[lane] = settleLane(scene, lane, ofCard, places)
    })
  }
  return { ofCard, ofStage }
}

function settleLane(
  scene: Scene,
  lane: number,
  ofCard: number[],
  places: (PreviousPlace | null)[],
): number[] {
  const wishes = findWishes(scene, lane, ofCard, places)
  const stages = scene.own[lane]!
  const wishesOfStage = stages.map((_, stage) =>
    wishes.filter((wish) => scene.cards[wish.card]!.stage === stage),
  )
  const spans = splitSpine(wishesOfStage, scene.spine.length)
  return spans.map(([first, last], stage) => {
    const known = wishesOfStage[stage]!.map((wish) => wish.home)
    const middle = Math.floor(((stage + 0.5) * scene.spine.length) / stages.length)
    const usual = clamp(known.length > 0 ? median(known) : middle, first, last)
    const wished = new Map(wishesOfStage[stage]!.map(({ card, home }) => [card, home]))
    scene.cards.forEach((card, index) => {
      if (card.lane !== lane || card.stage !== stage) return
      ofCard[index] = clamp(wished.get(index) ?? usual, first, last)
    })
    return usual
  })
}

/** Cards want to stay, or to stand with what they are linked to in other lanes, then in their own. */
function findWishes(scene: Scene, lane: number, ofCard: number[], places: (PreviousPlace | null)[]): Wish[] {
  const wishes = new Map<number, Wish>()
  const cards = scene.cards.flatMap((card, index) => (card.lane === lane ? [index] : []))
  for (const card of cards) {
    const place = places[card]
    if (place) {
      wishes.set(card, { card, home: place.home, weight: stayWeight })
      continue
    }
    const bonded = bondedTo(scene, card).filter((other) => ofCard[other]! >= 0)
    if (bonded.length > 0) {
      wishes.set(card, { card, home: ofCard[bonded[0]!]!, weight: bondWeight })
      continue
    }
    const linked = neighboursOf(scene, card)
      .filter((other) => scene.cards[other]!.lane !== lane && ofCard[other]! >= 0)
      .map((other) => ofCard[other]!)
    if (linked.length > 0) wishes.set(card, { card, home: median(linked), weight: 1 })
  }
  for (let round = 0; round < 3; round += 1) {
    for (const card of cards) {
      if (wishes.has(card)) continue
      // What follows in a later stage of the lane says nothing about where this one stands.
      const linked = neighboursOf(scene, card)
        .filter((other) => scene.cards[other]!.stage === scene.cards[card]!.stage)
        .flatMap((other) => wishes.get(other)?.home ?? [])
      if (linked.length > 0) wishes.set(card, { card, home: median(linked), weight: 0.5 })
    }
  }
  return [...wishes.values()]
}

/** Cuts the spine into one span per own stage, in order, neighbours sharing at most one stage of the spine. */
function splitSpine(wishesOfStage: Wish[][], spineLength: number): [number, number][] {
  const count = wishesOfStage.length
  const best: { cost: number; first: number; before: number }[][] = []
  wishesOfStage.forEach((wishes, stage) => {
    const row: (typeof best)[number] = []
    for (let last = 0; last < spineLength; last += 1) {
      let choice = { cost: Number.POSITIVE_INFINITY, first: 0, before: 0 }
      let before = 0
      for (let first = 0; first <= last; first += 1) {
        const earlier = best[stage - 1]
        if (earlier && earlier[first]!.cost < earlier[before]!.cost) before = first
        const start = (stage * spineLength) / count
        const end = ((stage + 1) * spineLength) / count - 1
        let cost = (earlier?.[before]?.cost ?? 0) + 0.01 * (Math.abs(first - start) + Math.abs(last - end))
        for (const wish of wishes) cost += wish.weight * Math.abs(clamp(wish.home, first, last) - wish.home)
        if (cost < choice.cost) choice = { cost, first, before }
      }
      row.push(choice)
    }
    best.push(row)
  })
  let last = 0
  best[count - 1]!.forEach((choice, index) => {
    if (choice.cost < best[count - 1]![last]!.cost) last = index
  })
  const spans: [number, number][] = []
  for (let stage = count - 1; stage >= 0; stage -= 1) {
    const { first, before } = best[stage]![last]!
    spans.unshift([first, last])
    last = before
  }
  return spans
}

function bondedTo(scene: Scene, card: number): number[] {
  return scene.linksOfCard[card]!.flatMap((index) => {
    const { kind, from, to } = scene.links[index]!
    return kind === 'bond' ? [from === card ? to : from] : []
  })
}

/** Rework loops lead back in time, so they do not pull. */
function neighboursOf(scene: Scene, card: number): number[] {
  return scene.linksOfCard[card]!.flatMap((index) => {
    const link = scene.links[index]!
    if (link.loopBack) return []
    return [link.from === card ? link.to : link.from]
  })
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)]!
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
