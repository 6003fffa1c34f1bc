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
      data: { ghost: { by: 'Oakes & Vale', to: 'Fernhill, Choose' } },
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
})
