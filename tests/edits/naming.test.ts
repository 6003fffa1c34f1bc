// What a row names beside its place: what its author does not see is as if it were not there, and tells nobody otherwise.
import { describe, expect, it } from 'vitest'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { newId, openSharedJourney } from '../support/journey.ts'

/** A party and a card that the broker does not see, and what would name them. */
function openWithHidden() {
  const journey = openSharedJourney()
  const { world, insurer, cards, lanes, stages } = journey
  const [second, partyId, laneId, stageId, touchpointId] = Array.from({ length: 5 }, newId) as [
    ...[string, string, string, string, string],
  ]
  world.act(
    insurer,
    { type: 'map.add', id: second, participantId: newId(), name: 'Without the broker', rank: 'a1' },
    { type: 'party.add', id: partyId, name: 'Surveyor', kind: 'partner' },
    { type: 'lane.add', id: laneId, mapId: second, partyId, rank: 'a0' },
    { type: 'stage.add', id: stageId, mapId: second, name: 'Survey', rank: 'a0' },
    { type: 'touchpoint.add', id: touchpointId, laneId, stageId, name: 'Surveys', rank: 'a0' },
  )
  const card = {
    ...({ type: 'touchpoint.add', laneId: lanes.broker, stageId: stages.place } as const),
    ...{ rank: 'a9', name: 'Again' },
  }
  const mark = { targetKind: 'touchpoint', targetId: cards.broker, kind: 'pain' } as const
  /** Each way of naming something, by the id it names. */
  const naming: Record<string, (party: string, touchpoint: string) => ActionInput> = {
    initiator: (initiatorPartyId) => ({ ...card, id: newId(), initiatorPartyId }),
    initiatorLater: (initiatorPartyId) => ({
      ...{ type: 'touchpoint.change', id: cards.broker, fields: { initiatorPartyId } },
    }),
    felt: (feltByPartyId) => ({ type: 'mark.add', id: newId(), ...mark, feltByPartyId, with: 'map' }),
    caused: (causedByPartyId) => ({ type: 'mark.add', id: newId(), ...mark, causedByPartyId, with: 'map' }),
    copied: (_, copiedFromId) => ({ ...card, id: newId(), copiedFromId }),
  }
  return { ...journey, hidden: { partyId, touchpointId }, card, mark, naming }
}

describe('what a row names', () => {
  it('is for whoever does not see it as if it were not there', () => {
    const { world, broker, hidden, naming } = openWithHidden()
    for (const [name, action] of Object.entries(naming)) {
      const made = world.try(broker, action(newId(), newId()))
      const real = world.try(broker, action(hidden.partyId, hidden.touchpointId))
      expect(refusalOf(real), name).toEqual(refusalOf(made))
      expect(real.accepted, name).toBe(name === 'copied')
    }
  })

  it('is named by whoever sees it', () => {
    const { world, broker, parties, cards, naming } = openWithHidden()
    for (const [name, action] of Object.entries(naming))
      expect(world.try(broker, action(parties.insurer, cards.insurer)).accepted, name).toBe(true)
  })

  it('gives a copy no lineage of what its author does not see', () => {
    const { world, broker, hidden, card } = openWithHidden()
    const id = newId()
    world.act(broker, { ...card, id, copiedFromId: hidden.touchpointId })
    expect(world.everything.get('touchpoint', id)?.lineageId).toBe(id)
  })

  it('holds for the card that a map details', () => {
    const { world, insurer, hidden } = openWithHidden()
    const map = (parentTouchpointId: string) =>
      ({
        ...({ type: 'map.add', id: newId(), participantId: newId(), name: 'In detail' } as const),
        ...{ rank: 'a2', parentTouchpointId },
      }) satisfies ActionInput
    expect(refusalOf(world.try(insurer, map(newId())))).toContain('edit.notFound')
    expect(world.try(insurer, map(hidden.touchpointId)).accepted).toBe(true)
  })

  it('stays as somebody else named it, also where one changes the row and does not see that', () => {
    const { world, insurer, broker, cards, hidden } = openWithHidden()
    const change = (fields: { initiatorPartyId?: string; name?: string }) =>
      ({ type: 'touchpoint.change', id: cards.bakery, fields }) as const
    world.act(insurer, change({ initiatorPartyId: hidden.partyId }))
    world.act(insurer, {
      type: 'ownership.add',
      id: newId(),
      touchpointId: cards.bakery,
      partyId: brokerParty(),
      accountability: 'contributes',
    })
    const [ownership] = world.everything.all('ownership')
    world.act(broker, { type: 'ownership.decide', id: ownership!.id, accept: true })
    world.act(broker, change({ name: 'Gets the policy' }))
    expect(world.everything.get('touchpoint', cards.bakery)).toMatchObject({
      ...{ name: 'Gets the policy', initiatorPartyId: hidden.partyId },
    })

    function brokerParty() {
      return world.everything.all('party').find((row) => row.heldByOrganisationId === broker.organisationId)!
        .id
    }
  })
})

function refusalOf(outcome: ReturnType<ReturnType<typeof openSharedJourney>['world']['try']>): string {
  if (outcome.accepted) return 'accepted'
  const { code, message, field } = outcome.refusal
  return `${code} ${field} ${message}`
}
