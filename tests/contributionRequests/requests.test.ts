import { describe, expect, it } from 'vitest'
import { fillingOf, openRequests } from '../../shared/contributionRequests/filling.ts'
import { settledRequests } from '../../shared/contributionRequests/settled.ts'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { callsOf } from '../../shared/inbox/calls.ts'
import { newId, openSharedJourney, person } from '../support/journey.ts'

function withRequest(fields: Partial<Extract<ActionInput, { type: 'contributionRequest.add' }>> = {}) {
  const journey = openSharedJourney()
  const { world, insurer, broker, mapId, lanes } = journey
  const id = newId()
  const place = { mapId, laneId: lanes.broker }
  const asked = { askedOrganisationId: broker.organisationId, text: 'How do you place a risk?' }
  const add = { type: 'contributionRequest.add', id, ...place, ...asked, ...fields } as const
  world.act(insurer, add)
  return { ...journey, id, request: () => world.everything.get('contributionRequest', id)! }
}

describe('a request to fill in touchpoints', () => {
  it('is seen by who asks and who is asked, and by nobody else on the map', () => {
    const { world, insurer, broker, invited, mapId, id } = withRequest()
    const third = person()
    world.act(
      { ...third, grant: { ...invited.grant!, kind: 'invitation', partyId: '', mapIds: [mapId] } },
      { type: 'participant.join', id: newId(), mapId },
    )
    expect(world.seenBy(insurer).get('contributionRequest', id)).toBeDefined()
    expect(world.seenBy(broker).get('contributionRequest', id)).toBeDefined()
    expect(world.seenBy(third).get('touchpoint', world.everything.all('touchpoint')[0]!.id)).toBeDefined()
    expect(world.seenBy(third).get('contributionRequest', id)).toBeUndefined()
  })

  it('is answered by who is asked alone, with words, and settled then', () => {
    const { world, insurer, broker, id, request } = withRequest()
    const done = { type: 'contributionRequest.answer', id, state: 'done', answer: 'All five.' } as const
    expect(world.try(insurer, done)).toMatchObject({ refusal: { code: 'edit.notAllowed' } })
    world.act(broker, done)
    expect(request()).toMatchObject({ state: 'done', answer: 'All five.' })
    for (const type of ['contributionRequest.remind', 'contributionRequest.withdraw'] as const)
      expect(world.try(insurer, { type, id })).toMatchObject({ refusal: { code: 'edit.invalid' } })
  })

  it('is withdrawn and repeated by who asks alone', () => {
    const { world, insurer, broker, id, request } = withRequest()
    for (const type of ['contributionRequest.remind', 'contributionRequest.withdraw'] as const)
      expect(world.try(broker, { type, id })).toMatchObject({ refusal: { code: 'edit.notAllowed' } })
    world.act(insurer, { type: 'contributionRequest.withdraw', id })
    expect(request().state).toBe('withdrawn')
    expect(world.try(broker, { type: 'contributionRequest.answer', id, state: 'done' })).toMatchObject({
      refusal: { code: 'edit.invalid' },
    })
  })

  it('goes to organisations on the map, for something on that map', () => {
    const { world, insurer, stranger, mapId, lanes, broker } = withRequest()
    const add = { type: 'contributionRequest.add', id: newId(), mapId, laneId: lanes.broker } as const
    const toStranger = { ...add, askedOrganisationId: stranger.organisationId }
    expect(world.try(insurer, toStranger)).toMatchObject({ refusal: { field: 'askedOrganisationId' } })
    const forNothing = { ...add, laneId: null, askedOrganisationId: broker.organisationId }
    expect(world.try(insurer, forNothing)).toMatchObject({ refusal: { code: 'edit.invalid' } })
    expect(world.try(stranger, { ...add, askedOrganisationId: broker.organisationId }).accepted).toBe(false)
  })

  it('may be asked of a department of one’s own, which answers as any other', () => {
    const { world, insurer, mapId, lanes } = openSharedJourney()
    const id = newId()
    const asked = { askedOrganisationId: insurer.organisationId, department: 'Claims' }
    world.act(insurer, { type: 'contributionRequest.add', id, mapId, laneId: lanes.insurer, ...asked })
    const colleague = person('editor', insurer.organisationId)
    world.act(colleague, { type: 'contributionRequest.answer', id, state: 'done' })
    expect(world.everything.get('contributionRequest', id)).toMatchObject({
      state: 'done',
      department: 'Claims',
    })
  })

  it('calls the asked organisation when it is asked and reminded, and the asking person when it is answered', () => {
    const { world, insurer, broker, id } = withRequest()
    const callsOfAction = (author: typeof insurer, action: ActionInput) => {
      const outcome = world.try(author, action)
      return callsOf(outcome.accepted ? outcome.changes : [], author, world.everything)
    }
    const toBroker = { organisationId: broker.organisationId, personId: null, rowId: id }
    expect(callsOfAction(insurer, { type: 'contributionRequest.remind', id })).toMatchObject([
      { kind: 'reminded', ...toBroker },
    ])
    const answer = { type: 'contributionRequest.answer', id, state: 'declined', answer: 'No.' } as const
    expect(callsOfAction(broker, answer)).toMatchObject([
      { kind: 'answered', organisationId: insurer.organisationId, personId: insurer.personId },
    ])
  })

  it('is not repeated within hours, in words that say why, and is again later', () => {
    const { world, insurer, broker, id, request } = withRequest()
    const remind = { type: 'contributionRequest.remind', id } as const
    const { askedAt } = request()
    world.act(insurer, remind)
    expect(request().askedAt).toBe(askedAt)
    expect(world.seenBy(broker).get('contributionRequest', id)!.remindedAt).toBe(request().remindedAt)
    expect(world.try(insurer, remind)).toMatchObject({
      refusal: { message: expect.stringContaining('reminded in the last few hours') },
    })
    const hours = (count: number) => new Date(Date.now() - count * 3_600_000).toISOString()
    world.everything.set('contributionRequest', { ...request(), remindedAt: hours(3) })
    expect(world.try(insurer, remind).accepted).toBe(false)
    world.everything.set('contributionRequest', { ...request(), remindedAt: hours(5) })
    expect(world.try(insurer, remind).accepted).toBe(true)
  })

  it('calls a colleague who is asked by name alone, and names no people of a partner', () => {
    const { world, insurer, broker, mapId, lanes } = openSharedJourney()
    const colleague = person('editor', insurer.organisationId)
    const add = { type: 'contributionRequest.add', id: newId(), mapId, laneId: lanes.insurer } as const
    const asked = { ...add, askedPersonId: colleague.personId }
    const outcome = world.try(insurer, { ...asked, askedOrganisationId: insurer.organisationId })
    const calls = callsOf(outcome.accepted ? outcome.changes : [], insurer, world.everything)
    expect(calls).toMatchObject([{ kind: 'asked', personId: colleague.personId }])
    expect(world.try(insurer, { ...asked, askedOrganisationId: broker.organisationId })).toMatchObject({
      refusal: { field: 'askedPersonId' },
    })
  })

  it('stays in one list with what became of it once it is settled, the latest first', () => {
    const { world, insurer, broker, id, mapId, lanes } = withRequest()
    expect(settledRequests(world.seenBy(insurer), insurer.organisationId)).toEqual([])
    const other = newId()
    const place = { mapId, laneId: lanes.insurer }
    world.act(broker, {
      ...{
        type: 'contributionRequest.add',
        id: other,
        ...place,
        askedOrganisationId: insurer.organisationId,
      },
    })
    world.act(broker, { type: 'contributionRequest.answer', id, state: 'done', answer: 'All five.' })
    world.act(broker, { type: 'contributionRequest.withdraw', id: other })
    const settledAt = '2026-01-01T00:00:00.000Z'
    world.everything.set('contributionRequest', {
      ...world.everything.get('contributionRequest', other)!,
      settledAt,
    })
    for (const { organisationId } of [insurer, broker])
      expect(
        settledRequests(world.seenBy({ ...insurer, organisationId }), organisationId).map(({ id, state }) => [
          id,
          state,
        ]),
      ).toEqual([
        [id, 'done'],
        [other, 'withdrawn'],
      ])
  })
})

