// Whatever of ours a partner's view of us shows stands on our list of it, whichever of all things were done, in any order.
import '../support/seed.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { keysOfOrganisation, partnerView } from '../../shared/analysis/partnerView.ts'
import { type SharedObject, sharedOutside } from '../../shared/analysis/sharedOutside.ts'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { type RowKind, rowKinds } from '../../shared/model/rows.ts'
import type { Author } from '../../shared/rules/author.ts'
import { sharedGroups } from '../../web/sharing/sharedGroups.ts'
import { sharedKinds } from '../../web/sharing/sharedKinds.ts'
import { newId, openJourneyOfThree } from '../support/journey.ts'

type Deeds = ReturnType<typeof deedsOf>
type Journey = ReturnType<typeof openJourneyOfThree>

it('lists every row that somebody of ours wrote and a partner sees, and every row of our lanes; what bears another name stays theirs', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 8, maxLength: 45 }), (choices) => {
      const { missing } = after((deeds) => choices.map((choice) => deeds[choice % deeds.length]!))
      expect(missing()).toEqual([])
    }),
    { numRuns: 25 },
  )
})

it('has one place on the page for each of them', () => {
  const { listed } = after((deeds) => deeds)
  const placesOf = (object: SharedObject) => [
    ...sharedKinds.filter(({ kind }) => kind === object.kind),
    ...sharedGroups.filter((group) => group.has(object)),
  ]
  for (const object of listed) expect(placesOf(object), object.kind).toHaveLength(1)
})

it('leaves out what others said, though we resolved or moved it', () => {
  const { listed, changedOfOthers } = after((deeds) => deeds)
  expect(changedOfOthers.length).toBeGreaterThan(1)
  expect(listed.filter(({ row }) => changedOfOthers.includes(row.id))).toEqual([])
})

it('would notice any kind of row that is left out', () => {
  const { missing, listed, refused } = after((deeds) => deeds)
  expect(refused).toEqual([])
  expect(missing()).toEqual([])
  const kinds = new Set(listed.map(({ kind }) => kind))
  expect([...kinds].toSorted()).toEqual([...rowKinds].filter((kind) => kind !== 'attributedNote').toSorted())
  for (const kind of kinds)
    expect(
      missing((object) => object.kind !== kind),
      kind,
    ).not.toEqual([])
  expect(missing(({ why }) => why !== 'coOwned')).not.toEqual([])
})

/** Does some of what one can do, as three organisations; tells what of the broker's their views show and its list does not. */
function after(choose: (deeds: Deeds) => Deeds) {
  const journey = openJourneyOfThree()
  const { world, broker, insurer, bank } = journey
  const written = new Set<string>()
  const refused: string[] = []
  for (const { by, actions } of choose(deedsOf(journey))) {
    const outcome = world.try(by, ...actions)
    if (!outcome.accepted) refused.push(`${actions[0]?.type}: ${outcome.refusal.message}`)
    if (!outcome.accepted || by.organisationId !== broker.organisationId) continue
    for (const { id } of outcome.changes) written.add(id)
  }
  const seen = world.seenBy(broker)
  const listed = sharedOutside(seen, broker.organisationId)
  const missing = (keep: (object: SharedObject) => boolean = () => true) => {
    const known = new Set(
      listed
        .filter(keep)
        .flatMap(({ row, seenByOrganisationIds }) => seenByOrganisationIds.map((id) => `${row.id} ${id}`)),
    )
    return [insurer, bank].flatMap(({ organisationId }) => {
      const view = partnerView(seen, keysOfOrganisation(organisationId, seen))
      const isOurs = (kind: RowKind, row: { id: string; addedByOrganisationId: string }) =>
        (written.has(row.id) && !isInTheNameOfOthers(row, broker)) ||
        row.addedByOrganisationId === broker.organisationId ||
        standsWithBroker(kind, row, journey)
      return rowKinds.flatMap((kind) =>
        view
          .all(kind)
          .filter((row) => isOurs(kind, row) && !known.has(`${row.id} ${organisationId}`))
          .map((row) => `${kind} ${row.id}`),
      )
    })
  }
  const changedOfOthers = [...written].filter((id) =>
    rowKinds.some((kind) => {
      const row = seen.get(kind, id)
      return row !== undefined && isInTheNameOfOthers(row, broker)
    }),
  )
  return { missing, listed, refused, changedOfOthers }
}

/** Resolved, moved or grouped by us, it is still what they said; an answer to what they asked is ours. */
function isInTheNameOfOthers(row: object, { organisationId }: Author): boolean {
  const isTheirs = 'organisationId' in row && row.organisationId !== organisationId
  const isToUs = [...Object.entries(row)].some(
    ([field, value]) => /^(asked|to)OrganisationId$/.test(field) && value === organisationId,
  )
  return isTheirs && !isToUs
}

/** As the story is told: what is in the broker's lane or names its party, whoever wrote it. */
function standsWithBroker(kind: RowKind, row: object, { parties, lanes }: Journey): boolean {
  const isNamed = 'laneId' in row && row.laneId === lanes.broker
  const isParty = 'partyId' in row && row.partyId === parties.broker
  const isAsked = kind === 'contributionRequest' || kind === 'move'
  return (isNamed && !isAsked) || isParty || ('id' in row && row.id === parties.broker)
}

