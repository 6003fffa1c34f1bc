// A touchpoint of two lanes on the map: what is drawn, where its links run, and what connecting two cards can mean.
import { describe, expect, it } from 'vitest'
import { acceptSide } from '../../shared/edits/sameTouchpoint.ts'
import { findLayoutViolations } from '../../shared/layout/findLayoutViolations.ts'
import type { Author } from '../../shared/rules/author.ts'
import { cardWords } from '../../web/map/canvas/cardWords.ts'
import { sayOneSided } from '../../web/map/canvas/sayOneSided.ts'
import { toFlow } from '../../web/map/canvas/toFlow.ts'
import { neighbourOf } from '../../web/map/drawing/neighbours.ts'
import { SpatialIndex } from '../../web/map/drawing/spatialIndex.ts'
import { copyCards, pasteCards } from '../../web/map/gestures/copies.ts'
import { crossesParties } from '../../web/map/gestures/fromFlow.ts'
import { toggleOwnStages } from '../../web/map/gestures/shapes.ts'
import { together } from '../../web/map/gestures/together.ts'
import { layoutInputOf } from '../../web/map/journey/layoutInput.ts'
import { rowsPartnerSees } from '../../web/map/journey/partnerRows.ts'
import type { MapView } from '../../web/map/useMap.ts'
import { type Chain, someone, valueChain } from '../support/chain.ts'
import { readMap } from './readingMap.ts'

const everywhere = { minX: -1e6, minY: -1e6, maxX: 1e6, maxY: 1e6 }

/** The broker's portal card, which the insurer lives too as "Receives the risk". */
function withSide(state: 'proposed' | 'accepted' = 'accepted') {
  const chain = valueChain()
  const sideId = crypto.randomUUID()
  const place = { laneId: chain.lanes.insurer, stageId: chain.stages.choose, rank: 'a5' }
  const side = { id: sideId, touchpointId: chain.cards.lodge, ...place, name: 'Receives the risk' }
  chain.server.do(chain.broker, [{ type: 'side.add', ...side }])
  if (state === 'accepted')
    chain.server.do(chain.insurer, [{ type: 'side.decide', id: sideId, accept: true }])
  return { ...chain, sideId }
}

function viewOf(chain: Chain, author: Author): Pick<MapView, 'journey' | 'ecosystem'> {
  const { journey } = readMap(chain, author)
  return { journey, ecosystem: { rows: chain.server.seenBy(author), author } as MapView['ecosystem'] }
}

function flowOf(chain: Chain, author: Author) {
  const { journey, drawing } = readMap(chain, author)
  const visible = new SpatialIndex(drawing).within(everywhere)
  const chosen = { lens: 'plan', selected: new Set<string>(), focusedId: null, namingId: null } as const
  return { journey, drawing, ...toFlow({ journey, drawing, visible, ...chosen, dragged: new Map() }) }
}

