// What the end customer sees stands above its lane's line of visibility: by drag, by key, by double-click, and in words.
import { describe, expect, it } from 'vitest'
import { findLayoutViolations } from '../../shared/layout/findLayoutViolations.ts'
import type { Author } from '../../shared/rules/author.ts'
import { type Cell, cellAt, cellBeside, type Room, roomOf } from '../../web/map/drawing/cells.ts'
import { firstBehind, placeToAdd } from '../../web/map/drawing/placeToAdd.ts'
import { moveCards } from '../../web/map/gestures/fromFlow.ts'
import { reorder } from '../../web/map/gestures/reorder.ts'
import { layoutInputOf } from '../../web/map/journey/layoutInput.ts'
import { withDraft } from '../../web/map/journey/withDraft.ts'
import { type Chain, valueChain } from '../support/chain.ts'
import { readMap } from './readingMap.ts'

/** The insurer prices the risk behind the scenes, in two steps. */
function behindTheScenes() {
  const chain = valueChain()
  const rates = crypto.randomUUID()
  const cell = { laneId: chain.lanes.insurer, stageId: chain.stages.choose }
  chain.server.do(chain.insurer, [
    { type: 'touchpoint.change', id: chain.cards.quote, fields: { customerSees: false } },
    {
      type: 'touchpoint.add',
      id: rates,
      ...cell,
      rank: 'a1',
      name: 'Looks up the rates',
      customerSees: false,
    },
  ])
  return { chain, rates, cell }
}

function sees(chain: Chain, id: string): boolean | undefined {
  return chain.server.rows.get('touchpoint', id)?.customerSees
}

/** The middle of a part of a lane and stage, as a card dropped there has it. */
function middleOf(cell: Cell, { journey, drawing }: ReturnType<typeof readMap>) {
  const { x, y, width, height } = roomOf(cell, drawing, journey)!
  return { x: x + width / 2, y: y + height / 2 }
}

function drop(chain: Chain, author: Author, cardIds: string[], cell: Cell) {
  const map = readMap(chain, author)
  const to = cellAt(middleOf(cell, map), map.drawing, map.journey)!
  return moveCards({ cardIds, to, before: null }, map.journey, map.drawing)
}

describe('the line of visibility', () => {
  it('is drawn for everybody on the map, in the lane that has something below it and in no other', () => {
    const { chain } = behindTheScenes()
    for (const author of [chain.insurer, chain.broker]) {
      const { journey, drawing } = readMap(chain, author)
      const divided = drawing.lanes.filter(({ line }) => line).map(({ id }) => id)
      expect(divided).toEqual([chain.lanes.insurer])
      expect(findLayoutViolations(layoutInputOf(journey), drawing)).toEqual([])
    }
  })

  it('is gone once nothing stands below it', () => {
    const chain = valueChain()
    expect(readMap(chain, chain.insurer).drawing.lanes.some(({ line }) => line)).toBe(false)
  })

  it('halves every cell of its lane', () => {
    const { chain, cell } = behindTheScenes()
    const { journey, drawing } = readMap(chain, chain.insurer)
    const whole = roomOf(cell, drawing, journey)!
    const [above, below] = [true, false].map(
      (customerSees) => roomOf({ ...cell, customerSees }, drawing, journey)!,
    )
    expect(above!.height + below!.height).toBe(whole.height)
    expect(below!.y).toBe(above!.y + above!.height)
    const other = { ...cell, laneId: chain.lanes.bakery, customerSees: false }
    expect(roomOf(other, drawing, journey)!.height).toBe(
      drawing.lanes.find(({ id }) => id === chain.lanes.bakery)!.height,
    )
  })

  it('draws the half of a touchpoint on the same side as the touchpoint', () => {
    const { chain } = behindTheScenes()
    const place = { laneId: chain.lanes.insurer, stageId: chain.stages.choose, rank: 'a5' }
    const id = crypto.randomUUID()
    chain.server.do(chain.broker, [
      { type: 'touchpoint.change', id: chain.cards.lodge, fields: { customerSees: false } },
      { type: 'side.add', id, touchpointId: chain.cards.lodge, ...place },
    ])
    const { journey, drawing } = readMap(chain, chain.insurer)
    const lane = drawing.lanes.find(({ id: laneId }) => laneId === chain.lanes.insurer)!
    expect(drawing.cards.find((card) => card.id === id)!.y).toBeGreaterThan(lane.line!.y)
    expect(findLayoutViolations(layoutInputOf(journey), drawing)).toEqual([])
  })
})

