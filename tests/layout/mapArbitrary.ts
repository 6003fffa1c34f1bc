import fc from 'fast-check'
import { generateMap, type MapShape } from './generateMap.ts'

export const isLongRun = process.env.LONG === '1'

function shapeArbitrary(mostCards: number): fc.Arbitrary<MapShape> {
  return fc
    .record({
      seed: fc.nat(1_000_000),
      cards: fc.nat(mostCards),
      lanes: fc.integer({ min: 1, max: 12 }),
      stages: fc.nat(12),
      ownLanes: fc.nat(4),
      linksPerCard: fc.double({ min: 0, max: 2.4, noNaN: true }),
      loopBackShare: fc.double({ min: 0, max: 0.25, noNaN: true }),
      mixedSizes: fc.boolean(),
      labelShare: fc.constantFrom(0, 0.5, 1),
      parallelLinks: fc.boolean(),
      belowShare: fc.constantFrom(0, 0, 0.2, 0.6, 1),
    })
    .map((shape) => ({ ...shape, ownLanes: Math.min(shape.ownLanes, shape.lanes) }))
}

/** Maps of any shape the product may meet. */
export function mapArbitrary(mostCards: number) {
  return shapeArbitrary(mostCards).map(generateMap)
}

/** Maps on which lanes share touchpoints. */
export function sharedMapArbitrary(mostCards: number) {
  return fc
    .tuple(shapeArbitrary(mostCards), fc.constantFrom(0.1, 0.3, 0.8))
    .map(([shape, sideShare]) => generateMap({ ...shape, lanes: Math.max(2, shape.lanes), sideShare }))
}
