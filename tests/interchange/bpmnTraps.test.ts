import { describe, expect, it } from 'vitest'
import { fixtureMap, fixtureText, linkNames, mapOf, messages, named, read, stepsByLane } from './fixtures.ts'

describe('lanes of a BPMN file', () => {
  it('are found by where steps are drawn when no lane lists its steps', async () => {
    const map = await fixtureMap('lanes-by-geometry.bpmn')
    expect(stepsByLane(map)).toEqual({
      'Insurer / Claims desk': ['Take the call'],
      'Insurer / Checks': ['Check the cover', 'Too late'],
      'Insurer / Payments': ['Drawn just below the pool', 'Not drawn at all', 'Pay out'],
    })
    expect(map.lanes.map(({ name }) => name)).toEqual(['Claims desk', 'Checks', 'Payments'])
    expect(messages(map, 'changed').join()).toContain('4 steps of “Insurer”')
  })

  it('stand in drawn order in upright pools', async () => {
    const map = await fixtureMap('vertical-pools.bpmn')
    expect(Object.entries(stepsByLane(map))).toEqual([
      ['Customer / Customer', ['Apply']],
      ['Bank / Branch', ['Receive']],
      ['Bank / Risk', ['Rate']],
    ])
    expect(linkNames(map)).toEqual(['Receive -> Rate', 'Apply -> Receive: Application'])
  })

  it('without a name never become blank lanes, and two of one name stay apart', async () => {
    const map = await fixtureMap('unnamed-lanes.bpmn')
    expect(stepsByLane(map)).toEqual({
      'Agency / Agency': ['Advise'],
      'Broker / Office': ['File', 'Write'],
      'Depot / North: Team': ['Load'],
      'Depot / South: Team': ['Forgotten', 'Unload'],
    })
    expect(map.counts).toMatchObject({ organisations: 3, lanes: 4, touchpoints: 6 })
  })
})

describe('pools of a BPMN file', () => {
  it('that are empty, not drawn and met by nothing are left out, and loose processes find their place', async () => {
    const map = await fixtureMap('phantom-pools.bpmn')
    expect(stepsByLane(map)).toEqual({
      'Customer / Customer': ['Contact with Shop'],
      'Shop / Shop': ['Sell'],
      'Carrier / Carrier': ['Drive'],
      'Warehouse / Warehouse': ['Pick'],
      'Unseen supplier / Unseen supplier': ['Contact with Shop'],
    })
    expect(messages(map, 'skipped')).toEqual([
      'The pool “Main pool” is empty, not drawn and nothing leads to it: left out.',
      'The process “Old draft” belongs to no pool and is not drawn: left out.',
    ])
    expect(map.counts.handoffs).toBe(2)
  })

  it('drawn in several diagrams are one party', async () => {
    const map = await fixtureMap('several-collaborations.bpmn')
    expect(map.parties.map(({ name }) => name)).toEqual(['Insurer', 'Broker', 'Customer'])
    expect(linkNames(map)).toEqual(['Offer -> Contact with Insurer', 'Advise -> Contact with Broker'])
    expect(messages(map, 'merged')).toHaveLength(2)
  })

  it('of one name in one diagram stay two parties', async () => {
    const map = mapOf(
      await read(
        fixtureText('several-collaborations.bpmn').replace('id="b1" name="Broker"', 'id="b1" name="insurer"'),
      ),
    )
    expect(map.parties.map(({ name }) => name)).toEqual(['Insurer', 'insurer', 'Broker', 'Customer'])
    expect(messages(map, 'warning')).toEqual(['2 different pools are called “Insurer”.'])
  })

  it('are made of processes where a file has no collaboration', async () => {
    const map = await fixtureMap('gateways.bpmn')
    expect(map.parties).toEqual([{ key: 'repair', name: 'Repair shop', assumedName: false }])
  })
})