describe('the half of a touchpoint that the customer does not see', () => {
  it('stays by the lane it is shared with where nothing else is behind the scenes', () => {
    const chain = valueChain()
    const id = crypto.randomUUID()
    const place = { laneId: chain.lanes.insurer, stageId: chain.stages.choose, rank: 'a5' }
    chain.server.do(chain.broker, [
      { type: 'touchpoint.change', id: chain.cards.lodge, fields: { customerSees: false } },
      { type: 'side.add', id, touchpointId: chain.cards.lodge, ...place },
    ])
    const { journey, drawing } = readMap(chain, chain.insurer)
    const lineIn = (laneId: string) => drawing.lanes.find((lane) => lane.id === laneId)!.line
    expect(lineIn(chain.lanes.insurer)).toBeUndefined()
    expect(lineIn(chain.lanes.broker)).toBeDefined()
    expect(findLayoutViolations(layoutInputOf(journey), drawing)).toEqual([])
  })
})

describe('a card dragged across the line', () => {
  it('is seen by the end customer above it and not below, by the one change that places it', () => {
    const { chain, rates, cell } = behindTheScenes()
    const [action, ...others] = drop(chain, chain.insurer, [rates], { ...cell, customerSees: true })
    expect(others).toEqual([])
    expect(action).toMatchObject({ type: 'touchpoint.change', id: rates, fields: { customerSees: true } })
    chain.server.do(chain.insurer, [action!])
    expect(sees(chain, rates)).toBe(true)
    chain.server.do(chain.insurer, drop(chain, chain.insurer, [rates], { ...cell, customerSees: false }))
    expect(sees(chain, rates)).toBe(false)
  })

  it('takes along all that is dragged with it, and nothing crosses where it stays on its side', () => {
    const { chain, rates, cell } = behindTheScenes()
    const { quote, decide } = chain.cards
    drop(chain, chain.insurer, [rates, decide], { ...cell, customerSees: false }).forEach((action) => {
      expect(action).not.toHaveProperty('fields.customerSees')
    })
    chain.server.do(
      chain.insurer,
      drop(chain, chain.insurer, [decide, quote], { ...cell, customerSees: false }),
    )
    expect([sees(chain, quote), sees(chain, decide)]).toEqual([false, false])
    chain.server.do(
      chain.insurer,
      drop(chain, chain.insurer, [decide, quote], { ...cell, customerSees: true }),
    )
    expect([sees(chain, quote), sees(chain, decide)]).toEqual([true, true])
  })

  it('keeps its side in a lane that has no line', () => {
    const { chain, rates, cell } = behindTheScenes()
    const to = { ...cell, laneId: chain.lanes.bakery }
    const [action] = drop(chain, chain.insurer, [rates], to)
    expect(action).toMatchObject({ fields: { laneId: chain.lanes.bakery } })
    expect(action).not.toHaveProperty('fields.customerSees')
  })

  it('is refused to who does not keep the lane', () => {
    const { chain, rates, cell } = behindTheScenes()
    const actions = drop(chain, chain.broker, [rates], { ...cell, customerSees: true })
    expect(() => chain.server.do(chain.broker, actions)).toThrow('Only the organisation of this lane')
    expect(sees(chain, rates)).toBe(false)
  })
})

