// A place that somebody proposes for a card of others: where its ghost stands, and what goes past it.
import { describe, expect, it } from 'vitest'
import { findLayoutViolations } from '../../shared/layout/findLayoutViolations.ts'
import type { Author } from '../../shared/rules/author.ts'
import { cardWords } from '../../web/map/canvas/cardWords.ts'
import { toFlow } from '../../web/map/canvas/toFlow.ts'
import { neighbourOf } from '../../web/map/drawing/neighbours.ts'
import { SpatialIndex } from '../../web/map/drawing/spatialIndex.ts'
import { layoutInputOf } from '../../web/map/journey/layoutInput.ts'
import { rowsPartnerSees } from '../../web/map/journey/partnerRows.ts'
import { type Chain, someone, valueChain } from '../support/chain.ts'
import { readMap } from './readingMap.ts'

const everywhere = { minX: -1e6, minY: -1e6, maxX: 1e6, maxY: 1e6 }

/** The broker would have the insurer's decision in Choose, beside the card that stands there. */
function withMove() {
  const chain = valueChain()
  const moveId = crypto.randomUUID()
  const place = { laneId: chain.lanes.insurer, stageId: chain.stages.choose, rank: 'a5' }
  chain.server.do(chain.broker, [
    { type: 'move.propose', id: moveId, touchpointId: chain.cards.decide, ...place },
  ])
  return { ...chain, moveId }
}

function flowOf(chain: Chain, author: Author) {
  const { journey, drawing } = readMap(chain, author)
  const visible = new SpatialIndex(drawing).within(everywhere)
  const chosen = { lens: 'plan', selected: new Set<string>(), focusedId: null, namingId: null } as const
  return { journey, drawing, ...toFlow({ journey, drawing, visible, ...chosen, dragged: new Map() }) }
}

describe('the ghost of a card', () => {
  it('stands at the proposed place, has room of its own and is not dragged; the card stays where it is', () => {
    const chain = withMove()
    const { journey, drawing, nodes } = flowOf(chain, chain.insurer)
    expect(findLayoutViolations(layoutInputOf(journey), drawing)).toEqual([])
    const ghost = nodes.find(({ id }) => id === chain.moveId)
    expect(ghost).toMatchObject({
      type: 'ghost',
      draggable: false,
      data: { ghost: { by: 'Oakes & Vale', where: 'to Fernhill, Choose' } },
    })
    const placeOf = (id: string) => nodes.find((node) => node.id === id)!.position
    expect(placeOf(chain.moveId).x).toBeLessThan(placeOf(chain.cards.decide).x)
    expect(placeOf(chain.moveId)).not.toEqual(placeOf(chain.cards.quote))
    expect(journey.cards.get(chain.cards.decide)?.touchpoint.stageId).toBe(chain.stages.claim)
  })

  it('is said with the card, and stepped over by the arrows', () => {
    const chain = withMove()
    const { journey, drawing } = readMap(chain, chain.insurer)
    const card = journey.cards.get(chain.cards.decide)!
    expect(cardWords(card, '')).toContain('Oakes & Vale proposes to move it to Fernhill, Choose')
    const reached = ['left', 'right', 'up', 'down'] as const
    for (const from of journey.cards.keys())
      for (const direction of reached)
        expect(neighbourOf(from, direction, drawing, journey)).not.toBe(chain.moveId)
  })

  it('is gone once it is answered, once the card stands there, and for those who do not see the map', () => {
    const chain = withMove()
    const { insurer, server, moveId, cards, stages } = chain
    const stands = () => readMap(chain, insurer).journey.ghosts.has(moveId)
    expect(stands()).toBe(true)
    const rows = server.seenBy(insurer)
    expect(rowsPartnerSees(rows, someone().organisationId, server.ecosystemId).all('move')).toEqual([])
    const fields = { stageId: stages.choose }
    server.do(insurer, [{ type: 'touchpoint.change', id: cards.decide, fields }])
    expect(stands()).toBe(false)
    server.do(insurer, [{ type: 'touchpoint.change', id: cards.decide, fields: { stageId: stages.need } }])
    expect(stands()).toBe(true)
    server.do(insurer, [{ type: 'move.decide', id: moveId, accept: false }])
    expect(stands()).toBe(false)
  })

  it('of a card asked to stand earlier in its own stage stands above the others there, and goes once that is so', () => {
    const chain = valueChain()
    const { broker, insurer, lanes, stages, cards, server } = chain
    const [posts, moveId] = [crypto.randomUUID(), crypto.randomUUID()]
    const place = { laneId: lanes.insurer, stageId: stages.claim }
    server.do(insurer, [{ type: 'touchpoint.add', id: posts, ...place, rank: 'a1', name: 'Posts it' }])
    server.do(broker, [{ type: 'move.propose', id: moveId, touchpointId: posts, ...place, rank: 'Zz' }])
    const { journey, drawing } = readMap(chain, insurer)
    expect(findLayoutViolations(layoutInputOf(journey), drawing)).toEqual([])
    expect(journey.ghosts.get(moveId)?.where).toBe('earlier in Fernhill, Claim')
    server.do(insurer, [{ type: 'touchpoint.change', id: cards.decide, fields: { rank: 'a2' } }])
    expect(readMap(chain, insurer).journey.ghosts.size).toBe(0)
  })

  it('stands beside that of another organisation, each readable, and neither is left once one is agreed', () => {
    const chain = withMove()
    const { bank, insurer, lanes, stages, cards, server, moveId } = { ...chain, bank: someone() }
    server.organisations.push({ id: bank.organisationId, name: 'Dockside Bank' })
    const join = { kind: 'invitation', partyId: chain.parties.bakery, mapIds: [chain.mapId] } as const
    server.do(
      bank,
      [
        { type: 'party.hold', id: chain.parties.bakery },
        { type: 'participant.join', id: crypto.randomUUID(), mapId: chain.mapId },
      ],
      join,
    )
    const theirs = crypto.randomUUID()
    const place = { laneId: lanes.insurer, stageId: stages.choose, rank: 'a5' }
    server.do(bank, [{ type: 'move.propose', id: theirs, touchpointId: cards.decide, ...place }])
    const { journey, drawing } = readMap(chain, insurer)
    expect(findLayoutViolations(layoutInputOf(journey), drawing)).toEqual([])
    expect([...journey.ghosts.values()].map(({ by }) => by).toSorted()).toEqual([
      'Dockside Bank',
      'Oakes & Vale',
    ])
    const [one, other] = [moveId, theirs].map((id) => drawing.cards.find((drawn) => drawn.id === id)!)
    expect([one!.x, one!.y]).not.toEqual([other!.x, other!.y])
    server.do(insurer, [{ type: 'move.decide', id: theirs, accept: true }])
    expect(readMap(chain, chain.broker).journey.ghosts.size).toBe(0)
    expect(server.rows.get('move', moveId)?.state).toBe('declined')
  })
})
