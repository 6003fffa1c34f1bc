// The half of a touchpoint of two lanes is put elsewhere by hand, by the rules of its lane.
import { describe, expect, it } from 'vitest'
import { cardInPlaceOf } from '../../shared/edits/sameTouchpoint.ts'
import type { Author } from '../../shared/rules/author.ts'
import { toFlow } from '../../web/map/canvas/toFlow.ts'
import type { Cell } from '../../web/map/drawing/cells.ts'
import { SpatialIndex } from '../../web/map/drawing/spatialIndex.ts'
import { placesIn } from '../../web/map/gestures/fromFlow.ts'
import { moveSide, whyNotInLane } from '../../web/map/gestures/moveSide.ts'
import { findTidyPlaces, stillMeant } from '../../web/map/gestures/tidyUp.ts'
import { together } from '../../web/map/gestures/together.ts'
import { layoutInputOf } from '../../web/map/journey/layoutInput.ts'
import type { MapView } from '../../web/map/useMap.ts'
import { type Chain, valueChain } from '../support/chain.ts'
import { readMap } from './readingMap.ts'

/** The broker's portal card, which the insurer lives too. */
function shared() {
  const chain = valueChain()
  const sideId = crypto.randomUUID()
  const place = { laneId: chain.lanes.insurer, stageId: chain.stages.choose, rank: 'a5' }
  const side = { id: sideId, touchpointId: chain.cards.lodge, ...place, name: 'Receives the risk' }
  chain.server.do(chain.broker, [{ type: 'side.add', ...side }])
  chain.server.do(chain.insurer, [{ type: 'side.decide', id: sideId, accept: true }])
  return { ...chain, sideId }
}

function drop(chain: Chain, author: Author, sideId: string, to: Cell, before: string | null = null) {
  const { journey } = readMap(chain, author)
  return moveSide({ sideId, to, before }, journey, chain.server.seenBy(author))
}

