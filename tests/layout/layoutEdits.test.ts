import fc from 'fast-check'
import { generateKeyBetween } from 'fractional-indexing'
import { describe, expect, it } from 'vitest'
import { drawLayout } from '../../shared/layout/drawLayout.ts'
import { findLayoutViolations } from '../../shared/layout/findLayoutViolations.ts'
import type { Drawing, DrawnCard, LayoutCard, LayoutInput } from '../../shared/layout/types.ts'
import { createRandom, generateMap, usualShape } from './generateMap.ts'
import { isLongRun, mapArbitrary } from './mapArbitrary.ts'

describe('a map that is being edited', () => {
  it('keeps every rule through a chain of edits, each drawn from the drawing before', () => {
    fc.assert(
      fc.property(mapArbitrary(isLongRun ? 200 : 60), fc.nat(1_000_000), (start, seed) => {
        const random = createRandom(seed)
        let input = start
        let drawing = drawLayout(input)
        for (let edit = 0; edit < 6; edit += 1) {
          input = editMap(input, random, `edit${edit}`)
          drawing = drawLayout(input, drawing)
          expect(findLayoutViolations(input, drawing)).toEqual([])
        }
      }),
      { numRuns: isLongRun ? 500 : 50 },
    )
  }, 600_000)

  it('draws the same again when nothing changed', () => {
    fc.assert(
      fc.property(mapArbitrary(80), (input) => {
        const drawing = drawLayout(input)
        // Without its hash: a drawing of the very same input is given back as it is.
        const { inputHash: _, ...before } = drawing
        const again = drawLayout(input, before)
        expect(again.cards.map(({ id, column, row }) => [id, column, row])).toEqual(
          drawing.cards.map(({ id, column, row }) => [id, column, row]),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('moves existing cards 3 px at most on average within their cell when a card is added, and flips none', () => {
    const moves: number[] = []
    for (let seed = 1; seed <= 40; seed += 1) {
      const input = generateMap({ ...usualShape, seed, cards: seed % 2 === 0 ? 50 : 120 })
      const before = drawLayout(input)
      const edited = addCard(input, createRandom(seed), 'new')
      const after = drawLayout(edited, before)
      expect(countFlips(input, before, after)).toBe(0)
      moves.push(...movesWithinCells(input, before, after))
    }
    expect(moves.reduce((sum, move) => sum + move, 0) / moves.length).toBeLessThanOrEqual(3)
  }, 60_000)
})

function editMap(input: LayoutInput, random: () => number, id: string): LayoutInput {
  const choice = random()
  const index = Math.floor(random() * input.cards.length)
  const card = input.cards[index]
  if (choice < 0.4 || !card) return addCard(input, random, id)
  if (choice < 0.6) return { ...input, cards: input.cards.toSpliced(index, 1) }
  if (choice < 0.7)
    return { ...input, links: input.links.toSpliced(Math.floor(random() * input.links.length), 1) }
  if (choice < 0.75) return { ...input, stages: input.stages.toReversed() }
  if (choice < 0.85) return { ...input, cards: input.cards.with(index, { ...card, below: !card.below }) }
  return { ...input, cards: input.cards.with(index, { ...card, ...pickCell(input, random) }) }
}

/** A card at the end of some cell, with two links. */
function addCard(input: LayoutInput, random: () => number, id: string): LayoutInput {
  const cell = pickCell(input, random)
  const last = input.cards.reduce<string | null>(
    (rank, card) => (rank === null || card.rank > rank ? card.rank : rank),
    null,
  )
  const card: LayoutCard = { id, ...cell, rank: generateKeyBetween(last, null), width: 152, height: 56 }
  const near = input.cards.filter((other) => other.stageId === cell.stageId)
  const others = near.length > 1 ? near : input.cards
  const links =
    others.length < 2
      ? []
      : [
          { id: `${id}in`, from: others[Math.floor(random() * others.length)]!.id, to: id, loopBack: false },
          { id: `${id}out`, from: id, to: others[Math.floor(random() * others.length)]!.id, loopBack: false },
        ]
  return { ...input, cards: [...input.cards, card], links: [...input.links, ...links] }
}

function pickCell(input: LayoutInput, random: () => number): { laneId: string; stageId: string } {
  const lane = input.lanes[Math.floor(random() * input.lanes.length)]!
  const stages = input.stages.filter((stage) => stage.laneId === (lane.ownStages ? lane.id : null))
  return { laneId: lane.id, stageId: stages[Math.floor(random() * stages.length)]?.id ?? '' }
}

/** Pairs of cards of one cell whose order in a column turned round. */
function countFlips(input: LayoutInput, before: Drawing, after: Drawing): number {
  const was = byId(before)
  const is = byId(after)
  let flips = 0
  for (const a of input.cards) {
    for (const b of input.cards) {
      if (a.laneId !== b.laneId || a.stageId !== b.stageId || a.id >= b.id) continue
      const [beforeA, beforeB, afterA, afterB] = [
        was.get(a.id)!,
        was.get(b.id)!,
        is.get(a.id)!,
        is.get(b.id)!,
      ]
      if ((beforeA.row - beforeB.row) * (afterA.row - afterB.row) < 0) flips += 1
      if ((beforeA.column - beforeB.column) * (afterA.column - afterB.column) < 0) flips += 1
    }
  }
  return flips
}

/** How far each card moved, measured from the first card of its cell. */
function movesWithinCells(input: LayoutInput, before: Drawing, after: Drawing): number[] {
  const place = (drawing: Drawing) => {
    const cards = byId(drawing)
    return new Map(
      input.cards.map((card) => {
        const mates = input.cards.filter(
          (other) => other.laneId === card.laneId && other.stageId === card.stageId,
        )
        const boxes = mates.map((mate) => cards.get(mate.id)!)
        const box = cards.get(card.id)!
        const [x, y] = [Math.min(...boxes.map((b) => b.x)), Math.min(...boxes.map((b) => b.y))]
        return [card.id, { x: box.x - x, y: box.y - y }]
      }),
    )
  }
  const [was, is] = [place(before), place(after)]
  return input.cards.map((card) => {
    const [from, to] = [was.get(card.id)!, is.get(card.id)!]
    return Math.hypot(to.x - from.x, to.y - from.y)
  })
}

function byId(drawing: Drawing): Map<string, DrawnCard> {
  return new Map(drawing.cards.map((card) => [card.id, card]))
}
