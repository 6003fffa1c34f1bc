import { generateNKeysBetween } from 'fractional-indexing'
import type { ActionInput } from '../edits/actions/actions.ts'
import { type LaneSketch, type LinkSketch, sketchCards, sketchLinks, sketchStages } from './sketch.ts'
import type { StarterOptions, StarterRole } from './starter.ts'

const distributorRole = { key: 'distributor', name: 'Distributor', kind: 'distributor', tier: 1 } as const
const customerRole = { key: 'customer', name: 'Customer', kind: 'endCustomer', tier: 0 } as const

/** Who else lives a lane of it. */
export const chainRoles: readonly StarterRole[] = [distributorRole, customerRole]

/**
 * The chain most organisations begin with. The distributor and the customer are described by the organisation that
 * makes the map until somebody accepts the distributor's lane.
 * @returns the actions of one edit, for the organisation that organises the ecosystem
 */
export function manufacturerDistributorCustomer(options: StarterOptions): ActionInput[] {
  const { newId, mapId } = options
  const known = options.parties ?? {}
  const [manufacturer, distributor, customer] = [
    options.ownPartyId ?? newId(),
    known[distributorRole.key]?.id ?? newId(),
    known[customerRole.key]?.id ?? newId(),
  ]
  const describes = (role: StarterRole) => known[role.key]?.isOursToDescribe ?? true
  const lanes = { manufacturer: newId(), distributor: newId(), customer: newId() }
  const ranks = generateNKeysBetween(null, null, 3) as [string, string, string]
  const shared = sketchStages(sharedStages, mapId, null, newId)
  const own = sketchStages(
    distributorLane.map(([stage]) => stage),
    mapId,
    lanes.distributor,
    newId,
  )
  const cards = new Map<string, string>()
  const ownParty: ActionInput = {
    type: 'party.add',
    id: manufacturer,
    name: options.organisationName,
    kind: 'producer',
    tier: 2,
    held: true,
  }
  return [
    ...(options.ownPartyId ? [] : [ownParty]),
    ...added(distributorRole, distributor, options),
    ...added(customerRole, customer, options),
    {
      type: 'map.add',
      id: mapId,
      participantId: newId(),
      name: options.mapName,
      rank: options.mapRank ?? 'a0',
      ...charter,
    },
    ...shared.actions,
    { type: 'lane.add', id: lanes.manufacturer, mapId, partyId: manufacturer, rank: ranks[0] },
    {
      type: 'lane.add',
      id: lanes.distributor,
      mapId,
      partyId: distributor,
      ownStages: describes(distributorRole),
      rank: ranks[1],
    },
    { type: 'lane.add', id: lanes.customer, mapId, partyId: customer, nature: 'b2c', rank: ranks[2] },
    ...sketchCards(manufacturerLane, lanes.manufacturer, shared.idOf, cards, newId),
    ...(describes(distributorRole)
      ? [...own.actions, ...sketchCards(distributorLane, lanes.distributor, own.idOf, cards, newId)]
      : []),
    ...(describes(customerRole) ? sketchCards(customerLane, lanes.customer, shared.idOf, cards, newId) : []),
    ...sketchLinks(links, cards, newId),
    ...deliveredBy(cards, { manufacturer, distributor }, newId),
    ...begunBy(cards, { manufacturer, distributor, customer }),
    ...(describes(distributorRole) ? [comesBack(own.idOf('Review'))] : []),
  ]
}

function added({ key, name, kind, tier }: StarterRole, id: string, options: StarterOptions): ActionInput[] {
  if (options.parties?.[key]) return []
  return [{ type: 'party.add', id, name: options.names?.[key] ?? name, kind, tier }]
}

const charter = {
  objective: 'The customer gets what was promised, whoever in the chain delivers it.',
  success: 'Both sides have confirmed every handoff, and the customer notices no seam.',
  scope: 'One product group in one region. Make this yours.',
}

const sharedStages = ['Need', 'Choose', 'Buy', 'Receive', 'Use', 'Leave or return']

const manufacturerLane: LaneSketch = [
  ['Need', [['Launches the product', { kind: 'action' }]]],
  ['Choose', [['Trains the distributor', { channel: 'meeting' }]]],
  ['Buy', [['Confirms the stock order', { channel: 'portal', mode: 'digital' }]]],
  ['Receive', [['Ships to the distributor', { kind: 'action' }]]],
  ['Use', [['Answers service requests', { channel: 'email', mode: 'digital' }]]],
  ['Leave or return', [['Learns why customers leave', { kind: 'action', customerSees: false }]]],
]

