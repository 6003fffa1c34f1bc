import { describe, expect, it } from 'vitest'
import { cellOf, handoffMatrix } from '../../shared/analysis/handoffMatrix.ts'
import { handoffsOf } from '../../shared/analysis/handoffs.ts'
import { newId, openSharedJourney } from '../support/journey.ts'

function told() {
  const journey = openSharedJourney()
  const { world, insurer, broker, handoff } = journey
  const seenBy = (author: typeof insurer) =>
    handoffsOf(world.seenBy(author), author.organisationId).find((entry) => entry.link.id === handoff)!
  const dispute = (author: typeof insurer) =>
    world.act(author, { type: 'handoff.dispute', confirmationId: newId(), linkId: handoff, note: 'Late.' })
  const reterm = (minutes: number) =>
    world.act(broker, { type: 'link.change', id: handoff, fields: { expectedMinutes: minutes } })
  return { ...journey, seenBy, dispute, reterm }
}

describe('a handoff of a proposed card', () => {
  it('goes with the card when that is declined, from every list and from being signed', () => {
    const { world, insurer, broker, lanes, cards, card, link, confirm } = told()
    const proposed = card(broker, lanes.insurer, { name: 'Calls back' })
    const linkId = link(broker, cards.broker, proposed)
    const listed = (author: typeof insurer) =>
      handoffsOf(world.seenBy(author), author.organisationId).some((entry) => entry.link.id === linkId)
    expect(listed(insurer)).toBe(true)
    world.act(insurer, { type: 'touchpoint.decide', id: proposed, accept: false })
    expect([listed(insurer), listed(broker)]).toEqual([false, false])
    expect(() => confirm(broker, linkId)).toThrow('declined')
  })
})

describe('where a handoff stands', () => {
  it('waits on both while nobody has confirmed', () => {
    const { seenBy, insurer, broker } = told()
    for (const author of [insurer, broker])
      expect(seenBy(author)).toMatchObject({
        state: 'waitingOnUs',
        isWaitingOnUs: true,
        isWaitingOnThem: true,
      })
  })

  it('waits on them once we have confirmed, and on us from their side', () => {
    const { seenBy, insurer, broker, confirm, handoff } = told()
    confirm(insurer, handoff)
    expect(seenBy(insurer)).toMatchObject({
      state: 'waitingOnThem',
      isWaitingOnUs: false,
      isWaitingOnThem: true,
    })
    expect(seenBy(broker)).toMatchObject({
      state: 'waitingOnUs',
      isWaitingOnUs: true,
      isWaitingOnThem: false,
    })
  })

  it('is agreed when both have confirmed, and broken once a term changes', () => {
    const { seenBy, insurer, broker, confirm, handoff, reterm } = told()
    confirm(insurer, handoff)
    confirm(broker, handoff)
    expect(seenBy(broker)).toMatchObject({ state: 'agreed', isBroken: false, isWaitingOnUs: false })
    reterm(5)
    expect(seenBy(broker)).toMatchObject({ state: 'waitingOnUs', isBroken: true, isWaitingOnThem: true })
  })

  it('is disputed for both sides, and waits for an answer of the other', () => {
    const { seenBy, insurer, broker, confirm, handoff, dispute } = told()
    confirm(broker, handoff)
    dispute(insurer)
    expect(seenBy(insurer)).toMatchObject({ state: 'disputed', isWaitingOnUs: false, isWaitingOnThem: true })
    expect(seenBy(broker)).toMatchObject({ state: 'disputed', isWaitingOnUs: true, isWaitingOnThem: false })
  })

  it('tells an organisation in between nothing to do', () => {
    const { world, handoff, broker } = told()
    const entry = handoffsOf(world.seenBy(broker), newId()).find(({ link }) => link.id === handoff)
    expect(entry).toMatchObject({ state: 'open', ours: null, theirs: null, isWaitingOnUs: false })
  })

  it('is a promise where nobody holds the other side, and never waits on anyone', () => {
    const { world, insurer, cards, link } = told()
    const id = link(insurer, cards.insurer, cards.bakery)
    const entry = handoffsOf(world.seenBy(insurer), insurer.organisationId).find((one) => one.link.id === id)
    expect(entry).toMatchObject({ state: 'promise', isWaitingOnUs: false, isWaitingOnThem: false })
  })

  it('is only proposed while somebody from outside suggests it, and gone once declined', () => {
    const { world, insurer, broker, card, lanes, cards, link } = told()
    const id = link(broker, card(insurer, lanes.insurer), cards.bakery)
    const find = () =>
      handoffsOf(world.seenBy(insurer), insurer.organisationId).find((one) => one.link.id === id)
    expect(find()).toMatchObject({ state: 'proposed', isWaitingOnUs: false })
    world.act(insurer, { type: 'link.decide', id, accept: false })
    expect(find()).toBeUndefined()
  })

  it('leaves out links within a party, deleted ones and those of deleted maps', () => {
    const { world, insurer, card, lanes, cards, link, handoff, broker } = told()
    link(insurer, cards.insurer, card(insurer, lanes.insurer))
    expect(handoffsOf(world.seenBy(insurer), insurer.organisationId).map((one) => one.link.id)).toEqual([
      handoff,
    ])
    world.act(broker, { type: 'link.remove', id: handoff })
    expect(handoffsOf(world.seenBy(insurer), insurer.organisationId)).toEqual([])
  })
})

