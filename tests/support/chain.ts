// A small value chain for tests: insurer and broker hold their lanes, the bakery is described by the broker.
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { Author } from '../../shared/rules/author.ts'
import { FakeServer } from './fakeServer.ts'

export interface Chain {
  server: FakeServer
  insurer: Author & { name: string }
  broker: Author & { name: string }
  mapId: string
  parties: { insurer: string; broker: string; bakery: string }
  lanes: { insurer: string; broker: string; bakery: string }
  stages: { need: string; choose: string; claim: string }
  brokerStages: { win: string; serve: string }
  cards: { quote: string; compare: string; decide: string; learn: string; lodge: string }
  links: { decision: string; outcome: string; lodged: string }
}

const id = () => crypto.randomUUID()

export function someone(role: Author['role'] = 'editor'): Author & { name: string } {
  return { personId: id(), organisationId: id(), role, name: 'Ada' }
}

export function valueChain(): Chain {
  const server = new FakeServer()
  const insurer = someone()
  const broker = someone()
  server.organisations.push(
    { id: insurer.organisationId, name: 'Fernhill' },
    { id: broker.organisationId, name: 'Oakes & Vale' },
  )
  const chain: Chain = {
    server,
    insurer,
    broker,
    mapId: id(),
    parties: { insurer: id(), broker: id(), bakery: id() },
    lanes: { insurer: id(), broker: id(), bakery: id() },
    stages: { need: id(), choose: id(), claim: id() },
    brokerStages: { win: id(), serve: id() },
    cards: { quote: id(), compare: id(), decide: id(), learn: id(), lodge: id() },
    links: { decision: id(), outcome: id(), lodged: id() },
  }
  server.do(insurer, [{ type: 'ecosystem.add', id: server.ecosystemId, name: 'Cover' }], { kind: 'founding' })
  server.do(insurer, shape(chain))
  server.do(
    broker,
    [
      { type: 'party.hold', id: chain.parties.broker },
      { type: 'participant.join', id: id(), mapId: chain.mapId },
    ],
    { kind: 'invitation', partyId: chain.parties.broker, mapIds: [chain.mapId] },
  )
  server.do(insurer, insurersCards(chain))
  server.do(broker, brokersCards(chain))
  server.do(insurer, links(chain))
  return chain
}

function shape({ mapId, parties, lanes, stages, brokerStages }: Chain): ActionInput[] {
  return [
    { type: 'map.add', id: mapId, participantId: id(), name: 'Flood cover', rank: 'a0' },
    { type: 'party.add', id: parties.insurer, name: 'Fernhill', kind: 'producer', tier: 2, held: true },
    { type: 'party.add', id: parties.broker, name: 'Oakes & Vale', kind: 'distributor', tier: 1 },
    { type: 'party.add', id: parties.bakery, name: 'Brightwater Bakery', kind: 'endCustomer', tier: 0 },
    { type: 'lane.add', id: lanes.bakery, mapId, partyId: parties.bakery, rank: 'a0' },
    { type: 'lane.add', id: lanes.insurer, mapId, partyId: parties.insurer, rank: 'a1' },
    { type: 'lane.add', id: lanes.broker, mapId, partyId: parties.broker, rank: 'a2', ownStages: true },
    { type: 'stage.add', id: stages.need, mapId, name: 'Need', rank: 'a0' },
    { type: 'stage.add', id: stages.choose, mapId, name: 'Choose', rank: 'a1' },
    { type: 'stage.add', id: stages.claim, mapId, name: 'Claim', rank: 'a2' },
    { type: 'stage.add', id: brokerStages.win, mapId, laneId: lanes.broker, name: 'Win', rank: 'a0' },
    { type: 'stage.add', id: brokerStages.serve, mapId, laneId: lanes.broker, name: 'Service', rank: 'a1' },
  ]
}

function insurersCards({ lanes, stages, cards }: Chain): ActionInput[] {
  const card = (key: keyof Chain['cards'], laneId: string, stageId: string, name: string): ActionInput => ({
    type: 'touchpoint.add',
    id: cards[key],
    laneId,
    stageId,
    rank: 'a0',
    name,
  })
  return [
    card('quote', lanes.insurer, stages.choose, 'Prices the risk'),
    card('decide', lanes.insurer, stages.claim, 'Decides the claim'),
    card('compare', lanes.bakery, stages.choose, 'Compares quotes'),
    card('learn', lanes.bakery, stages.claim, 'Learns the outcome'),
  ]
}

function brokersCards({ lanes, brokerStages, cards }: Chain): ActionInput[] {
  const name = 'Enters the risk in the portal'
  return [
    {
      type: 'touchpoint.add',
      id: cards.lodge,
      laneId: lanes.broker,
      stageId: brokerStages.win,
      rank: 'a0',
      name,
    },
  ]
}

function links({ cards, links: ids }: Chain): ActionInput[] {
  return [
    {
      type: 'link.add',
      id: ids.lodged,
      fromTouchpointId: cards.lodge,
      toTouchpointId: cards.quote,
      passes: 'Risk data',
      expectedMinutes: 480,
    },
    { type: 'link.add', id: ids.decision, fromTouchpointId: cards.quote, toTouchpointId: cards.decide },
    {
      type: 'link.add',
      id: ids.outcome,
      fromTouchpointId: cards.decide,
      toTouchpointId: cards.learn,
      passes: 'Decision',
    },
  ]
}