describe('flows of a BPMN file', () => {
  it('become links past gateways that ask nothing, and loop back where work is done again', async () => {
    const map = await fixtureMap('gateways.bpmn')
    expect(linkNames(map).sort()).toEqual(
      [
        'Boiler breaks -> Look at it',
        'Look at it -> Order parts',
        'Look at it -> Tell the customer',
        'Order parts -> Right parts?',
        'Tell the customer -> Right parts?',
        'Right parts? ~> Look at it: no',
        'Right parts? -> Fit them: yes',
        'Fit them -> Paid',
        'Paid -> Warm again',
      ].sort(),
    )
    expect(map.touchpoints.map(({ name, kind }) => `${kind} ${name}`)).toEqual([
      'trigger Boiler breaks',
      'action Look at it',
      'action Order parts',
      'action Tell the customer',
      'decision Right parts?',
      'action Fit them',
      'trigger Paid',
      'exit Warm again',
    ])
  })

  it('are followed once where gateways lead back to gateways', async () => {
    const around =
      '<bpmn:sequenceFlow id="around" sourceRef="bothDone" targetRef="bothDone" /><bpmn:endEvent id="end"'
    const map = mapOf(await read(fixtureText('gateways.bpmn').replace('<bpmn:endEvent id="end"', around)))
    expect(linkNames(map)).toEqual(linkNames(await fixtureMap('gateways.bpmn')))
  })

  it('that lead nowhere are left out with their line', async () => {
    const map = await fixtureMap('dangling-flows.bpmn')
    expect(linkNames(map)).toEqual([
      'Make -> Pack',
      'Make -> Contact with Maker: Delivery',
      'Make -> Pack: Note to self',
    ])
    expect(map.counts).toEqual({ organisations: 2, lanes: 2, touchpoints: 3, sequences: 2, handoffs: 1 })
    const skipped = map.notes.filter(({ level }) => level === 'skipped')
    expect(skipped.map(({ element, line }) => [element, line])).toEqual([
      ['f2', 17],
      ['f3', 18],
      ['f4', 19],
      ['f5', 20],
      ['m2', 8],
      ['m3', 9],
      ['m5', 11],
    ])
  })

  it('into a sub-process reach its inner step when it is drawn open, the whole when it is closed', async () => {
    const map = await fixtureMap('sub-processes.bpmn')
    expect(linkNames(map)).toEqual([
      'Choose -> Order',
      'Order -> Bought',
      'Buy -> Use',
      'Use -> Complain',
      'Complain -> Done',
      'Tired of it -> Done',
      'Order -> Contact with Customer',
      'Contact with Customer -> Use: Parcel',
    ])
    expect(named(map, 'Buy').description).toBe('Most give up here.')
    expect(named(map, 'Choose').description).toBe('Part of “Buy”.')
    expect(named(map, 'Use').description).toBe('As long as it lasts.\n\nHolds: Unwrap, Enjoy.')
    expect(named(map, 'Complain').description).toBe('Holds: Write, Wait.')
    expect(named(map, 'Tired of it')).toMatchObject({ kind: 'trigger', description: 'May interrupt “Buy”.' })
    expect(named(map, 'Bought').kind).toBe('action')
    expect(named(map, 'Done').kind).toBe('exit')
    expect(messages(map, 'skipped')).toEqual([
      'Left out, because a journey map has no place for it: 1 data object.',
      'The process “Complaint” is called from a step and belongs to no pool: what it holds is listed with that step.',
      'A remark belongs to no step: “Draft of May.”.',
    ])
  })
})

describe('a sub-process of a BPMN file', () => {
  it('drawn closed stays closed when its steps were drawn before', async () => {
    const stale =
      '<bpmndi:BPMNShape id="s9" bpmnElement="unwrap"><dc:Bounds x="410" y="60" width="9" height="9" />'
    const xml = fixtureText('sub-processes.bpmn').replace(
      '</bpmndi:BPMNPlane>',
      `${stale}</bpmndi:BPMNShape></bpmndi:BPMNPlane>`,
    )
    expect(mapOf(await read(xml)).touchpoints).toEqual((await fixtureMap('sub-processes.bpmn')).touchpoints)
  })

  it('has its steps after it, however late it comes', async () => {
    const chain = [1, 2, 3, 4, 5, 6]
    const before = chain.map((n) => `<bpmn:task id="t${n}" name="Before ${n}" />`).join('')
    const flows = chain.map((n) => flow(`t${n}`, n < 6 ? `t${n + 1}` : 'buy')).join('')
    const xml = fixtureText('sub-processes.bpmn').replace('<bpmn:sequenceFlow id="f1"', `${before}${flows}$&`)
    const map = mapOf(await read(xml))
    expect(named(map, 'Choose').stageKey >= named(map, 'Buy').stageKey).toBe(true)
    expect(named(map, 'Tired of it').stageKey >= named(map, 'Buy').stageKey).toBe(true)
    expect(named(map, 'Contact with Customer').stageKey > named(map, 'Before 1').stageKey).toBe(true)
    expect(named(map, 'Buy').stageKey > named(map, 'Before 1').stageKey).toBe(true)
  })

  function flow(from: string, to: string): string {
    return `<bpmn:sequenceFlow id="x${from}${to}" sourceRef="${from}" targetRef="${to}" />`
  }
})

