// Worlds that actions of several nouns are tried in.
import { newId, openSharedJourney } from '../../support/journey.ts'

export function withViews() {
  const journey = openSharedJourney()
  const [view, mark] = [newId(), newId()]
  const target = { targetKind: 'touchpoint', targetId: journey.cards.insurer } as const
  journey.world.act(
    journey.broker,
    { type: 'perspective.add', id: view, ...target, performance: 3 },
    { type: 'mark.add', id: mark, ...target, kind: 'pain', statement: 'We wait six days.', with: 'map' },
  )
  return { ...journey, view, mark, target }
}

export function withProposals() {
  const journey = openSharedJourney()
  const card = journey.card(journey.broker, journey.lanes.insurer, { name: 'Phones the bakery' })
  const link = journey.link(journey.broker, journey.cards.insurer, journey.cards.bakery)
  const ownership = newId()
  const { broker: partyId } = journey.parties
  const asked = { touchpointId: journey.cards.insurer, partyId, accountability: 'contributes' } as const
  journey.world.act(journey.insurer, { type: 'ownership.add', id: ownership, ...asked })
  return { ...journey, proposedCard: card, proposedLink: link, ownership }
}

export function withConfirmation() {
  const journey = openSharedJourney()
  journey.confirm(journey.insurer, journey.handoff)
  return { ...journey, confirmation: journey.world.everything.all('confirmation')[0]!.id }
}
