import { expect } from 'vitest'
import { placeAndWire, routeWiring } from '../../shared/layout/drawLayout.ts'
import { routeWithElk } from '../../shared/layout/drawLayoutWithElk.ts'
import type { Drawing, ElkLike, LayoutInput } from '../../shared/layout/types.ts'

/** The drawing whose routes are ELK's alone; fails when ELK has moved a card. */
export async function routedByElk(input: LayoutInput, elk: ElkLike, name: string): Promise<Drawing> {
  const wiring = placeAndWire(input)
  routeWiring(wiring)
  const drawing = await routeWithElk(wiring, elk)
  expect(drawing, `ELK moved a card of ${name}`).not.toBeNull()
  return drawing!
}