describe('the half of a shared touchpoint', () => {
  it('goes to another stage of its lane, before the card it is dropped above', () => {
    const chain = shared()
    const to = { laneId: chain.lanes.insurer, stageId: chain.stages.claim }
    chain.server.do(chain.insurer, drop(chain, chain.insurer, chain.sideId, to, chain.cards.decide))
    const places = placesIn(to, readMap(chain, chain.insurer).journey).map(({ id }) => id)
    expect(places).toEqual([chain.sideId, chain.cards.decide])
    expect(chain.server.rows.get('touchpoint', chain.cards.lodge)?.stageId).toBe(chain.brokerStages.win)
  })

  it('changes nothing where it is dropped on its own place', () => {
    const chain = shared()
    const own = { laneId: chain.lanes.insurer, stageId: chain.stages.choose }
    expect(drop(chain, chain.insurer, chain.sideId, own)).toEqual([])
    expect(drop(chain, chain.insurer, chain.sideId, own, chain.cards.quote)).toHaveLength(1)
  })

  it('is moved by the lane that lives it, and by nobody else', () => {
    const chain = shared()
    const to = { laneId: chain.lanes.insurer, stageId: chain.stages.claim }
    const actions = drop(chain, chain.broker, chain.sideId, to)
    expect(actions).toHaveLength(1)
    expect(() => chain.server.do(chain.broker, actions)).toThrow()
  })

  it('stays in its lane, with a reason for the other ones', () => {
    const chain = shared()
    const { journey } = readMap(chain, chain.insurer)
    const elsewhere = { laneId: chain.lanes.bakery, stageId: chain.stages.claim }
    expect(drop(chain, chain.insurer, chain.sideId, elsewhere)).toEqual([])
    expect(whyNotInLane(chain.sideId, elsewhere.laneId, journey)).toMatch(/^This half belongs to Fernhill\./)
    expect(whyNotInLane(chain.sideId, chain.lanes.insurer, journey)).toBeNull()
    expect(whyNotInLane(chain.cards.quote, elsewhere.laneId, journey)).toBeNull()
  })

  it('takes the card along that it is to become one with', () => {
    const chain = valueChain()
    const { journey } = readMap(chain, chain.broker)
    const ecosystem = {
      rows: chain.server.seenBy(chain.broker),
      author: chain.broker,
    } as MapView['ecosystem']
    chain.server.do(chain.broker, together(chain.cards.lodge, chain.cards.quote, { journey, ecosystem }))
    const [side] = chain.server.rows.all('side')
    const to = { laneId: chain.lanes.insurer, stageId: chain.stages.claim }
    chain.server.do(chain.insurer, drop(chain, chain.insurer, side!.id, to))
    const moved = chain.server.rows.get('side', side!.id)!
    expect(moved.stageId).toBe(chain.stages.claim)
    expect(cardInPlaceOf(moved, chain.server.seenBy(chain.insurer))?.id).toBe(chain.cards.quote)
  })

  it('that is only asked for stays where it is, nudged beside the card it is to be one with', () => {
    const chain = valueChain()
    const { cards, lanes, stages } = chain
    const own = { laneId: lanes.insurer, stageId: stages.choose }
    const later = { id: crypto.randomUUID(), ...own, rank: 'a5', name: 'Sends the quote' }
    chain.server.do(chain.insurer, [{ type: 'touchpoint.add', ...later }])
    const { journey } = readMap(chain, chain.broker)
    const rows = chain.server.seenBy(chain.broker)
    const ecosystem = { rows, author: chain.broker } as MapView['ecosystem']
    chain.server.do(chain.broker, together(cards.lodge, cards.quote, { journey, ecosystem }))
    const [side] = chain.server.rows.all('side')
    expect(side?.state).toBe('proposed')
    expect(drop(chain, chain.insurer, side!.id, own, cards.quote)).toEqual([])
    expect(drop(chain, chain.insurer, side!.id, own, later.id)).toEqual([])
    expect(drop(chain, chain.insurer, side!.id, own)).toHaveLength(2)
  })

  it('gets a better place by tidying up, where its lane may move it', async () => {
    const chain = shared()
    const { journey } = readMap(chain, chain.insurer)
    const input = layoutInputOf(journey)
    const column = 3
    const cards = input.cards.map((card) => (card.id === chain.sideId ? { ...card, column } : card))
    const actions = await findTidyPlaces({ ...input, cards }, (id) => id === chain.sideId)
    expect(actions).toMatchObject([{ type: 'side.change', id: chain.sideId }])
    chain.server.do(chain.insurer, actions)
    expect(stillMeant(actions, journey, journey)).toEqual(actions)
    chain.server.do(chain.broker, [{ type: 'side.remove', id: chain.sideId }])
    expect(stillMeant(actions, journey, readMap(chain, chain.insurer).journey)).toEqual([])
  })

  it('follows the hand alone, while links that end in it let go', () => {
    const chain = shared()
    const { journey, drawing } = readMap(chain, chain.insurer)
    const visible = new SpatialIndex(drawing).within({ minX: -1e6, minY: -1e6, maxX: 1e6, maxY: 1e6 })
    const { nodes, edges } = toFlow({
      ...{ journey, drawing, visible, lens: 'plan', focusedId: null, namingId: null },
      selected: new Set([chain.cards.lodge]),
      dragged: new Map([[chain.sideId, { x: 7, y: 9 }]]),
    })
    const half = nodes.find(({ id }) => id === chain.sideId)
    expect(half).toMatchObject({ draggable: true, position: { x: 7, y: 9 }, data: { chosen: true } })
    expect(half?.selected, 'it does not go along with its card').toBeFalsy()
    expect(edges.find(({ id }) => id === chain.links.lodged)).toMatchObject({
      source: chain.sideId,
      data: { loose: true },
    })
    expect(edges.find(({ type }) => type === 'bond')?.data).toMatchObject({ loose: true })
  })
})
