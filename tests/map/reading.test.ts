import { describe, expect, it } from 'vitest'
import { actionOfKey } from '../../web/map/canvas/keys.ts'
import { arrowHead, roundedPath } from '../../web/map/canvas/linkPath.ts'
import { openingView } from '../../web/map/canvas/openingView.ts'
import { allCells, cellAt, cellBeside, roomOf } from '../../web/map/drawing/cells.ts'
import { laneRoom } from '../../web/map/drawing/laneRoom.ts'
import { firstCard, neighbourOf } from '../../web/map/drawing/neighbours.ts'
import { SpatialIndex } from '../../web/map/drawing/spatialIndex.ts'
import { onwardsOf, outlineOf } from '../../web/map/outline/outlineOf.ts'
import { readMinutes } from '../../web/map/panel/fields/minutes.ts'
import { valueChain } from '../support/chain.ts'
import { readMap } from './readingMap.ts'

const plain = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }

describe('cells of the drawing', () => {
  it('are found again at the middle of their room, own stages included', () => {
    const chain = valueChain()
    const { journey, drawing } = readMap(chain, chain.insurer)
    const cells = allCells(drawing, journey)
    expect(cells).toHaveLength(2 * 3 + 2)
    for (const cell of cells) {
      const room = roomOf(cell, drawing, journey)!
      const middle = { x: room.x + room.width / 2, y: room.y + room.height / 2 }
      expect(cellAt(middle, drawing, journey)).toEqual(cell)
    }
  })

  it('are the nearest ones in the gutters and beyond the edges', () => {
    const chain = valueChain()
    const { journey, drawing } = readMap(chain, chain.insurer)
    expect(cellAt({ x: -500, y: -500 }, drawing, journey)).toEqual({
      laneId: chain.lanes.insurer,
      stageId: chain.stages.need,
    })
  })
})

describe('carrying a card with the keyboard', () => {
  it('goes to the next stage of its lane, and to the lane below in the stage that lies there', () => {
    const chain = valueChain()
    const { journey, drawing } = readMap(chain, chain.insurer)
    const card = journey.cards.get(chain.cards.quote)!
    const { insurer, broker } = chain.lanes
    const beside = (direction: 'left' | 'right' | 'up' | 'down') =>
      cellBeside(card, direction, drawing, journey)
    expect(beside('right')).toEqual({ laneId: insurer, stageId: chain.stages.claim })
    expect(beside('left')).toEqual({ laneId: insurer, stageId: chain.stages.need })
    expect(beside('up')).toBeNull()
    expect(beside('down')?.laneId).toBe(broker)
    expect(Object.values(chain.brokerStages)).toContain(beside('down')?.stageId)
  })
})

describe('arrow keys', () => {
  it('follow links to the right and back to the left, across lanes where the link goes', () => {
    const chain = valueChain()
    const { journey, drawing } = readMap(chain, chain.insurer)
    const { cards } = chain
    expect(neighbourOf(cards.quote, 'right', drawing, journey)).toBe(cards.decide)
    expect(neighbourOf(cards.decide, 'left', drawing, journey)).toBe(cards.quote)
    expect(neighbourOf(cards.decide, 'down', drawing, journey)).toBe(cards.learn)
  })

  it('reach every card from the first', () => {
    const chain = valueChain()
    const { journey, drawing } = readMap(chain, chain.insurer)
    const reached = new Set([firstCard(drawing, journey)!])
    for (const id of reached) {
      for (const direction of ['left', 'right', 'up', 'down'] as const) {
        const next = neighbourOf(id, direction, drawing, journey)
        if (next) reached.add(next)
      }
    }
    expect(reached).toEqual(new Set(journey.cards.keys()))
  })
})

describe('keys of the canvas', () => {
  it('are the ones the help names, and no others', () => {
    expect(actionOfKey({ ...plain, key: '3' })).toEqual({ type: 'lens', lens: 'heat' })
    expect(actionOfKey({ ...plain, key: 'P' })).toEqual({ type: 'mark', kind: 'pain' })
    expect(actionOfKey({ ...plain, key: ']' })).toEqual({ type: 'seam', by: 1 })
    expect(actionOfKey({ ...plain, key: 'z', ctrlKey: true, shiftKey: true })).toEqual({ type: 'redo' })
    expect(actionOfKey({ ...plain, key: 'z', metaKey: true })).toEqual({ type: 'undo' })
    expect(actionOfKey({ ...plain, key: 'ArrowUp' })).toEqual({ type: 'arrow', direction: 'up' })
    expect(actionOfKey({ ...plain, key: 'ArrowUp', shiftKey: true })).toEqual({
      type: 'carry',
      direction: 'up',
    })
    expect(actionOfKey({ ...plain, key: 'ArrowUp', ctrlKey: true })).toEqual({
      type: 'walk',
      direction: 'up',
    })
    expect(actionOfKey({ ...plain, key: ' ', ctrlKey: true })).toEqual({ type: 'choose' })
    expect(actionOfKey({ ...plain, key: ' ', shiftKey: true })).toEqual({ type: 'choose' })
    expect(actionOfKey({ ...plain, key: ' ' })).toEqual({ type: 'open' })
    expect(actionOfKey({ ...plain, key: 'ArrowUp', altKey: true })).toEqual({ type: 'reorder', by: -1 })
    expect(actionOfKey({ ...plain, key: 'ArrowLeft', altKey: true })).toBeNull()
    expect(actionOfKey({ ...plain, key: 'z' })).toBeNull()
    expect(actionOfKey({ ...plain, key: 'p', altKey: true })).toBeNull()
    expect(actionOfKey({ ...plain, key: 'Tab' })).toBeNull()
    expect(actionOfKey({ ...plain, key: '5' })).toBeNull()
  })
})

