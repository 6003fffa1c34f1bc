// "Decided Tuesday. The bakery heard on Monday." An insurer, a broker, and a policyholder the broker describes.
import { organisation, withoutConfirming } from './cast.ts'
import { tellFeelings } from './insuranceFeelings.ts'
import { type Story, Storyteller } from './story.ts'

const fernhill = withoutConfirming(
  organisation('Fernhill', 'fernhill', 'Anna Lindqvist', 'Marcus Webb'),
  'Marcus Webb',
)
const oakes = organisation('Oakes & Vale', 'oakes', 'Priya Nair', 'Joe Vale')

const [insurer, broker, bakery] = ['Fernhill', 'Oakes & Vale', 'Brightwater Bakery'] as const
const map = 'Flood cover, from need to renewal'
const hours = 60
const days = 24 * hours

export function insurance(): Story {
  const story = new Storyteller('insurance', [fernhill, oakes])

  story.founds(fernhill, (we) => {
    we.begins('Cover for small businesses', 'After a flood, the bakery bakes again within a week.')
    we.names(insurer, 'producer', 2, true)
    we.names(broker, 'distributor', 1)
    we.names(bakery, 'endCustomer', 0)
  })

  story.as(fernhill, (we) => {
    we.draws(
      map,
      {
        objective: 'Decided on Tuesday, heard on Monday. Find where those six days go.',
        success: 'A policyholder hears the outcome of a claim within one day of the decision, from a person.',
        scope: 'Flood cover for small businesses. An example: its figures are plausible, not measured.',
      },
      ['Need', 'Choose', 'Buy', 'Live', 'Claim', 'Renew'],
    )
    we.lays(map, insurer)
    we.lays(map, broker, { stages: ['Win', 'Place', 'Service', 'Keep', 'Quarterly review'] })
    we.lays(map, bakery)
    // Between the question and the policy the bakery sees nothing of its insurer: not even that its claim is decided.
    const unseen = { customerSees: false }
    we.puts(
      map,
      insurer,
      'Choose',
      ['Prices the risk', { ...unseen, kind: 'action', promisedMinutes: 2 * days }],
      ['Asks for missing facts', { channel: 'email', purpose: 'Complete what the portal left open' }],
    )
    we.puts(map, insurer, 'Buy', ['Issues the policy', { channel: 'system', promisedMinutes: 1 * hours }])
    we.puts(map, insurer, 'Live', ['Endorses the change', { ...unseen, kind: 'action' }])
    we.puts(
      map,
      insurer,
      'Claim',
      [
        'Registers the loss',
        {
          ...unseen,
          channel: 'system',
          description: [
            'Opens the claim under the policy number',
            'Checks that the policy covers floods at this address',
            'Asks for photographs where none came with the notice',
            'Passes the file on to a claims handler',
          ].join('\n'),
          documents: [
            { name: 'Claims handbook', address: 'https://files.fernhill.example/claims/handbook' },
            { name: 'Form for a loss', address: 'https://files.fernhill.example/claims/form' },
          ],
        },
      ],
      [
        'Decides claim',
        {
          ...unseen,
          kind: 'decision',
          options: ['Pays in full', 'Pays in part', 'Declines'],
          criteria: ['What the policy covers', 'Cause of the damage', 'Facts in the notice'],
          description:
            'A claims handler decides on Tuesdays and Thursdays. The letter goes to the broker the same day.',
        },
      ],
    )
    we.puts(map, insurer, 'Renew', [
      'Sets renewal terms',
      { ...unseen, kind: 'action', frequency: '1 per year' },
    ])
    we.starts(insurer, 'Asks for missing facts', 'Sets renewal terms')
    // What Fernhill believes the broker does, before the broker has said a word about it.
    we.puts(map, broker, 'Win', ['Fact-find', { channel: 'meeting', mode: 'physical' }])
    we.puts(
      map,
      broker,
      'Place',
      ['Enters risk in portal', { channel: 'portal', mode: 'digital', layer: 'operational' }],
      'Presents quotes',
      ['Binds cover', { channel: 'portal', layer: 'operational' }],
    )
    we.puts(
      map,
      broker,
      'Service',
      ['Notifies the loss', { channel: 'email', layer: 'operational' }],
      'Takes in the decision',
    )
    we.puts(map, broker, 'Keep', 'Prepares the renewal', 'Phones every client once a year')
  })

  story.accepts(oakes, broker, map)
  story.as(fernhill, (we) => we.entrusts(bakery, oakes))

  story.as(oakes, (we) => {
    we.calls(
      'right',
      'Fact-find',
      'Enters risk in portal',
      'Presents quotes',
      'Binds cover',
      'Notifies the loss',
    )
    we.calls('right', 'Prepares the renewal')
    we.rewrites('Takes in the decision', {
      name: 'Finds the decision',
      description:
        'It arrives in the office mailbox, among quotes and newsletters. Whoever sees it first opens it.',
      channel: 'email',
    })
    we.puts(map, broker, 'Service', ['Changes cover mid-term', { channel: 'phone', layer: 'operational' }])
    we.puts(
      map,
      broker,
      'Quarterly review',
      [
        'Goes through the quarter with Fernhill',
        {
          channel: 'meeting',
          layer: 'commercial',
          frequency: '4 per year',
          description: [
            'Both bring the claims that took longest',
            'One hour: what went wrong at the seam, not who',
            'Each leaves with at most three promises and a date',
          ].join('\n'),
          documents: [
            { name: 'Agenda and promises', address: 'https://files.oakes.example/fernhill/review' },
          ],
        },
      ],
      [
        'Agrees where to grow together',
        { channel: 'meeting', layer: 'strategic', frequency: '1 per year, with both directors' },
      ],
    )
    we.puts(map, bakery, 'Need', [
      'Lease demands cover',
      {
        kind: 'trigger',
        description: 'The landlord asks for proof of flood cover before handing over keys.',
      },
    ])
    // One meeting, two names: the broker's fact-find is the bakery's first contact.
    we.shares('Fact-find', map, bakery, 'Choose', 'Sits down with the broker')
    we.puts(map, bakery, 'Choose', [
      'Compares quotes',
      {
        kind: 'decision',
        customerRoles: ['Owner', 'Accountant'],
        segments: ['Food businesses', 'Shops on a river'],
        options: ['Fernhill', 'Two other insurers', 'No flood cover'],
        criteria: ['Price', 'What one pays oneself after a flood', 'How a claim is handled'],
      },
    ])
    we.puts(map, bakery, 'Buy', ['Receives policy', { channel: 'email', promisedMinutes: 1 * hours }])
    we.puts(map, bakery, 'Live', ['Buys a second oven', { kind: 'action' }])
    we.puts(
      map,
      bakery,
      'Claim',
      [
        'Reports flood',
        { channel: 'phone', purpose: 'Get help today, money soon', segments: ['Shops on a river'] },
      ],
      [
        'Learns the outcome',
        {
          channel: 'phone',
          promisedMinutes: 1 * days,
          experienceStandard: 'A person phones within a day of the decision, and knows the case.',
        },
      ],
    )
    we.puts(
      map,
      bakery,
      'Renew',
      ['Renewal offer', { channel: 'meeting', frequency: '1 per year' }],
      [
        'Leaves for a direct insurer',
        {
          kind: 'exit',
          reasons: ['Heard of the decision six days late', 'Nobody phoned', 'A cheaper quote online'],
          leavers: 9,
        },
      ],
    )
  })

  story.as(oakes, (we) => {
    we.repeats(map, broker, 'Keep', '1 per year')
    we.repeats(map, broker, 'Quarterly review', '4 per year')
    we.starts(broker, 'Fact-find', 'Enters risk in portal', 'Renewal offer')
    we.starts(bakery, 'Reports flood', 'Changes cover mid-term')
    we.leads('Fact-find', 'Enters risk in portal')
    we.leads('Presents quotes', 'Binds cover')
    we.leads('Finds the decision', 'Prepares the renewal')
    we.leads('Prepares the renewal', 'Phones every client once a year')
    we.loopsBack('Phones every client once a year', 'Fact-find')
    we.leads('Goes through the quarter with Fernhill', 'Agrees where to grow together')
    we.loopsBack('Goes through the quarter with Fernhill', 'Enters risk in portal')
    we.leads('Lease demands cover', 'Fact-find', 'Compares quotes', 'Receives policy')
    we.leads('Receives policy', 'Buys a second oven')
    we.leads('Reports flood', 'Learns the outcome', 'Renewal offer', 'Leaves for a direct insurer')
    we.hands('flood', 'Reports flood', 'Notifies the loss', {
      passes: 'the flood, by phone',
      channel: 'phone',
    })
    we.hands('oven', 'Buys a second oven', 'Changes cover mid-term', { passes: 'what has changed' })
    we.hands('outcome', 'Finds the decision', 'Learns the outcome', {
      passes: 'the outcome',
      channel: 'phone',
      expectedMinutes: 1 * days,
    })
    we.hands('offer', 'Prepares the renewal', 'Renewal offer', {
      passes: 'renewal offer',
      channel: 'meeting',
    })
    we.hands('risk', 'Enters risk in portal', 'Prices the risk', {
      passes: 'the risk, complete',
      channel: 'portal',
      trigger: 'The fact-find is signed',
      expectedMinutes: 8 * hours,
      acceptance: 'Every mandatory fact is filled; photographs of the ground floor are attached.',
    })
    we.hands('bind', 'Binds cover', 'Issues the policy', {
      passes: 'instruction to bind',
      channel: 'portal',
      trigger: 'The client has chosen a quote',
      expectedMinutes: 1 * hours,
    })
    we.hands('loss notice', 'Notifies the loss', 'Registers the loss', {
      passes: 'loss notice',
      channel: 'email',
      trigger: 'The client has phoned',
      expectedMinutes: 4 * hours,
      acceptance: 'Policy number, place, time and first photographs.',
    })
    we.hands('change', 'Changes cover mid-term', 'Endorses the change', {
      passes: 'change of cover',
      channel: 'portal',
      expectedMinutes: 2 * days,
    })
  })

  story.as(fernhill, (we) => {
    we.leads('Prices the risk', 'Issues the policy', 'Endorses the change')
    we.leads('Registers the loss', 'Decides claim', 'Sets renewal terms')
    we.loopsBack('Asks for missing facts', 'Prices the risk')
    we.hands('question', 'Asks for missing facts', 'Enters risk in portal', {
      passes: 'missing facts',
      channel: 'email',
      trigger: 'A mandatory fact is empty',
      expectedMinutes: 1 * days,
    })
    we.hands('quote', 'Prices the risk', 'Presents quotes', {
      passes: 'quote',
      channel: 'portal',
      trigger: 'The risk is complete',
      expectedMinutes: 2 * days,
      acceptance: 'Premium, excess and flood conditions on one page.',
    })
    we.hands('decision', 'Decides claim', 'Finds the decision', {
      passes: 'the decision on the claim',
      channel: 'email',
      trigger: 'The claim is decided',
      expectedMinutes: 1 * days,
      acceptance: 'The decision with its reason, sent to the address on file.',
    })
    we.hands('renewal terms', 'Sets renewal terms', 'Prepares the renewal', {
      passes: 'renewal terms',
      channel: 'email',
      trigger: 'The policy ends soon',
      expectedMinutes: 30 * days,
      acceptance: 'Terms arrive this long before the policy ends.',
    })
    we.hands('policy', 'Issues the policy', 'Receives policy', { passes: 'the policy', channel: 'email' })
  })

  story.as(oakes, (we) => {
    we.owes('Fact-find', { [broker]: 'accountable' })
    we.owes('Enters risk in portal', { [insurer]: 'accountable', [broker]: 'contributes' })
    we.owes('Compares quotes', { [broker]: 'accountable', [insurer]: 'contributes' })
    we.owes('Receives policy', { [insurer]: 'accountable', [broker]: 'contributes' })
    we.owes('Changes cover mid-term', { [broker]: 'accountable', [insurer]: 'contributes' })
    we.owes('Reports flood', { [broker]: 'accountable', [insurer]: 'contributes' })
    we.owes('Learns the outcome', { [broker]: 'accountable' })
    we.owes('Renewal offer', { [broker]: 'accountable', [insurer]: 'contributes' })
    we.answers('Fact-find', broker, { department: 'New business', person: 'Joe Vale' })
    we.answers('Learns the outcome', broker, { department: 'Client service' })
  })

  story.as(fernhill, (we) => {
    we.agrees(
      insurer,
      'Enters risk in portal',
      'Compares quotes',
      'Receives policy',
      'Changes cover mid-term',
    )
    we.agrees(insurer, 'Reports flood', 'Renewal offer')
    we.owes('Asks for missing facts', { [insurer]: 'accountable' })
    we.owes('Decides claim', { [insurer]: 'accountable' })
    // Both believe that telling the bakery is theirs to answer for.
    we.owes('Learns the outcome', { [insurer]: 'accountable' })
    we.answers('Decides claim', insurer, {
      department: 'Property claims',
      region: 'West',
      person: 'Marcus Webb; Anna Lindqvist',
    })
  })
  story.as(oakes, (we) => we.agrees(insurer, 'Learns the outcome'))

  story.as(fernhill, (we) => we.confirms('risk', 'quote', 'bind', 'decision', 'renewal terms', 'question'))
  story.as(oakes, (we) => we.confirms('risk', 'quote', 'bind', 'loss notice', 'renewal terms'))

  story.as(oakes, (we) => {
    we.disputes(
      'decision',
      'It lands in a generic mailbox that nobody watches. Each of us believes the other phones.',
    )
    we.says(
      { handoff: 'decision' },
      { statement: 'We wait six days.', experiencedMinutes: 6 * days, performance: 3 },
    )
    we.passesOn(
      { handoff: 'decision' },
      { statement: 'Nobody told us.', verbatims: ['We heard it from the builder first.'], sampleSize: 41 },
    )
    we.marks('Receives policy', 'momentOfTruth')
    we.marks('Reports flood', 'momentOfTruth')
    we.marks('Learns the outcome', 'momentOfTruth')
    we.marks('Learns the outcome', 'pain', 'Decided on Tuesday. The bakery heard on Monday.', {
      feltBy: bakery,
      causedBy: insurer,
    })
    we.passesOn('Learns the outcome', {
      performance: 4,
      performanceTrend: 'worse',
      sampleSize: 41,
      importanceForPerception: 9,
      importanceForDecision: 4,
      importanceForLoyalty: 10,
      emotion: 'anxious',
      emotionIntensity: 4,
      desiredEmotion: 'relieved',
      desiredIntensity: 3,
      statement: 'Six days without an oven, and nobody who knows anything.',
      verbatims: ['I phoned three times. Each one told me the other would call.'],
    })
    tellFeelings(we)
    we.thinks('Learns the outcome', {
      performance: 3,
      performanceTrend: 'worse',
      notes: 'Until this is repaired we steer flood risks elsewhere.',
      importanceForLoyalty: 10,
      emotion: 'frustrated',
      emotionIntensity: 3,
    })
    we.thinks('Enters risk in portal', {
      performance: 5,
      notes: 'Forty minutes; their rival asks half of it.',
    })
  })

  story.as(fernhill, (we) => {
    we.says(
      { handoff: 'decision' },
      { statement: 'We take one day.', experiencedMinutes: 1 * days, performance: 8 },
    )
    we.thinks('Learns the outcome', {
      performance: 8,
      performanceTrend: 'steady',
      notes: 'The letter leaves the same day. What happens at the broker we cannot see.',
      importanceForLoyalty: 8,
    })
    we.marks('Receives policy', 'delight', 'The policy is there within the hour.', { feltBy: bakery })
    we.marks('Asks for missing facts', 'pain', 'Two of five risks come back with facts missing.', {
      feltBy: insurer,
      causedBy: broker,
    })
    we.puts(map, bakery, 'Claim', ['Gets a message: decided', { channel: 'message', mode: 'digital' }])
  })

  story.as(fernhill, (we) => we.changes('renewal terms', { expectedMinutes: 21 * days }))

  return story.told()
}
