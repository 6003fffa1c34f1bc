import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawLayout } from '../../shared/layout/drawLayout.ts'
import { findLayoutViolations } from '../../shared/layout/findLayoutViolations.ts'
import type { LayoutInput } from '../../shared/layout/types.ts'
import { generateMap, usualShape } from './generateMap.ts'
import { isLongRun, mapArbitrary } from './mapArbitrary.ts'

describe('a drawn map', () => {
  it('keeps every rule of the checker, whatever its shape', () => {
    fc.assert(
      fc.property(mapArbitrary(isLongRun ? 300 : 120), fc.constantFrom(undefined, 1, 2, 4), (map, cap) => {
        const input = { ...map, cap }
        expect(findLayoutViolations(input, drawLayout(input))).toEqual([])
      }),
      { numRuns: isLongRun ? 2000 : 150 },
    )
  }, 600_000)

  it('keeps every rule when most links run between the same few cards', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 9 }),
        fc.integer({ min: 5, max: 20 }),
        fc.nat(),
        (cards, links, seed) => {
          const map = generateMap({
            ...usualShape,
            cards,
            seed,
            lanes: 3,
            stages: 2,
            linksPerCard: links / cards,
            parallelLinks: true,
          })
          const back = map.links.map((link) => ({
            ...link,
            id: `${link.id}back`,
            from: link.to,
            to: link.from,
          }))
          const input = { ...map, links: [...map.links, ...back] }
          expect(findLayoutViolations(input, drawLayout(input))).toEqual([])
        },
      ),
      { numRuns: 60 },
    )
  })

  it('is the same for the same rows, in whatever order the cards come', () => {
    fc.assert(
      fc.property(mapArbitrary(60), (input) => {
        const drawing = drawLayout(input)
        const shuffled = drawLayout({ ...input, cards: input.cards.toReversed() })
        expect(drawLayout(structuredClone(input))).toEqual(drawing)
        expect(shuffled).toEqual(drawing)
      }),
      { numRuns: 30 },
    )
  })

  it('shows what each handoff of a usual map passes', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const drawing = drawLayout(generateMap({ ...usualShape, seed }))
      const hidden = drawing.links.filter((link) => link.kind === 'handoff' && link.hiddenLabel)
      expect(hidden.map((link) => `${seed} ${link.id}`)).toEqual([])
    }
  })

  it('starts near the left edge', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const drawing = drawLayout(generateMap({ ...usualShape, seed }))
      expect(Math.min(...drawing.cards.map((card) => card.x))).toBeLessThanOrEqual(24)
    }
  })

  it('colours a link by what it is', () => {
    const drawing = drawLayout({
      ...twoLanes,
      links: [
        { id: 'sequence', from: 'a', to: 'b', loopBack: false },
        { id: 'handoff', from: 'b', to: 'c', loopBack: false },
        { id: 'rework', from: 'c', to: 'a', loopBack: true },
      ],
    })
    expect(drawing.links.map((link) => [link.id, link.kind])).toEqual([
      ['sequence', 'sequence'],
      ['handoff', 'handoff'],
      ['rework', 'loopBack'],
    ])
  })

  it('draws a first handoff between neighbouring lanes as one straight line through the seam', () => {
    const label = { width: 80, height: 20 }
    const input = { ...twoLanes, links: [{ id: 'h', from: 'b', to: 'c', loopBack: false, label }] }
    const drawing = drawLayout(input)
    const [link] = drawing.links
    expect(link!.points).toHaveLength(2)
    const [upper, lower] = drawing.lanes
    expect(link!.label!.y - 10).toBeGreaterThanOrEqual(upper!.y + upper!.height)
    expect(link!.label!.y + 10).toBeLessThanOrEqual(lower!.y)
  })

  it('draws an empty map with its lanes and headings readable', () => {
    const drawing = drawLayout({ ...twoLanes, cards: [], links: [] })
    expect(drawing.lanes.map((lane) => lane.height)).toEqual([96, 96])
    expect(drawing.stages.every((stage) => stage.width >= 184)).toBe(true)
    expect(drawLayout({ lanes: [], stages: [], cards: [], links: [] }).cards).toEqual([])
  })

  it('leaves out links whose other card the viewer does not see, without a trace', () => {
    const seen = drawLayout({ ...twoLanes, links: [] })
    const links = [
      { id: 'dangling', from: 'a', to: 'hidden', loopBack: false },
      { id: 'self', from: 'a', to: 'a', loopBack: false },
    ]
    expect({ ...drawLayout({ ...twoLanes, links }), inputHash: seen.inputHash }).toEqual(seen)
  })
})

const twoLanes: LayoutInput = {
  lanes: [
    { id: 'upper', ownStages: false },
    { id: 'lower', ownStages: false },
  ],
  stages: [
    { id: 'first', laneId: null },
    { id: 'second', laneId: null },
  ],
  cards: [
    { id: 'a', laneId: 'upper', stageId: 'first', rank: 'a0', width: 152, height: 56 },
    { id: 'b', laneId: 'upper', stageId: 'second', rank: 'a0', width: 152, height: 56 },
    { id: 'c', laneId: 'lower', stageId: 'second', rank: 'a0', width: 152, height: 56 },
  ],
  links: [],
}