describe('opening a map', () => {
  const size = { width: 1_300, height: 750 }

  it('stays readable however large the map is', () => {
    const chain = valueChain()
    const { journey, drawing } = readMap(chain, chain.insurer)
    const large = { ...drawing, width: drawing.width * 20 }
    expect(openingView(journey, large, size).zoom).toBeGreaterThanOrEqual(0.75)
  })

  it('begins where one left it, unless nothing of the map is to be seen from there or a row is asked for', () => {
    const chain = valueChain()
    const { journey, drawing } = readMap(chain, chain.insurer)
    const last = { x: -40, y: -20, zoom: 1.3 }
    expect(openingView(journey, drawing, size, { last })).toEqual(last)
    const lost = { ...last, x: -40_000 }
    expect(openingView(journey, drawing, size, { last: lost })).toEqual(openingView(journey, drawing, size))
    expect(openingView(journey, drawing, size, { last, askedId: chain.cards.learn })).not.toEqual(last)
  })

  it('begins with the row that was asked for in view', () => {
    const chain = valueChain()
    const { journey, drawing } = readMap(chain, chain.insurer)
    const small = { width: 400, height: 300 }
    const { x, y, zoom } = openingView(journey, drawing, small, { askedId: chain.cards.learn })
    const card = drawing.cards.find(({ id }) => id === chain.cards.learn)!
    const left = card.x * zoom + x
    const top = card.y * zoom + y
    expect(left).toBeGreaterThanOrEqual(0)
    expect(left + card.width * zoom).toBeLessThanOrEqual(small.width)
    expect(top).toBeGreaterThanOrEqual(0)
    expect(top + card.height * zoom).toBeLessThanOrEqual(small.height)
  })
})

describe('the spatial index', () => {
  it('finds the card under a point and none beside it', () => {
    const chain = valueChain()
    const { drawing } = readMap(chain, chain.insurer)
    const index = new SpatialIndex(drawing)
    const card = drawing.cards[0]!
    expect(index.cardAt({ x: card.x + 5, y: card.y + 5 })).toBe(card.id)
    expect(index.cardAt({ x: card.x - 5, y: card.y - 500 })).toBeNull()
  })

  it('finds a link only near the way it runs, not within all that it runs around', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 900, y: 0 },
      { x: 900, y: 900 },
    ]
    const chain = valueChain()
    const link = { id: 'around', points, label: null, kind: 'sequence' as const }
    const { drawing } = readMap(chain, chain.insurer)
    const index = new SpatialIndex({ ...drawing, cards: [], bonds: [], links: [link] })
    const near = (x: number, y: number) =>
      index.within({ minX: x - 20, minY: y - 20, maxX: x + 20, maxY: y + 20 }).links.has('around')
    expect([near(450, 0), near(900, 0), near(900, 450)]).toEqual([true, true, true])
    expect([near(450, 450), near(100, 800)]).toEqual([false, false])
  })
})

describe('a route', () => {
  it('goes through its corners with rounded turns and ends in a head that points along it', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 40, y: 0 },
      { x: 40, y: 30 },
    ]
    expect(roundedPath(points)).toBe('M0 0L34 0Q40 0 40 6L40 30')
    expect(arrowHead(points)).toBe('M40 30L44 22L36 22Z')
  })
})

describe('a duration', () => {
  it.each([
    ['30', 30],
    ['30 min', 30],
    ['4 h', 240],
    ['1.5 days', 2_160],
    ['1,5 d', 2_160],
    ['2 weeks', 20_160],
    ['', null],
    ['soon', undefined],
    ['3 lightyears', undefined],
  ])('typed as "%s" is %s minutes', (typed, minutes) => {
    expect(readMinutes(typed)).toBe(minutes)
  })
})

describe('the outline', () => {
  it('tells every touchpoint in reading order and how it goes on', () => {
    const chain = valueChain()
    const { journey } = readMap(chain, chain.insurer)
    const names = outlineOf(journey).flatMap(({ stages }) =>
      stages.flatMap(({ cards }) => cards.map(({ name }) => name)),
    )
    expect(names).toEqual([
      'Prices the risk',
      'Decides the claim',
      'Enters the risk in the portal',
      'Compares quotes',
      'Learns the outcome',
    ])
    expect(onwardsOf(chain.cards.decide, journey)).toEqual([
      {
        linkId: chain.links.outcome,
        words: 'hands over Decision to Brightwater Bakery: Learns the outcome',
      },
    ])
  })
})

describe('the room of a window', () => {
  it('is shared by few lanes, and many keep the least height', () => {
    expect(laneRoom(3, 748)).toBeGreaterThan(180)
    expect(3 * laneRoom(3, 748)).toBeLessThan(748)
    expect(laneRoom(7, 748)).toBe(96)
    expect(laneRoom(1, 4_000)).toBeLessThan(250)
  })

  it('is used by a map that is low: larger, with six columns still in view', () => {
    const chain = valueChain()
    const { journey, drawing } = readMap(chain, chain.insurer)
    const wide = { ...drawing, width: 2_400, height: 500, cards: columnsOf(10) }
    const { zoom } = openingView(journey, wide, { width: 1_308, height: 748 })
    expect(zoom).toBeGreaterThan((1_308 * 10) / (2_400 * 7))
    expect(zoom * 240 * 6).toBeLessThanOrEqual(1_308.01)
    const high = { ...wide, height: 2_000 }
    expect(openingView(journey, high, { width: 1_308, height: 748 }).zoom).toBeCloseTo(
      (1_308 * 10) / (2_400 * 7),
    )
  })

  function columnsOf(count: number) {
    return Array.from({ length: count }, (_, column) => {
      return { id: `card ${column}`, x: 240 * column, y: 0, width: 152, height: 56, column, row: 0 }
    })
  }
})
