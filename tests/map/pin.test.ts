// The end customer's lane stays in sight at the bottom of the canvas, as a part of the same drawing seen further up.
import { describe, expect, it } from 'vitest'
import { type Looking, pinnedPart, pinOf, pinShift, underPin } from '../../web/map/canvas/pin.ts'
import type { LinkEdgeType } from '../../web/map/canvas/toFlow.ts'
import { toFlow } from '../../web/map/canvas/toFlow.ts'
import { SpatialIndex } from '../../web/map/drawing/spatialIndex.ts'
import { valueChain } from '../support/chain.ts'
import { readMap } from './readingMap.ts'

const everywhere = { minX: -1e6, minY: -1e6, maxX: 1e6, maxY: 1e6 }

function seen() {
  const chain = valueChain()
  const { journey, drawing } = readMap(chain, chain.insurer)
  const pin = pinOf(journey, drawing)
  if (!pin) throw new Error('there is a customer’s lane below others')
  return { chain, journey, drawing, pin }
}

/** A canvas that ends so many pixels above the end of the map. */
function cut(drawing: { height: number }, missing: number, more: Partial<Looking> = {}): Looking {
  return { transform: [0, 600 - drawing.height + missing, 1], width: 1300, height: 600, ...more }
}

describe('the lane of the end customer', () => {
  it('is what is pinned, with its cards and the seam above it', () => {
    const { chain, journey, drawing, pin } = seen()
    const lane = drawing.lanes.at(-1)!
    expect(journey.lanes.at(-1)).toMatchObject({ id: lane.id, isCustomer: true })
    expect([...pin.ids].sort()).toEqual([chain.cards.compare, chain.cards.learn].sort())
    expect(pin.top).toBeLessThan(lane.y)
    expect(pin.bottom).toBe(drawing.height)
  })

  it('is pinned on no map without one, or with nothing else', () => {
    const { journey, drawing } = seen()
    expect(pinOf({ ...journey, lanes: journey.lanes.slice(0, -1) }, drawing)).toBeNull()
    expect(pinOf({ ...journey, lanes: journey.lanes.slice(-1) }, drawing)).toBeNull()
  })

  it('is shown by so much further up as it would lie below the window', () => {
    const { drawing, pin } = seen()
    expect(pinShift(pin, cut(drawing, 80))).toBe(-80)
    expect(pinShift(pin, cut(drawing, 0))).toBe(0)
    expect(pinShift(pin, cut(drawing, -50))).toBe(0)
    const half: Looking = { ...cut(drawing, 0), transform: [0, 600 - drawing.height * 0.75 + 60, 0.75] }
    expect(pinShift(pin, half)).toBeCloseTo(-80)
  })

  it('stays in its place where it would take too much room, or cards are too small to read', () => {
    const { drawing, pin } = seen()
    expect(pinShift(pin, cut(drawing, 80, { width: 258 }))).toBe(0)
    expect(pinShift(pin, { transform: [0, 0, 1], width: 1300, height: 300 })).toBe(0)
    expect(pinShift({ ...pin, top: pin.bottom - 400 }, cut(drawing, 80))).toBe(0)
    expect(pinShift(pin, { transform: [0, 500, 0.4], width: 1300, height: 600 })).toBe(0)
  })

  it('takes what is dropped on it where it is seen, and leaves the rest of the map alone', () => {
    const { pin } = seen()
    expect(underPin(pin, -80, { x: 5, y: pin.top - 79 })).toEqual({ x: 5, y: pin.top + 1 })
    expect(underPin(pin, -80, { x: 5, y: pin.top - 81 })).toEqual({ x: 5, y: pin.top - 81 })
    expect(underPin(null, 0, { x: 5, y: pin.top + 9 })).toEqual({ x: 5, y: pin.top + 9 })
  })
})

describe('what runs into the pinned lane', () => {
  it('goes on within it from its edge', () => {
    const pin = { top: 100, bottom: 200, ids: new Set<string>() }
    const down = [
      { x: 10, y: 50 },
      { x: 40, y: 50 },
      { x: 40, y: 150 },
      { x: 90, y: 150 },
    ]
    const within = [{ x: 40, y: 100 }, ...down.slice(2)]
    expect(pinnedPart(down, pin)).toEqual(within)
    expect(pinnedPart(down.toReversed(), pin)).toEqual(within.toReversed())
  })

  it('is drawn whole below and in part above, says what passes once, and is heard once', () => {
    const { journey, drawing, pin } = seen()
    const visible = new SpatialIndex(drawing).within(everywhere)
    const chosen = { lens: 'plan', selected: new Set<string>(), focusedId: null, namingId: null } as const
    const showing = { journey, drawing, visible, ...chosen, dragged: new Map() }
    const { nodes, edges } = toFlow({ ...showing, pin })
    const raised = nodes.filter(({ zIndex = 0 }) => zIndex > 5).map(({ id }) => id)
    expect(raised.sort()).toEqual([...pin.ids].sort())
    const links = edges.filter((edge): edge is LinkEdgeType => edge.type === 'link')
    const across = drawing.links.filter(({ id }) => {
      const { fromTouchpointId, toTouchpointId } = journey.links.get(id)!.link
      return pin.ids.has(fromTouchpointId) !== pin.ids.has(toTouchpointId)
    })
    expect(across.length).toBeGreaterThan(0)
    for (const { id } of across) {
      const pieces = links.filter(({ data }) => data!.item.id === id)
      expect(pieces.map((piece) => piece.id)).toEqual([id, `${id} pinned`])
      expect(pieces.filter(({ data }) => data!.label !== null)).toHaveLength(1)
      expect(pieces.map(({ domAttributes }) => domAttributes?.['aria-hidden'])).toEqual([undefined, true])
      expect(pieces[1]!.data!.points.every(({ y }) => y >= pin.top)).toBe(true)
    }
    expect(toFlow({ ...showing, pin: null })).toEqual(toFlow(showing))
  })
})
