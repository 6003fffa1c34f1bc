// "Everyone met their target. The shopper still queued." Six companies around a till, and the shopper in front of it.
import { organisation } from './cast.ts'
import { type Story, Storyteller } from './story.ts'

const marlowStores = organisation('Marlow', 'marlow', 'Grace Marlow', 'Ben Otieno')
const tillworks = organisation('Tillworks', 'tillworks', 'Tess Hoang', 'Ray Dunn')
const scanleaf = organisation('Scanleaf', 'scanleaf', 'Noor Haddad')
const cartwell = organisation('Cartwell', 'cartwell', 'Ivan Petrov')
const longhaul = organisation('Longhaul', 'longhaul', 'Lena Fischer')
const doorly = organisation('Doorly', 'doorly', 'Sam Reyes')

const map = 'Saturday at the till'
const [marlow, shopper] = ['Marlow', 'Shopper'] as const
const [till, software, shop, freight, parcels] = [
  'Tillworks',
  'Scanleaf',
  'Cartwell',
  'Longhaul',
  'Doorly',
] as const
const repairRound = 'How well is a broken till repaired?'
const ownStages = ['Supply', 'Run', 'Repair', 'Review']
const hours = 60
const days = 24 * hours

export function retail(): Story {
  const cast = [marlowStores, tillworks, scanleaf, cartwell, longhaul, doorly]
  const story = new Storyteller('retail', cast)

  story.founds(marlowStores, (we) => {
    we.begins('Marlow stores and who keeps them selling', 'Nobody leaves the store because of a queue.')
    we.names(till, 'producer', 3)
    we.names(software, 'producer', 3)
    we.names(shop, 'partner', 2)
    we.names(freight, 'partner', 2)
    we.names(parcels, 'partner', 1)
    we.names(marlow, 'distributor', 1, true)
    we.names(shopper, 'endCustomer', 0)
  })

  story.as(marlowStores, (we) => {
    we.draws(
      map,
      {
        objective: 'Everyone met their target. The shopper still queued. See why.',
        success: 'A broken till works again before the next Saturday, and the shopper notices.',
        scope: 'Forty stores, one till model. An example: its figures are plausible, not measured.',
      },
      ['Find', 'Order', 'Pay', 'Receive', 'Return'],
    )
    we.lays(map, till, { stages: ownStages })
    we.lays(map, software, { stages: ownStages })
    we.lays(map, shop)
    we.lays(map, freight)
    we.lays(map, parcels)
    we.lays(map, marlow)
    we.lays(map, shopper, { nature: 'b2c' })
    we.puts(map, shopper, 'Find', [
      'Checks stock',
      { channel: 'website', mode: 'digital', segments: ['Online first'] },
    ])
    we.puts(map, shopper, 'Order', [
      'Reserves',
      { channel: 'app', mode: 'digital', segments: ['Online first'] },
    ])
    we.puts(
      map,
      shopper,
      'Pay',
      [
        'Pays at till',
        { channel: 'store', mode: 'physical', promisedMinutes: 5, segments: ['Saturday shoppers'] },
      ],
      [
        'Queues and walks out',
        {
          kind: 'exit',
          channel: 'store',
          reasons: [
            'One of three tills is dark',
            'Nobody says how long it takes',
            'The online price is the same',
          ],
          leavers: 60,
          leaversPer: 'week',
          segments: ['Saturday shoppers'],
        },
      ],
    )
    we.puts(map, shopper, 'Receive', ['Opens the parcel', { channel: 'post', mode: 'physical' }])
    we.puts(map, shopper, 'Return', ['Returns in store', { channel: 'store', mode: 'physical' }])
    we.puts(map, marlow, 'Order', ['Picks reservation', { kind: 'action' }])
    we.puts(
      map,
      marlow,
      'Pay',
      ['Till fails on Saturday', { kind: 'trigger', frequency: '3 per week over all stores' }],
      ['Raises a fault ticket', { channel: 'portal' }],
      ['Takes in the swap unit', { channel: 'onSite', description: 'The unit sits boxed for three days.' }],
    )
    we.puts(map, marlow, 'Return', ['Takes back and refunds', { channel: 'store' }])
  })

  story.accepts(tillworks, till, map)
  story.accepts(scanleaf, software, map)
  story.accepts(cartwell, shop, map)
  story.accepts(longhaul, freight, map)
  story.accepts(doorly, parcels, map)

  story.as(tillworks, (we) => {
    we.puts(map, till, 'Supply', ['Delivers tills', { kind: 'action', layer: 'operational' }])
    we.puts(map, till, 'Run', ['Watches uptime', { channel: 'system', mode: 'digital' }])
    we.puts(
      map,
      till,
      'Repair',
      ['Takes the ticket', { channel: 'portal' }],
      ['Swap unit dispatched', { kind: 'action', promisedMinutes: 1 * days }],
    )
    we.puts(map, till, 'Review', [
      'Quarterly uptime review',
      { channel: 'meeting', frequency: '4 per year', layer: 'commercial' },
    ])
    we.repeats(map, till, 'Review', '4 per year')
    we.starts(till, 'Quarterly uptime review')
    we.leads('Delivers tills', 'Watches uptime', 'Takes the ticket', 'Swap unit dispatched')
    we.leads('Swap unit dispatched', 'Quarterly uptime review')
    we.loopsBack('Quarterly uptime review', 'Delivers tills')
    we.owes('Swap unit dispatched', { [till]: 'accountable' })
    we.owes('Quarterly uptime review', { [till]: 'accountable', [marlow]: 'contributes' })
    we.answers('Swap unit dispatched', till, { department: 'Service logistics', person: 'Ray Dunn' })
  })
  story.as(scanleaf, (we) => {
    we.puts(map, software, 'Supply', ['Releases till software', { kind: 'action', frequency: '6 per year' }])
    we.puts(map, software, 'Run', ['Keeps licences', { channel: 'system' }])
    // Nobody owns it: that is the hole in the chain.
    we.puts(map, software, 'Repair', ['Swap activated', { channel: 'system', mode: 'digital' }])
    we.puts(map, software, 'Review', ['Counts idle licences', { kind: 'action', customerSees: false }])
    we.leads('Releases till software', 'Keeps licences', 'Swap activated', 'Counts idle licences')
  })
  story.as(cartwell, (we) => {
    we.puts(map, shop, 'Find', ['Shows store stock', { channel: 'website' }])
    we.puts(map, shop, 'Order', ['Takes the reservation', { channel: 'app' }], 'Books a parcel')
    we.leads('Shows store stock', 'Takes the reservation', 'Books a parcel')
    we.owes('Takes the reservation', { [shop]: 'accountable' })
  })
  story.as(longhaul, (we) => {
    we.puts(map, freight, 'Pay', ['Swap delivered', { channel: 'onSite', mode: 'physical' }])
    we.owes('Swap delivered', { [freight]: 'accountable', [till]: 'contributes' })
  })
  story.as(doorly, (we) => {
    we.puts(map, parcels, 'Receive', ['Parcel delivered', { channel: 'onSite', promisedMinutes: 2 * days }])
    we.owes('Parcel delivered', { [parcels]: 'accountable', [shop]: 'contributes' })
    we.hands('parcel', 'Parcel delivered', 'Opens the parcel', {
      passes: 'the parcel',
      channel: 'onSite',
      expectedMinutes: 2 * days,
    })
  })

  story.as(marlowStores, (we) => {
    we.leads('Till fails on Saturday', 'Raises a fault ticket', 'Takes in the swap unit')
    we.starts(shopper, 'Checks stock', 'Reserves', 'Returns in store')
    we.starts(marlow, 'Raises a fault ticket')
    we.leads('Checks stock', 'Reserves', 'Pays at till', 'Queues and walks out')
    we.leads('Opens the parcel', 'Returns in store')
    we.owes('Checks stock', { [shop]: 'accountable', [marlow]: 'contributes' })
    we.owes('Reserves', { [shop]: 'accountable', [marlow]: 'contributes' })
    we.owes('Picks reservation', { [marlow]: 'accountable' })
    we.owes('Pays at till', { [marlow]: 'accountable', [till]: 'contributes', [software]: 'contributes' })
    we.owes('Till fails on Saturday', { [marlow]: 'accountable' })
    we.owes('Queues and walks out', { [marlow]: 'accountable' })
    we.owes('Returns in store', { [marlow]: 'accountable', [shop]: 'contributes' })
    we.agrees(marlow, 'Quarterly uptime review')
    we.hands('stock', 'Checks stock', 'Shows store stock', { passes: 'is it there?', channel: 'website' })
    we.hands('reserve', 'Reserves', 'Takes the reservation', { passes: 'reservation', channel: 'app' })
    we.hands('goods back', 'Returns in store', 'Takes back and refunds', {
      passes: 'the goods',
      channel: 'store',
    })
    we.hands('fault ticket', 'Raises a fault ticket', 'Takes the ticket', {
      passes: 'fault ticket',
      channel: 'portal',
      trigger: 'A till does not start',
      expectedMinutes: 30,
      acceptance: 'Store, till number and what the screen shows.',
    })
  })

  story.as(tillworks, (we) => {
    we.agrees(till, 'Pays at till', 'Swap delivered')
    we.hands('swap unit', 'Swap unit dispatched', 'Swap delivered', {
      passes: 'swap unit',
      channel: 'onSite',
      trigger: 'The unit is packed',
      expectedMinutes: 4 * hours,
      acceptance: 'Collected the same day.',
    })
    we.hands('serial number', 'Swap unit dispatched', 'Swap activated', {
      passes: 'serial number',
      channel: 'email',
      trigger: 'The weekly sheet, on Fridays',
      expectedMinutes: 1 * days,
      acceptance: 'One line per unit.',
    })
  })
  story.as(scanleaf, (we) => we.agrees(software, 'Pays at till'))
  story.as(cartwell, (we) => {
    we.agrees(shop, 'Checks stock', 'Reserves', 'Returns in store', 'Parcel delivered')
    we.hands('reservation', 'Takes the reservation', 'Picks reservation', {
      passes: 'reservation to pick',
      channel: 'system',
      trigger: 'A shopper has reserved',
      expectedMinutes: 15,
      acceptance: 'Article, quantity, name for the shelf.',
    })
    we.hands('booking', 'Books a parcel', 'Parcel delivered', {
      passes: 'booking',
      channel: 'system',
      trigger: 'The order is packed',
      expectedMinutes: 1 * hours,
    })
  })
  story.as(longhaul, (we) =>
    we.hands('delivery', 'Swap delivered', 'Takes in the swap unit', {
      passes: 'delivery of the swap unit',
      channel: 'onSite',
      trigger: 'The unit is on the van',
      expectedMinutes: 1 * days,
      acceptance: 'At the store by noon.',
    }),
  )

  story.as(cartwell, (we) => we.confirms('reservation', 'booking'))
  story.as(doorly, (we) => we.confirms('booking'))
  story.as(tillworks, (we) => we.confirms('fault ticket', 'swap unit', 'serial number'))
  story.as(longhaul, (we) => we.confirms('swap unit', 'delivery'))
  story.as(marlowStores, (we) => {
    we.confirms('reservation', 'fault ticket')
    // Noon is too late: the store opens at eight.
    we.changes('delivery', { acceptance: 'At the store before opening.' })
    we.confirms('delivery')
  })

  story.as(scanleaf, (we) => {
    we.disputes(
      'serial number',
      'The sheet comes on Fridays. We need the number at dispatch, or nobody can sell on it.',
    )
    we.says(
      { handoff: 'serial number' },
      { statement: 'The unit sits boxed for three days.', experiencedMinutes: 3 * days, performance: 2 },
    )
    we.marks('Swap activated', 'pain', 'A till without a licence is a box.', {
      feltBy: marlow,
      causedBy: till,
    })
  })
  story.as(tillworks, (we) => {
    we.thinks('Swap unit dispatched', {
      performance: 9,
      statement: 'Ninety-seven of a hundred units leave the next day.',
      notes: '97 % next day. Our best quarter so far.',
    })
    we.says(
      { handoff: 'serial number' },
      { statement: 'The list goes out every week, as agreed.', performance: 8 },
    )
    we.marks('Swap unit dispatched', 'delight', 'Dispatch fell from three days to one.', { feltBy: marlow })
    we.marks('Pays at till', 'delight', 'Four seconds from scan to receipt.', { feltBy: shopper })
  })
  story.as(marlowStores, (we) => {
    we.thinks('Swap unit dispatched', {
      performance: 3,
      statement: 'Dispatched is not working.',
      notes:
        'One day instead of three, and the till was dark just as long. Raise it at the quarterly review.',
    })
    we.marks('Pays at till', 'momentOfTruth')
    we.marks('Pays at till', 'pain', 'One dark till, and the line reaches the bakery shelf.', {
      feltBy: shopper,
    })
    we.marks('Queues and walks out', 'pain', 'Everyone met their target. The shopper still queued.', {
      feltBy: shopper,
      causedBy: software,
    })
    we.passesOn('Queues and walks out', {
      performance: 1,
      sampleSize: 212,
      emotion: 'angry',
      emotionIntensity: 4,
      behaviour: 'Leaves the basket and orders from a rival.',
      statement: 'Repairs got faster. For us nothing changed.',
      verbatims: ['Three tills, one open, again.'],
    })
    we.passesOn('Pays at till', { performance: 6, sampleSize: 212, statement: 'Quick, when it works.' })
  })

  // Both have answered, and neither knows what the other said: whoever looks in as Marlow can reveal it.
  story.as(marlowStores, (we) => {
    we.asks(
      repairRound,
      map,
      [marlowStores, tillworks],
      'Swap unit dispatched',
      'Takes in the swap unit',
      'Pays at till',
    )
    we.rates(repairRound, {
      'Swap unit dispatched': [3, 'One day instead of three, and the till was dark just as long.'],
      'Takes in the swap unit': [2, 'It stands boxed behind the counter.'],
      'Pays at till': [6],
    })
  })
  story.as(tillworks, (we) =>
    we.rates(repairRound, {
      'Swap unit dispatched': [9, 'Ninety-seven of a hundred leave the next day.'],
      'Takes in the swap unit': [7, 'We hear no complaints.'],
      'Pays at till': [8],
    }),
  )

  return story.told()
}
