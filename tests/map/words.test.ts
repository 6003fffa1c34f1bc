import { describe, expect, it } from 'vitest'
import { cardWords } from '../../web/map/canvas/cardWords.ts'
import { laneWords } from '../../web/map/canvas/laneWords.ts'
import { type Showing, toFlow } from '../../web/map/canvas/toFlow.ts'
import { SpatialIndex } from '../../web/map/drawing/spatialIndex.ts'
import { valueChain } from '../support/chain.ts'
import { cardNamed, readMap } from './readingMap.ts'

const everywhere = { minX: -1e6, minY: -1e6, maxX: 1e6, maxY: 1e6 }

describe('what is announced', () => {
  it('of a link are names and what passes, never an id', () => {
    const chain = valueChain()
    const { journey, drawing } = readMap(chain, chain.insurer)
    const showing: Showing = {
      journey,
      drawing,
      visible: new SpatialIndex(drawing).within(everywhere),
      lens: 'plan',
      selected: new Set(),
      focusedId: null,
      namingId: null,
      dragged: new Map(),
    }
    const said = toFlow(showing).edges.map(({ ariaLabel }) => ariaLabel)
    expect(said.toSorted()).toEqual([
      'Decides the claim hands over Decision to Brightwater Bakery: Learns the outcome',
      'Enters the risk in the portal hands over Risk data to Fernhill: Prices the risk',
      'Prices the risk leads to Decides the claim',
    ])
  })

  it('of a card is also that the end customer does not see it', () => {
    const chain = valueChain()
    const says = () => cardWords(cardNamed(readMap(chain, chain.insurer).journey, 'Prices the risk'), '')
    expect(says()).not.toContain('does not see it')
    chain.server.do(chain.insurer, [
      { type: 'touchpoint.change', id: chain.cards.quote, fields: { customerSees: false } },
    ])
    expect(says()).toContain('the end customer does not see it')
  })
})

describe('beside the name of a lane', () => {
  const laneOf = (chain: ReturnType<typeof valueChain>, laneId: string) =>
    readMap(chain, chain.insurer).journey.lanes.find(({ id }) => id === laneId)!

  it('stands who described it while nobody holds it', () => {
    const chain = valueChain()
    expect(laneWords(laneOf(chain, chain.lanes.bakery))).toEqual({
      role: 'end customer',
      speaker: 'described by Fernhill, not yet confirmed',
    })
  })

  it('stands the organisation that holds it where the party has another name', () => {
    const chain = valueChain()
    expect(laneWords(laneOf(chain, chain.lanes.broker))).toEqual({ role: 'distributor', speaker: null })
    chain.server.do(chain.broker, [
      { type: 'party.change', id: chain.parties.broker, fields: { name: 'Our broker' } },
    ])
    expect(laneWords(laneOf(chain, chain.lanes.broker)).speaker).toBe('held by Oakes & Vale')
  })

  it('stands whose part it is, also where both have the same name', () => {
    const chain = valueChain()
    const id = crypto.randomUUID()
    const { mapId, parties, lanes } = chain
    const part = { partyId: parties.insurer, parentLaneId: lanes.insurer, name: 'Fernhill', rank: 'a0' }
    chain.server.do(chain.insurer, [{ type: 'lane.add', id, mapId, ...part }])
    expect(laneWords(laneOf(chain, id)).role).toBe('part of Fernhill')
  })
})