describe('a touchpoint of two lanes', () => {
  it('is one card with a half in the other lane, under that lane’s own name', () => {
    const chain = withSide()
    const { journey, nodes, edges, drawing } = flowOf(chain, chain.insurer)
    expect(findLayoutViolations(layoutInputOf(journey), drawing)).toEqual([])
    const half = nodes.find(({ id }) => id === chain.sideId)
    expect(half?.data).toMatchObject({ half: { label: 'Receives the risk' }, homeName: 'Oakes & Vale' })
    expect(edges.filter(({ type }) => type === 'bond')).toMatchObject([
      {
        source: chain.cards.lodge,
        target: chain.sideId,
        ariaLabel: 'Enters the risk in the portal is one with Fernhill, there called Receives the risk',
      },
    ])
    expect(cardWords(journey.cards.get(chain.cards.lodge)!, '')).toContain(
      'one with Fernhill, there called Receives the risk',
    )
  })

  it('keeps links within the lane in which both live', () => {
    const chain = withSide()
    const { journey } = readMap(chain, chain.insurer)
    const link = layoutInputOf(journey).links.find(({ id }) => id === chain.links.lodged)
    expect(link).toMatchObject({ from: chain.sideId, to: chain.cards.quote, label: null })
    expect(journey.links.get(chain.links.lodged)?.handoff).toBeNull()
    expect(crossesParties(chain.cards.lodge, chain.cards.quote, journey)).toBe(false)
  })

  it('is dashed and divides nothing yet while it is only proposed', () => {
    const chain = withSide('proposed')
    const { journey, nodes } = flowOf(chain, chain.insurer)
    expect(nodes.find(({ id }) => id === chain.sideId)?.data).toMatchObject({ half: { isProposed: true } })
    expect(journey.links.get(chain.links.lodged)?.handoff).not.toBeNull()
  })

  it('is one stop for the arrow keys, which leave it at its far end', () => {
    const chain = withSide()
    const { journey, drawing } = readMap(chain, chain.insurer)
    const { quote, lodge } = chain.cards
    for (const direction of ['up', 'down', 'left', 'right'] as const)
      expect(neighbourOf(lodge, direction, drawing, journey)).not.toBe(lodge)
    const reached = (['up', 'down', 'left', 'right'] as const).map((direction) =>
      neighbourOf(quote, direction, drawing, journey),
    )
    expect(reached).toContain(lodge)
    expect(reached).not.toContain(chain.sideId)
  })

  it('is found by the pointer on either half of the overview', () => {
    const chain = withSide()
    const { drawing } = readMap(chain, chain.insurer)
    const half = drawing.cards.find(({ id }) => id === chain.sideId)!
    expect(new SpatialIndex(drawing).cardAt({ x: half.x + 5, y: half.y + 5 })).toBe(chain.cards.lodge)
  })

  it('is seen by a partner of the map with both names, by a stranger not at all', () => {
    const chain = withSide()
    const rows = chain.server.seenBy(chain.insurer)
    const { organisationId } = chain.broker
    const seen = rowsPartnerSees(rows, organisationId, chain.server.ecosystemId)
    expect(seen.get('side', chain.sideId)?.name).toBe('Receives the risk')
    expect(rowsPartnerSees(rows, someone().organisationId, chain.server.ecosystemId).all('side')).toEqual([])
  })

  it('is copied with its sides, which are asked for anew', () => {
    const chain = withSide()
    const { journey, drawing } = readMap(chain, chain.broker)
    const { actions } = pasteCards(copyCards([chain.cards.lodge], journey), null, journey, drawing)
    chain.server.do(chain.broker, actions)
    expect(chain.server.rows.all('side').map(({ state, name }) => [state, name])).toEqual([
      ['accepted', 'Receives the risk'],
      ['proposed', 'Receives the risk'],
    ])
  })

  it('moves along when the other lane gets stages of its own, and back', () => {
    const chain = withSide()
    const lane = () =>
      readMap(chain, chain.insurer).journey.lanes.find(({ id }) => id === chain.lanes.insurer)!
    chain.server.do(chain.insurer, toggleOwnStages(lane(), readMap(chain, chain.insurer).journey))
    const own = lane().stages.map(({ id }) => id)
    expect(own).toContain(chain.server.rows.get('side', chain.sideId)?.stageId)
    chain.server.do(chain.insurer, toggleOwnStages(lane(), readMap(chain, chain.insurer).journey))
    expect(chain.server.rows.get('side', chain.sideId)?.stageId).toBe(chain.stages.choose)
  })
})

describe('connecting cards of two parties as one touchpoint', () => {
  it('asks the other organisation, whose yes makes one of the two cards', () => {
    const chain = valueChain()
    const { lodge, quote, decide } = chain.cards
    chain.server.do(chain.broker, together(lodge, quote, viewOf(chain, chain.broker)))
    const [side] = chain.server.rows.all('side')
    expect(side).toMatchObject({ touchpointId: lodge, laneId: chain.lanes.insurer, state: 'proposed' })
    expect(chain.server.rows.get('touchpoint', quote)?.deleted).toBe(false)
    const seen = chain.server.seenBy(chain.insurer)
    chain.server.do(
      chain.insurer,
      acceptSide(side!, seen, () => crypto.randomUUID()),
    )
    expect(chain.server.rows.get('touchpoint', quote)?.deleted).toBe(true)
    const onward = chain.server.rows.all('link').filter(({ fromTouchpointId }) => fromTouchpointId === lodge)
    expect(onward.map(({ toTouchpointId }) => toTouchpointId)).toEqual([decide])
  })

  it('is done at once where one organisation keeps both lanes', () => {
    const chain = valueChain()
    const { decide, learn } = chain.cards
    chain.server.do(chain.insurer, together(decide, learn, viewOf(chain, chain.insurer)))
    expect(chain.server.rows.all('side')).toMatchObject([
      { touchpointId: decide, laneId: chain.lanes.bakery, name: 'Learns the outcome', state: 'accepted' },
    ])
    expect(chain.server.rows.get('touchpoint', learn)?.deleted).toBe(true)
  })

  it('shares the card of our own lane, whichever way the line was drawn', () => {
    const chain = valueChain()
    const [share] = together(chain.cards.lodge, chain.cards.quote, viewOf(chain, chain.insurer))
    expect(share).toMatchObject({ touchpointId: chain.cards.quote, laneId: chain.lanes.broker })
  })
})

describe('what passes to or from a side that nobody holds', () => {
  it('is said before it is made', () => {
    const chain = valueChain()
    const { journey } = readMap(chain, chain.insurer)
    const lane = (id: string) => journey.lanes.find((one) => one.id === id)!
    const { insurer, broker, bakery } = chain.lanes
    expect(sayOneSided(lane(insurer), lane(broker))).toBeNull()
    expect(sayOneSided(lane(insurer), lane(bakery))).toBe(
      'Until Brightwater Bakery is here, this is a promise by Fernhill.',
    )
    expect(sayOneSided(lane(bakery), lane(insurer))).toMatch(/^Nobody speaks for Brightwater Bakery yet/)
  })
})