const distributorLane: LaneSketch = [
  [
    'Agree',
    [['Agrees the yearly terms', { channel: 'meeting', frequency: '1 per year', layer: 'strategic' }]],
  ],
  [
    'Stock',
    [
      ['Orders stock', { channel: 'portal', mode: 'digital', layer: 'operational' }],
      ['Takes in the delivery', { channel: 'onSite', mode: 'physical' }],
    ],
  ],
  [
    'Sell',
    [
      ['Advises the customer', { channel: 'store', mode: 'physical' }],
      ['Hands over the goods', { channel: 'store', mode: 'physical' }],
    ],
  ],
  ['Serve', [['Takes a complaint', { channel: 'phone' }]]],
  ['Review', [['Quarterly review', { channel: 'meeting', frequency: '4 per year', layer: 'commercial' }]]],
]

const customerLane: LaneSketch = [
  ['Need', [['Something runs out or breaks', { kind: 'trigger' }]]],
  [
    'Choose',
    [
      ['Asks around and compares', { channel: 'website', mode: 'digital' }],
      ['Decides what and where to buy', { kind: 'decision', criteria: ['Price', 'Advice', 'Delivery time'] }],
    ],
  ],
  ['Buy', [['Orders and pays', { channel: 'store' }]]],
  ['Receive', [['Receives the goods', { channel: 'store', mode: 'physical' }]]],
  [
    'Use',
    [
      ['Uses it every day', { kind: 'action' }],
      ['Asks for help', { channel: 'phone' }],
    ],
  ],
  ['Leave or return', [['Buys elsewhere', { kind: 'exit', reasons: ['Slow answers', 'Price'] }]]],
]

const links: LinkSketch[] = [
  ['Launches the product', 'Trains the distributor'],
  ['Agrees the yearly terms', 'Orders stock'],
  ['Takes in the delivery', 'Advises the customer'],
  ['Advises the customer', 'Hands over the goods'],
  ['Takes a complaint', 'Quarterly review'],
  ['Quarterly review', 'Agrees the yearly terms', { kind: 'loopBack' }],
  ['Confirms the stock order', 'Ships to the distributor'],
  ['Answers service requests', 'Learns why customers leave'],
  ['Something runs out or breaks', 'Asks around and compares'],
  ['Asks around and compares', 'Decides what and where to buy'],
  ['Decides what and where to buy', 'Orders and pays'],
  ['Orders and pays', 'Receives the goods'],
  ['Receives the goods', 'Uses it every day'],
  ['Uses it every day', 'Asks for help'],
  ['Asks for help', 'Buys elsewhere'],
  [
    'Orders stock',
    'Confirms the stock order',
    {
      passes: 'stock order',
      channel: 'portal',
      trigger: 'Stock falls below the reorder level',
      expectedMinutes: 24 * 60,
      acceptance: 'Every line names a product, a quantity and a wanted date.',
    },
  ],
  [
    'Ships to the distributor',
    'Takes in the delivery',
    {
      passes: 'delivery',
      channel: 'onSite',
      trigger: 'The order is picked',
      expectedMinutes: 3 * 24 * 60,
      acceptance: 'Complete, undamaged, announced the day before.',
    },
  ],
  ['Hands over the goods', 'Receives the goods', { passes: 'the goods', channel: 'store' }],
  [
    'Takes a complaint',
    'Answers service requests',
    { passes: 'service request', channel: 'email', expectedMinutes: 4 * 60 },
  ],
]

/** A lane is who lives it; owners are who deliver it. */
function deliveredBy(
  cards: ReadonlyMap<string, string>,
  parties: { manufacturer: string; distributor: string },
  newId: () => string,
): ActionInput[] {
  const parts = [
    ['Orders and pays', parties.distributor, 'accountable'],
    ['Receives the goods', parties.distributor, 'accountable'],
    ['Receives the goods', parties.manufacturer, 'contributes'],
    ['Asks for help', parties.distributor, 'accountable'],
    ['Asks for help', parties.manufacturer, 'contributes'],
  ] as const
  return parts.flatMap(([card, partyId, accountability]): ActionInput[] => {
    const touchpointId = cards.get(card)
    return touchpointId ? [{ type: 'ownership.add', id: newId(), touchpointId, partyId, accountability }] : []
  })
}

function begunBy(
  cards: ReadonlyMap<string, string>,
  parties: { manufacturer: string; distributor: string; customer: string },
): ActionInput[] {
  const begun = [
    ['Trains the distributor', parties.manufacturer],
    ['Orders stock', parties.distributor],
    ['Takes a complaint', parties.customer],
    ['Asks for help', parties.customer],
  ] as const
  return begun.flatMap(([card, initiatorPartyId]): ActionInput[] => {
    const id = cards.get(card)
    return id ? [{ type: 'touchpoint.change', id, fields: { initiatorPartyId } }] : []
  })
}

function comesBack(stageId: string): ActionInput {
  return { type: 'stage.change', id: stageId, fields: { recurs: true, frequency: '4 per year' } }
}
