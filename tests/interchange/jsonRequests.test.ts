// Requests to describe cards, in a file and in its copy.
import { describe, expect, it } from 'vitest'
import { callsOf } from '../../shared/inbox/calls.ts'
import { newId, openSharedJourney, person } from '../support/journey.ts'
import { changesOf, copyElsewhere, fileOf, importInto, planFor } from './copies.ts'

describe('a request to describe cards', () => {
  function withRequests() {
    const journey = openSharedJourney()
    const { world, insurer, broker, mapId, cards, lanes, stages } = journey
    const colleague = person('editor', insurer.organisationId)
    const ask = { type: 'contributionRequest.add', mapId, dueOn: '2027-03-31' } as const
    const [settled, asked] = [newId(), newId()]
    const us = insurer.organisationId
    world.act(
      insurer,
      {
        ...{ ...ask, id: newId(), askedOrganisationId: us, askedPersonId: colleague.personId },
        ...{ stageId: stages.buy, laneId: lanes.insurer, text: 'Fill these in' },
      },
      { ...ask, id: settled, askedOrganisationId: us, department: 'Claims', touchpointIds: [cards.insurer] },
      { type: 'contributionRequest.answer', id: settled, state: 'declined', answer: 'Not ours' },
      {
        ...{ ...ask, id: asked, askedOrganisationId: broker.organisationId, department: 'Sales' },
        ...{ touchpointIds: [cards.broker], text: 'OF-BROKER' },
      },
    )
    world.act(broker, { type: 'contributionRequest.answer', id: asked, state: 'done', answer: 'Done that' })
    return { ...journey, colleague }
  }

  it('is asked again of one’s own people as it stood, and told in a note where it asked others', () => {
    const { world, insurer, colleague, stages, mapId } = withRequests()
    const file = fileOf(world, insurer, mapId)
    const copy = fileOf(world, insurer, importInto(world, insurer, file))
    expect(
      copy.contributionRequest.toSorted((left, right) => left.state.localeCompare(right.state)),
    ).toMatchObject([
      { state: 'declined', answer: 'Not ours', department: 'Claims', personId: insurer.personId },
      { state: 'open', text: 'Fill these in', dueOn: '2027-03-31', askedPersonId: colleague.personId },
    ])
    expect(copy.stage.map(({ id }) => id)).toContain(
      copy.contributionRequest.find(({ stageId }) => stageId)?.stageId,
    )
    expect(copy.contributionRequest.map(({ stageId }) => stageId)).not.toContain(stages.buy)
    const [note] = copy.attributedNote.filter(({ source }) => source === 'contributionRequest')
    expect(note).toMatchObject({
      targetKind: 'touchpoint',
      content: {
        text: 'OF-BROKER',
        state: 'done',
        answer: 'Done that',
        by: 'Ada',
        about: ['Enters the risk'],
      },
    })
    expect(changesOf(planFor(world, insurer, file)).slice(-2)).toEqual([
      '2 requests to your organisation are asked by you in the copy, and nobody is written to because of it.',
      '1 request is told in a note, as whom it asked takes no part in the copy, or what it was about is not in the file.',
    ])
  })

  it('calls nobody to the copy', () => {
    const { world, insurer, mapId } = withRequests()
    const outcome = world.try(insurer, ...planFor(world, insurer, fileOf(world, insurer, mapId)).actions)
    if (!outcome.accepted) throw new Error(outcome.refusal.message)
    expect(callsOf(outcome.changes, insurer, world.everything)).toEqual([])
  })

  it('is taken back with the rest of the import in one step', () => {
    const { world, insurer, mapId } = withRequests()
    const plan = planFor(world, insurer, fileOf(world, insurer, mapId))
    const edit = world.act(insurer, ...plan.actions)
    const asked = () =>
      world.everything.all('contributionRequest').filter((row) => row.mapId === plan.mapId && !row.deleted)
    expect(asked()).toHaveLength(2)
    expect(world.undo(insurer, edit).accepted).toBe(true)
    expect(asked()).toEqual([])
  })

  it('that one was asked is asked again, with a note that says who had asked', () => {
    const { world, broker, mapId } = withRequests()
    const copy = copyElsewhere(broker, fileOf(world, broker, mapId))
    expect(copy.contributionRequest).toMatchObject([
      { text: 'OF-BROKER', state: 'done', organisationId: broker.organisationId },
    ])
    expect(copy.attributedNote.map(({ content }) => content.by)).toContain('Ada of another company')
    expect(JSON.stringify(copy)).not.toContain('Fill these in')
  })
})