describe('names and ids of a BPMN file', () => {
  it('are made readable, and nothing hangs on how a tool writes its ids', async () => {
    const map = await fixtureMap('awkward-names.bpmn')
    expect(map.parties.map(({ name, assumedName }) => [name, assumedName])).toEqual([
      ['Müller & Söhne GmbH', false],
      ['Kunde', false],
    ])
    expect(map.touchpoints.map(({ name }) => name)).toEqual([
      'Send the offer',
      'First "same"',
      'Second same',
      expect.stringMatching(/^(very ){30}very…$/),
      'Start',
      'Point in time',
      'Message from Müller & Söhne GmbH',
    ])
    expect(map.touchpoints[3]?.description).toMatch(/^(very ){60}long$/)
    expect(linkNames(map)).toEqual([
      'Send the offer -> First "same"',
      'Send the offer -> Message from Müller & Söhne GmbH',
    ])
    expect(messages(map, 'warning')).toEqual([
      'The id “same” is given more than once: links go to the first.',
    ])
  })

  it('lose what nobody can see or store', async () => {
    const hidden = 'Sell &#8238;fast&#8237;&#0;&#xD800;&#x7F;\uFEFF now'
    const map = mapOf(
      await read(fixtureText('draft-namespace.bpmn').replace('name="Sell"', `name="${hidden}"`)),
    )
    expect(map.touchpoints.map(({ name }) => name)).toContain('Sell fast now')
  })

  it('may be missing wherever nothing refers to them', async () => {
    const map = await fixtureMap('no-ids.bpmn')
    expect(stepsByLane(map)).toEqual({
      'Maker / Plant': ['Load', 'Make', 'Pack', 'Rest'],
      'Maker / Sales': [],
      'Dealer / Dealer': ['Sell'],
    })
    expect(linkNames(map)).toEqual([
      'Make -> Pack',
      'Make -> Load',
      'Pack -> Load',
      'Make -> Sell',
      'Make -> Sell',
    ])
    expect(new Set(map.links.map(({ key }) => key)).size).toBe(5)
  })

  it('are read although the namespace is that of a draft and prefixes are not declared', async () => {
    const map = await fixtureMap('draft-namespace.bpmn')
    expect(stepsByLane(map)).toEqual({
      'Maker / Plant': [],
      'Maker / Sales': ['Make'],
      'Dealer / Dealer': ['Sell'],
    })
    expect(linkNames(map)).toEqual(['Make -> Sell'])
    expect(messages(map, 'changed')[0]).toContain('http://schema.omg.org/spec/BPMN/2.0')
  })

  it.each([
    ['any other namespace', 'http://www.omg.org/spec/BPMN/20100524/MODEL', 'http://example.com/wrong'],
    [
      'a secure address',
      'http://www.omg.org/spec/BPMN/20100524/MODEL',
      'https://www.omg.org/spec/BPMN/20100524/MODEL/',
    ],
    ['another prefix', /bpmn:|xmlns:bpmn=/g, (found: string) => found.replace('bpmn', 'semantic-2')],
    ['no declaration of its prefix', /xmlns:bpmn="[^"]*"/, ''],
  ])('are the same with %s', async (_, pattern, replacement) => {
    const plain = fixtureText('vertical-pools.bpmn')
    const changed = plain.replace(pattern as RegExp, replacement as string)
    expect(changed).not.toBe(plain)
    const map = mapOf(await read(changed))
    const expected = mapOf(await read(plain))
    expect(stepsByLane(map)).toEqual(stepsByLane(expected))
    expect(linkNames(map)).toEqual(linkNames(expected))
  })
})
