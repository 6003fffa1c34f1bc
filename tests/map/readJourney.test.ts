import { describe, expect, it } from 'vitest'
import { findLayoutViolations } from '../../shared/layout/findLayoutViolations.ts'
import { layoutInputOf } from '../../web/map/journey/layoutInput.ts'
import { rowsPartnerSees } from '../../web/map/journey/partnerRows.ts'
import { valueChain } from '../support/chain.ts'
import { readMap } from './readingMap.ts'

const id = () => crypto.randomUUID()

describe('a map as somebody sees it', () => {
  it('puts the end customer’s lane last, whatever its rank', () => {
    const chain = valueChain()
    const { journey } = readMap(chain, chain.insurer)
    expect(journey.lanes.map(({ name }) => name)).toEqual(['Fernhill', 'Oakes & Vale', 'Brightwater Bakery'])
  })

  it('says what is ours, and what others describe for a party nobody holds', () => {
    const chain = valueChain()
    const { journey } = readMap(chain, chain.broker)
    const [insurer, broker, bakery] = journey.lanes
    expect([insurer?.relation, broker?.relation, bakery?.relation]).toEqual(['others', 'yours', 'others'])
    expect(bakery).toMatchObject({ isDescribed: true, keptBy: 'Fernhill' })
    expect(journey.cards.get(chain.cards.learn)?.isDashed).toBe(true)
    expect(journey.cards.get(chain.cards.decide)?.isDashed).toBe(false)
  })

  it('knows handoffs from links within a party, and promises from agreements', () => {
    const chain = valueChain()
    const { journey } = readMap(chain, chain.insurer)
    expect(journey.links.get(chain.links.decision)?.handoff).toBeNull()
    expect(journey.links.get(chain.links.lodged)?.taking).toMatchObject({ name: 'Fernhill', state: 'hollow' })
    const promise = journey.links.get(chain.links.outcome)
    expect(promise?.handoff?.isPromise).toBe(true)
    expect(promise?.taking).toBeUndefined()
  })

  it('shows whose confirmation a handoff waits for', () => {
    const chain = valueChain()
    const terms = { passes: 'Risk data', channel: null, trigger: '', expectedMinutes: 480, acceptance: '' }
    const linkId = chain.links.lodged
    chain.server.do(chain.broker, [{ type: 'handoff.confirm', confirmationId: id(), linkId, terms }])
    const ours = readMap(chain, chain.broker).journey.links.get(linkId)
    const theirs = readMap(chain, chain.insurer).journey.links.get(linkId)
    expect(ours).toMatchObject({ waitsOnUs: false, giving: { state: 'filled', relation: 'yours' } })
    expect(theirs).toMatchObject({ waitsOnUs: true, giving: { state: 'filled', relation: 'others' } })
  })

  it('tells lateness from the slowest view one may see, and from no other', () => {
    const chain = valueChain()
    const view = { targetKind: 'link', targetId: chain.links.lodged, experiencedMinutes: 3 * 480 } as const
    chain.server.do(chain.broker, [{ type: 'perspective.add', id: id(), ...view }])
    expect(readMap(chain, chain.broker).journey.links.get(chain.links.lodged)?.lateness).toBe('16 h late')
    expect(readMap(chain, chain.insurer).journey.links.get(chain.links.lodged)?.lateness).toBeNull()
  })

  it('marks a card that carries our private view, for us alone', () => {
    const chain = valueChain()
    const target = { targetKind: 'touchpoint', targetId: chain.cards.learn } as const
    const viewId = id()
    chain.server.do(chain.broker, [{ type: 'perspective.add', id: viewId, ...target, performance: 3 }])
    const isMarked = () => readMap(chain, chain.broker).journey.cards.get(chain.cards.learn)?.hasPrivateView
    expect(isMarked()).toBe(true)
    expect(readMap(chain, chain.insurer).journey.cards.get(chain.cards.learn)?.hasPrivateView).toBe(false)
    chain.server.do(chain.broker, [{ type: 'perspective.share', id: viewId, with: 'map' }])
    expect(isMarked()).toBe(false)
  })

  it('leaves out what was declined, and shows what is proposed as not yet so', () => {
    const chain = valueChain()
    const proposed = id()
    const { insurer: laneId } = chain.lanes
    const card = { laneId, stageId: chain.stages.claim, rank: 'b0', name: 'Calls the broker' }
    chain.server.do(chain.broker, [{ type: 'touchpoint.add', id: proposed, ...card }])
    expect(readMap(chain, chain.insurer).journey.cards.get(proposed)?.isDashed).toBe(true)
    chain.server.do(chain.insurer, [{ type: 'touchpoint.decide', id: proposed, accept: false }])
    expect(readMap(chain, chain.insurer).journey.cards.has(proposed)).toBe(false)
  })

  it('is drawn without a fault, with an own-stage lane and its department', () => {
    const chain = valueChain()
    const part = id()
    const { broker: parentLaneId } = chain.lanes
    const lane = { mapId: chain.mapId, partyId: chain.parties.broker, parentLaneId, ownStages: true }
    chain.server.do(chain.broker, [
      { type: 'lane.add', id: part, ...lane, name: 'Claims desk', rank: 'a0' },
      {
        type: 'touchpoint.add',
        id: id(),
        laneId: part,
        stageId: chain.brokerStages.serve,
        rank: 'a0',
        name: 'Chases the decision',
      },
    ])
    const { journey, drawing } = readMap(chain, chain.broker)
    expect(journey.lanes.map(({ name }) => name)).toContain('Claims desk')
    expect(findLayoutViolations(layoutInputOf(journey), drawing)).toEqual([])
  })
})

describe('what a partner sees of ours', () => {
  it('is what both see: no private view of either, and nothing of maps they are not on', () => {
    const chain = valueChain()
    const target = { targetKind: 'touchpoint', targetId: chain.cards.learn } as const
    const [ours, theirs, otherMap] = [id(), id(), id()]
    chain.server.do(chain.insurer, [
      { type: 'perspective.add', id: ours, ...target, performance: 8 },
      { type: 'map.add', id: otherMap, participantId: id(), name: 'Ours alone', rank: 'a1' },
    ])
    chain.server.do(chain.broker, [{ type: 'perspective.add', id: theirs, ...target, performance: 3 }])
    const rows = chain.server.seenBy(chain.insurer)
    const both = rowsPartnerSees(rows, chain.broker.organisationId, chain.server.ecosystemId)
    expect(rows.get('perspective', ours)).toBeDefined()
    expect(both.get('perspective', ours)).toBeUndefined()
    expect(both.get('perspective', theirs)).toBeUndefined()
    expect(both.get('map', otherMap)).toBeUndefined()
    expect(both.get('touchpoint', chain.cards.learn)).toBeDefined()
  })
})