function deedsOf({ broker, insurer, bank, mapId, parties, lanes, stages, cards, handoff }: Journey) {
  const [stage, card, view, mark] = [newId(), newId(), newId(), newId()]
  const [thread, session, sticky, side] = [newId(), newId(), newId(), newId()]
  const [part, shares] = [newId(), newId()]
  const [round, theirRound, ballot, vote] = [newId(), newId(), newId(), newId()]
  const [request, theirRequest, charge, link] = [newId(), newId(), newId(), newId()]
  const [offer, theirThread, theirSession, theirSticky] = [newId(), newId(), newId(), newId()]
  const onCard = { targetKind: 'touchpoint', targetId: cards.insurer } as const
  const score = { touchpointId: cards.insurer, measure: 'performance', score: 3 } as const
  const opening = { mapId, measures: ['performance' as const], touchpointIds: [cards.insurer] }
  const asked = { askedOrganisationIds: [broker.organisationId] }
  const askedInsurer = { askedOrganisationIds: [insurer.organisationId] }
  const named = { organisationIds: [insurer.organisationId] }
  const rank = 'a7'
  const ours = (...actions: ActionInput[]) => ({ by: broker as Author, actions })
  const insurers = (...actions: ActionInput[]) => ({ by: insurer as Author, actions })
  return [
    ours({ type: 'handoff.dispute', confirmationId: newId(), linkId: handoff, note: 'Not like this' }),
    ours({ type: 'stage.add', id: stage, mapId, laneId: lanes.broker, name: 'Keep', rank }),
    ours({ type: 'touchpoint.add', id: card, laneId: lanes.bakery, stageId: stages.buy, name: 'Asks', rank }),
    ours({ type: 'perspective.add', id: view, ...onCard, statement: 'We wait.' }),
    ours({ type: 'perspective.share', id: view, with: named }),
    ours({ type: 'perspective.share', id: view, with: 'map' }),
    ours({ type: 'perspective.share', id: view, with: 'organisation' }),
    ours({ type: 'perspective.share', id: view, with: 'map' }),
    ours({ type: 'mark.add', id: mark, ...onCard, kind: 'pain', with: 'map' }),
    ours({ type: 'comment.add', id: thread, ...onCard, text: 'Why?', with: 'map' }),
    ours({ type: 'session.start', id: session, mapId, name: 'First hour' }),
    ours({ type: 'sticky.add', id: sticky, sessionId: session, text: 'The bakery waits', rank }),
    ours({
      ...{ type: 'side.add', id: side, touchpointId: cards.insurer },
      ...{ laneId: lanes.broker, stageId: stages.place, rank, name: 'We ask' },
    }),
    insurers({ type: 'side.decide', id: side, accept: true }),
    ours({
      ...{ type: 'move.propose', id: newId(), touchpointId: cards.insurer },
      ...{ laneId: lanes.insurer, stageId: stages.claim, rank },
    }),
    insurers({
      ...{ type: 'ownership.add', id: part, touchpointId: cards.bakery },
      ...{ partyId: parties.broker, accountability: 'contributes' },
    }),
    ours({ type: 'ownership.decide', id: part, accept: true }),
    ours({ type: 'touchpoint.change', id: cards.bakery, fields: { description: 'With us' } }),
    ours({
      ...{ type: 'ownership.add', id: shares, touchpointId: cards.broker },
      ...{ partyId: parties.broker, accountability: 'accountable' },
    }),
    ours({ type: 'responsibility.add', id: charge, ownershipId: shares, person: 'Priya' }),
    ours({ type: 'responsibility.share', id: charge, with: 'map' }),
    ours({ type: 'link.add', id: link, fromTouchpointId: cards.broker, toTouchpointId: cards.bakery }),
    insurers({ type: 'link.change', id: handoff, fields: { passes: 'the risk' } }),
    ours({ type: 'round.open', id: round, ...opening, ...askedInsurer, name: 'How well?' }),
    insurers({ type: 'round.open', id: theirRound, ...opening, ...asked, name: 'How well, asked by us?' }),
    ours({ type: 'ballot.start', id: ballot, roundId: theirRound }),
    ours({ type: 'vote.set', id: vote, roundId: theirRound, ...score }),
    ours({ type: 'ballot.done', id: ballot }),
    insurers({ type: 'round.reveal', id: theirRound, without: [] }),
    ours({
      ...{ type: 'contributionRequest.add', id: request, mapId },
      ...{ askedOrganisationId: insurer.organisationId, laneId: lanes.insurer, text: 'Please' },
    }),
    insurers({
      ...{ type: 'contributionRequest.add', id: theirRequest, mapId },
      ...{ askedOrganisationId: broker.organisationId, laneId: lanes.broker },
    }),
    ours({ type: 'contributionRequest.answer', id: theirRequest, state: 'done', answer: 'Described' }),
    insurers({ type: 'handover.offer', id: offer, toOrganisationId: broker.organisationId }),
    ours({ type: 'handover.decide', id: offer, accept: true }),
    insurers({ type: 'comment.add', id: theirThread, ...onCard, text: 'Says the insurer', with: 'map' }),
    ours({ type: 'comment.resolve', id: theirThread }),
    ours({ type: 'session.end', id: session }),
    insurers({ type: 'session.start', id: theirSession, mapId, name: 'Second hour' }),
    insurers({ type: 'sticky.add', id: theirSticky, sessionId: theirSession, text: 'Too late', rank }),
    ours({ type: 'sticky.group', stickies: [{ id: theirSticky, rank }], group: 'Delays' }),
    ours({ type: 'map.change', id: mapId, fields: { objective: 'Fewer calls' } }),
    {
      by: bank as Author,
      actions: [{ type: 'mark.add', id: newId(), ...onCard, kind: 'pain', with: 'map' }] as ActionInput[],
    },
  ]
}