describe('by the keys', () => {
  it('a card keeps its side from lane to lane', () => {
    const { chain } = behindTheScenes()
    const { journey, drawing } = readMap(chain, chain.insurer)
    const cell = cellBeside(journey.cards.get(chain.cards.lodge)!, 'up', drawing, journey)
    expect(cell?.laneId).toBe(chain.lanes.insurer)
    expect(cell).not.toHaveProperty('customerSees')
  })

  it('a card steps across the line as past another card, and back', () => {
    const { chain, rates, cell } = behindTheScenes()
    const { quote } = chain.cards
    const step = (id: string, by: -1 | 1) =>
      chain.server.do(chain.insurer, reorder([id], by, readMap(chain, chain.insurer).journey))
    step(quote, -1)
    expect([sees(chain, quote), sees(chain, rates)]).toEqual([true, false])
    expect(reorder([quote], -1, readMap(chain, chain.insurer).journey)).toEqual([])
    step(quote, 1)
    expect(sees(chain, quote)).toBe(false)
    const { drawing } = readMap(chain, chain.insurer)
    const [first, second] = [quote, rates].map((id) => drawing.cards.find((card) => card.id === id)!)
    expect([first!.column, first!.row < second!.row]).toEqual([second!.column, true])
    const claim = readMap(chain, chain.insurer).journey
    expect(reorder([chain.cards.decide], 1, claim)).toMatchObject([{ fields: { customerSees: false } }])
    const bakery = { ...cell, laneId: chain.lanes.bakery }
    expect(claim.cards.get(chain.cards.compare)!.touchpoint.laneId).toBe(bakery.laneId)
    expect(reorder([chain.cards.compare], 1, claim), 'no line, nothing to step across').toEqual([])
  })
})

it('a card begun below the line is behind the scenes', () => {
  const { chain, cell } = behindTheScenes()
  const map = readMap(chain, chain.insurer)
  const below = cellAt(middleOf({ ...cell, customerSees: false }, map), map.drawing, map.journey)!
  const id = crypto.randomUUID()
  const drawn = withDraft(map.journey, { ...below, id, rank: 'a9' })
  expect(drawn.cards.get(id)!.touchpoint.customerSees).toBe(false)
  expect(layoutInputOf(drawn).cards.find((card) => card.id === id)).toMatchObject({ below: true })
})

describe('the first card behind the scenes', () => {
  it('goes to the foot of a lane that has no line yet; elsewhere a card begins where it is seen', () => {
    const chain = valueChain()
    const { journey, drawing } = readMap(chain, chain.insurer)
    const at = (laneId: string, fromFoot: number) => {
      const cell = { laneId, stageId: chain.stages.claim }
      const { x, y, width, height } = roomOf(cell, drawing, journey)!
      return placeToAdd({ x: x + width / 2, y: y + height - fromFoot }, drawing, journey)
    }
    const seen = { laneId: chain.lanes.insurer, stageId: chain.stages.claim }
    expect(at(chain.lanes.insurer, 4)).toEqual({ ...seen, customerSees: false })
    expect(at(chain.lanes.insurer, 40)).toEqual(seen)
    expect(at(chain.lanes.insurer, -4)).toEqual(seen)
    expect(at(chain.lanes.bakery, 4)).not.toHaveProperty('customerSees')
  })

  it('is offered nowhere in a lane without cards, nor where a line is', () => {
    const { chain, cell } = behindTheScenes()
    const { journey, drawing } = readMap(chain, chain.insurer)
    const foot = ({ x, y, height }: Room) => ({ x: x + 9, y: y + height - 4 })
    expect(firstBehind(foot(roomOf(cell, drawing, journey)!), drawing, journey)).toBeNull()
    chain.server.do(chain.broker, [{ type: 'touchpoint.remove', id: chain.cards.lodge }])
    const emptied = readMap(chain, chain.broker)
    const own = { laneId: chain.lanes.broker, stageId: chain.brokerStages.win }
    const at = foot(roomOf(own, emptied.drawing, emptied.journey)!)
    expect(firstBehind(at, emptied.drawing, emptied.journey)).toBeNull()
  })
})
