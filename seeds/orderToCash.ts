// Order-to-cash between a bakery chain, a mill and a carrier, with every message by its real name: the demo at scale.
import type { TouchpointKind } from '../shared/model/touchpoint.ts'
import type { CardFields, CardSketch } from '../shared/starters/sketch.ts'
import { organisation } from './cast.ts'
import { type Message, messages, ownSteps, type Role, type Stage, stages } from './orderToCashMessages.ts'
import { places } from './orderToCashPlaces.ts'
import type { Scene } from './scene.ts'
import { type Story, Storyteller } from './story.ts'

const companies = {
  buyer: organisation('Harrow Foods', 'harrow', 'Olga Brandt', 'Tim Ashby'),
  supplier: organisation('Brindle Mills', 'brindle', 'Hannah Brindle', 'Luis Ortega'),
  carrier: organisation('Kestrel Freight', 'kestrel', 'Amir Salehi'),
}
const roles: readonly Role[] = ['supplier', 'carrier', 'buyer']
const nameOf = (role: Role) => companies[role].name
const map = 'Order to cash, message by message'
const hours = 60
const days = 24 * hours

export function orderToCash(): Story {
  const story = new Storyteller('order-to-cash', Object.values(companies))

  story.founds(companies.supplier, (we) => {
    we.begins('Flour for Harrow Foods', 'The shelf is never empty, and every invoice is paid the first time.')
    we.names(nameOf('supplier'), 'producer', 2, true)
    we.names(nameOf('carrier'), 'partner', 1)
    we.names(nameOf('buyer'), 'endCustomer', 0)
  })
  story.as(companies.supplier, (we) => {
    we.draws(
      map,
      {
        framework: 'tactical',
        objective: 'See every message between order and payment, and where one arrives after the goods.',
        success: 'Nine of ten invoices need no query; the despatch advice is always there before the truck.',
        scope: 'Flour, chilled dough and yeast. An example: its figures are plausible, not measured.',
      },
      stages,
    )
    for (const role of roles) we.lays(map, nameOf(role))
  })
  story.accepts(companies.carrier, nameOf('carrier'), map)
  story.accepts(companies.buyer, nameOf('buyer'), map)

  for (const role of roles) {
    story.as(companies[role], (we) => {
      for (const stage of stages) we.puts(map, nameOf(role), stage, ...cardsOf(role, stage))
      we.starts(
        nameOf(role),
        ...allMessages.filter(({ from }) => from === role).map(({ code }) => `Sends ${code}`),
      )
      we.leads(...stages.flatMap((stage) => ownSteps[role][stage] ?? []))
    })
  }
  for (const role of roles) {
    story.as(companies[role], (we) => {
      for (const message of allMessages.filter(({ from }) => from === role)) send(message, we)
    })
  }

  story.as(companies.buyer, (we) => {
    we.loopsBack('Sends ORDCHG', 'Releases the order')
    we.loopsBack('Holds a doubtful invoice', 'Matches invoice to goods')
    we.hands('goods', 'Waits at the dock', 'Arrives at the dock', {
      passes: 'a free dock door',
      channel: 'onSite',
    })
    we.confirms(...between('buyer').filter((code) => !unsigned.buyer.includes(code)))
  })
  story.as(companies.supplier, (we) => {
    we.loopsBack('Replans after a change', 'Allocates flour')
    we.hands('pallets', 'Loads the truck', 'Collects the pallets', {
      passes: 'pallets with labels',
      channel: 'onSite',
      expectedMinutes: 45,
    })
    we.confirms(...between('supplier').filter((code) => !unsigned.supplier.includes(code)), 'pallets')
  })
  story.as(companies.carrier, (we) => {
    we.hands('delivery', 'Hands over the pallets', 'Unloads and counts', {
      passes: 'pallets, complete and cold',
      channel: 'onSite',
      expectedMinutes: 30,
    })
    we.confirms(
      ...between('carrier').filter((code) => !unsigned.carrier.includes(code)),
      'pallets',
      'delivery',
    )
  })

  story.as(companies.buyer, (we) => {
    we.confirms('delivery')
    we.disputes('DESADV', 'It arrives when the truck is already unloaded, so we count by hand.')
    we.says(
      { handoff: 'DESADV' },
      { statement: 'It comes nine hours late.', experiencedMinutes: 9 * hours, performance: 2 },
    )
    we.thinks('Matches invoice to goods', {
      performance: 4,
      notes: 'One invoice in six goes back with a query.',
    })
    we.marks(
      'Unloads and counts',
      'pain',
      'Forty minutes at the dock for counting what was counted before.',
      {
        feltBy: nameOf('buyer'),
        causedBy: nameOf('supplier'),
      },
    )
    we.marks('Puts goods on the shelf', 'momentOfTruth')
    we.marks('Holds a doubtful invoice', 'pain', 'The quantities of despatch advice and invoice differ.', {
      feltBy: nameOf('supplier'),
      causedBy: nameOf('supplier'),
    })
  })
  story.as(companies.supplier, (we) => {
    we.says(
      { handoff: 'DESADV' },
      { statement: 'It leaves with the truck.', experiencedMinutes: 30, performance: 8 },
    )
    we.says(
      { handoff: 'REMADV' },
      { statement: 'We wait four days for it.', experiencedMinutes: 4 * days, performance: 5 },
    )
    we.marks('Collects the pallets', 'delight', 'The driver is on time, every time.', {
      feltBy: nameOf('supplier'),
    })
    // Prices now change weekly: the catalogue has to be there sooner, and both sides have to say yes again.
    we.changes('PRICAT', { expectedMinutes: 12 * hours })
    we.owes('Checks temperature and dates', { [nameOf('supplier')]: 'contributes' })
  })
  return story.told()
}