describe('how late a handoff is', () => {
  it('sets what is experienced beside what is expected, only from views one may see', () => {
    const { world, seenBy, insurer, broker, handoff } = told()
    const view = newId()
    const target = { targetKind: 'link', targetId: handoff } as const
    expect(seenBy(insurer).lateness).toMatchObject({
      expectedMinutes: 60,
      worstMinutes: null,
      lateByMinutes: null,
    })
    world.act(broker, { type: 'perspective.add', id: view, ...target, experiencedMinutes: 300 })
    expect(seenBy(broker).lateness.lateByMinutes).toBe(240)
    expect(seenBy(insurer).lateness.lateByMinutes).toBeNull()
    world.act(broker, { type: 'perspective.share', id: view, with: 'map' })
    expect(seenBy(insurer).lateness).toMatchObject({ worstMinutes: 300, lateByMinutes: 240 })
    expect(seenBy(insurer).lateness.experienced).toEqual([
      { organisationId: broker.organisationId, onBehalfOf: 'self', minutes: 300 },
    ])
  })

  it('is not late when it is faster than expected', () => {
    const { world, seenBy, broker, handoff } = told()
    const target = { targetKind: 'link', targetId: handoff } as const
    world.act(broker, { type: 'perspective.add', id: newId(), ...target, experiencedMinutes: 10 })
    expect(seenBy(broker).lateness.lateByMinutes).toBe(0)
  })
})

it('who hands to whom: one cell per pair of organisations, with what is agreed, broken and waiting', () => {
  const { world, insurer, broker, confirm, handoff, parties, cards, link, reterm } = told()
  const back = link(insurer, cards.insurer, cards.broker, { passes: 'quote' })
  link(insurer, cards.insurer, cards.bakery, { passes: 'policy' })
  for (const id of [handoff, back]) for (const author of [insurer, broker]) confirm(author, id)
  reterm(5)
  const [ofInsurer, ofBroker] = [insurer.organisationId, broker.organisationId]
  const matrix = handoffMatrix(handoffsOf(world.seenBy(insurer), ofInsurer), new Map())
  expect(matrix.places.map(({ name }) => name)).toEqual(['Bakery', 'Broker', 'Insurer'])
  expect(cellOf(matrix, ofBroker, ofInsurer)).toMatchObject({
    agreed: 0,
    broken: 1,
    waitingOnUs: 1,
  })
  expect(cellOf(matrix, ofInsurer, ofBroker)).toMatchObject({ agreed: 1, broken: 0 })
  expect(cellOf(matrix, ofInsurer, parties.bakery)).toMatchObject({ promises: 1, agreed: 0 })
  expect(cellOf(matrix, parties.bakery, ofInsurer)).toBeUndefined()
})

it('who hands to whom: an organisation that holds two parties stands once, under its own name', () => {
  const { world, insurer, broker, parties, lanes, cards, link } = told()
  const [partyId, laneId, stageId, card] = [newId(), newId(), newId(), newId()]
  const { mapId } = world.everything.get('lane', lanes.insurer)!
  world.act(
    insurer,
    { type: 'party.add', id: partyId, name: 'Claims desk', kind: 'partner', tier: 3, held: true },
    { type: 'lane.add', id: laneId, mapId, partyId, rank: 'a9', ownStages: true },
    { type: 'stage.add', id: stageId, mapId, laneId, name: 'Settle', rank: 'a0' },
    { type: 'touchpoint.add', id: card, laneId, stageId, rank: 'a0', name: 'Pays' },
  )
  link(insurer, card, cards.broker, { passes: 'payment note' })
  link(insurer, cards.insurer, cards.broker, { passes: 'quote' })
  const organisations = new Map([[insurer.organisationId, 'Fernhill']])
  const matrix = handoffMatrix(handoffsOf(world.seenBy(broker), broker.organisationId), organisations)
  expect(matrix.places.find(({ id }) => id === insurer.organisationId)).toMatchObject({
    name: 'Fernhill',
    partyIds: expect.arrayContaining([partyId, parties.insurer]),
  })
  expect(matrix.places.map(({ name }) => name)).toEqual(['Broker', 'Fernhill'])
  expect(cellOf(matrix, insurer.organisationId, broker.organisationId)?.entries).toHaveLength(2)
})