describe('what is still to fill', () => {
  it('are the touchpoints of the place that say nothing yet, and fewer with each that does', () => {
    const { world, broker, lanes, cards, card, request } = withRequest()
    const second = card(broker, lanes.broker, { name: 'Calls back' })
    const toFill = () => fillingOf(request(), world.seenBy(broker)).toFill.map(({ id }) => id)
    expect(toFill().toSorted()).toEqual([cards.broker, second].toSorted())
    const fields = { description: 'By hand, twice.', channel: 'portal' } as const
    world.act(broker, { type: 'touchpoint.change', id: second, fields })
    expect(toFill()).toEqual([cards.broker])
  })

  it('counts exactly the named touchpoints, and those of the asked organisation where only a stage is named', () => {
    const { world, insurer, broker, mapId, stages, cards, card, lanes } = openSharedJourney()
    card(insurer, lanes.insurer, { name: 'Not theirs', stageId: stages.buy })
    const asked = { mapId, askedOrganisationId: broker.organisationId }
    const [one, two] = [newId(), newId()]
    world.act(
      insurer,
      { type: 'contributionRequest.add', id: one, ...asked, touchpointIds: [cards.bakery] },
      { type: 'contributionRequest.add', id: two, ...asked, stageId: stages.place },
    )
    const rows = world.seenBy(insurer)
    const idsOf = (id: string) =>
      fillingOf(world.everything.get('contributionRequest', id)!, rows).touchpoints.map((row) => row.id)
    expect(idsOf(one)).toEqual([cards.bakery])
    expect(idsOf(two)).toEqual([cards.broker])
  })

  it('is listed as waiting on us or on them, by the nearest day, until it is settled', () => {
    const { world, insurer, broker, id } = withRequest()
    expect(openRequests(world.seenBy(broker), broker.organisationId).ofUs.map((row) => row.id)).toEqual([id])
    expect(openRequests(world.seenBy(insurer), insurer.organisationId).ofThem.map((row) => row.id)).toEqual([
      id,
    ])
    world.act(broker, { type: 'contributionRequest.answer', id, state: 'done' })
    expect(openRequests(world.seenBy(broker), broker.organisationId)).toEqual({ ofUs: [], ofThem: [] })
  })
})