const allMessages = stages.flatMap((stage) => messages[stage])

/** Left open on purpose: something waits for each company. */
const unsigned: Readonly<Record<Role, readonly string[]>> = {
  buyer: ['IFTMAN', 'CNTCND', 'DESADV'],
  supplier: ['SLSFCT', 'RETANN'],
  carrier: ['HANMOV'],
}

function between(role: Role): string[] {
  return allMessages.filter(({ from, to }) => from === role || to === role).map(({ code }) => code)
}

const triggers = new Set(['Needs a new supplier', 'Shelf runs low'])
const decisions = new Set(['Chooses a supplier', 'Holds a doubtful invoice'])

/** What the buyer chooses between, why it leaves, and for which goods a step holds. */
const turns: Readonly<Record<string, CardFields>> = {
  'Chooses a supplier': {
    options: ['The supplier it has', 'One of two bidders'],
    criteria: ['Delivered on time', 'Price', 'Fewer queries on invoices'],
  },
  'Holds a doubtful invoice': { options: ['Pays what was counted', 'Asks for a corrected one'] },
  'Moves to another supplier': {
    reasons: ['Despatch advice after the goods', 'One invoice in six goes back'],
    leavers: 2,
  },
  'Checks temperature and dates': { segments: ['Chilled goods'] },
}

function cardsOf(role: Role, stage: Stage): CardSketch[] {
  const steps = (ownSteps[role][stage] ?? []).map(
    (name): CardSketch => [name, { kind: kindOf(name), ...turns[name] }],
  )
  const contacts = messages[stage].flatMap(({ code, name, from, to }): CardSketch[] => {
    const fields = { channel: 'system', mode: 'digital' } as const
    if (from === role) return [[`Sends ${code}`, { ...fields, description: `Sends the ${name}.` }]]
    if (to === role) return [[`Takes in ${code}`, { ...fields, description: `Takes in the ${name}.` }]]
    return []
  })
  return inPlace([...steps, ...contacts], places[role][stage] ?? [])
}

/** The cards in their sub-columns; one without a place comes last. */
function inPlace(cards: CardSketch[], columns: readonly (readonly string[])[]): CardSketch[] {
  const known = new Map(cards.map((card) => [card[0], card]))
  const placed = columns.flatMap((names, column) =>
    names.flatMap((name): CardSketch[] => {
      const card = known.get(name)
      known.delete(name)
      return card ? [[name, { ...card[1], column }]] : []
    }),
  )
  return [...placed, ...known.values()]
}

function kindOf(step: string): TouchpointKind {
  if (triggers.has(step)) return 'trigger'
  if (decisions.has(step)) return 'decision'
  return step === 'Moves to another supplier' ? 'exit' : 'action'
}

function send({ code, name, minutes }: Message, we: Scene): void {
  we.hands(code, `Sends ${code}`, `Takes in ${code}`, {
    passes: `${code} ${name}`,
    channel: 'system',
    expectedMinutes: minutes,
    acceptance: 'Answered by CONTRL; APERAK only when something is wrong.',
  })
}
