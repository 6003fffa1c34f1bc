// A small ecosystem to tell stories in: an insurer that organises, a broker that accepted its invitation, a bakery
// nobody holds, and an organisation that takes no part.
import { randomUUID } from 'node:crypto'
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import type { MemberRole } from '../../shared/accounts/roles.ts'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { EditReference } from '../../shared/edits/reader.ts'
import { termsOf } from '../../shared/handoffs/terms.ts'
import type { Author } from '../../shared/rules/author.ts'
import { MemoryEcosystem, type See, type Take } from './memoryEcosystem.ts'

export const newId = () => randomUUID() as string

/** A person acting for an organisation; pass `organisationId` for a colleague. */
export function person(role: MemberRole = 'admin', organisationId = newId()): Author {
  return { personId: newId(), organisationId, role }
}

type Fields<T extends ActionInput['type']> = Partial<Extract<ActionInput, { type: T }>>

/** The ecosystem with everybody in place; every journey has ids of its own. */
export function openJourney(see?: See, take?: Take) {
  const world = new MemoryEcosystem(newId(), see, take)
  const insurer = person()
  const broker = person()
  const stranger = person()
  const [mapId, insurerParty, brokerParty, bakeryParty] = [newId(), newId(), newId(), newId()]
  const [insurerLane, brokerLane, bakeryLane] = [newId(), newId(), newId()]
  const [buy, claim, win, place] = [newId(), newId(), newId(), newId()]
  const ranks = generateNKeysBetween(null, null, 3) as [string, string, string]

  world.act(
    { ...insurer, grant: { kind: 'founding' } },
    { type: 'ecosystem.add', id: world.id, name: 'Flood cover' },
    { type: 'party.add', id: insurerParty, name: 'Insurer', kind: 'producer', held: true },
    { type: 'party.add', id: brokerParty, name: 'Broker', kind: 'distributor' },
    { type: 'party.add', id: bakeryParty, name: 'Bakery', kind: 'endCustomer' },
  )
  world.act(
    insurer,
    { type: 'map.add', id: mapId, participantId: newId(), name: 'Cover and claim', rank: ranks[0] },
    { type: 'stage.add', id: buy, mapId, name: 'Buy', rank: ranks[0] },
    { type: 'stage.add', id: claim, mapId, name: 'Claim', rank: ranks[1] },
    { type: 'lane.add', id: insurerLane, mapId, partyId: insurerParty, rank: ranks[0] },
    { type: 'lane.add', id: brokerLane, mapId, partyId: brokerParty, ownStages: true, rank: ranks[1] },
    { type: 'lane.add', id: bakeryLane, mapId, partyId: bakeryParty, nature: 'b2c', rank: ranks[2] },
    { type: 'stage.add', id: win, mapId, laneId: brokerLane, name: 'Win', rank: ranks[0] },
    { type: 'stage.add', id: place, mapId, laneId: brokerLane, name: 'Place', rank: ranks[1] },
  )

  const invitedTo = (author: Author, partyId: string): Author => ({
    ...author,
    grant: { kind: 'invitation', partyId, mapIds: [mapId] },
  })
  const hold = (author: Author, partyId: string): EditReference =>
    world.act(
      invitedTo(author, partyId),
      { type: 'participant.join', id: newId(), mapId },
      { type: 'party.hold', id: partyId },
    )

  return {
    world,
    insurer,
    broker,
    stranger,
    invited: invitedTo(broker, brokerParty),
    accept: () => hold(broker, brokerParty),
    /** Somebody else accepts the invitation to hold this party. */
    hold,
    mapId,
    parties: { insurer: insurerParty, broker: brokerParty, bakery: bakeryParty },
    lanes: { insurer: insurerLane, broker: brokerLane, bakery: bakeryLane },
    stages: { buy, claim, win, place },
    /** Adds a card to a lane's first stage. @returns its id */
    card(author: Author, laneId: string, fields: Fields<'touchpoint.add'> = {}): string {
      const id = newId()
      const stageId = laneId === brokerLane ? place : buy
      const rank = generateKeyBetween(null, null)
      world.act(author, { type: 'touchpoint.add', id, laneId, stageId, name: 'A card', rank, ...fields })
      return id
    },
    /** @returns the id of the link from one card to another */
    link(author: Author, from: string, to: string, fields: Fields<'link.add'> = {}): string {
      const id = newId()
      world.act(author, {
        type: 'link.add',
        id,
        fromTouchpointId: from,
        toTouchpointId: to,
        passes: 'risk details',
        ...fields,
      })
      return id
    },
    /** Confirms a handoff under the terms it has now. @returns the edit */
    confirm(author: Author, linkId: string): EditReference {
      const terms = termsOf(world.everything.get('link', linkId)!)
      return world.act(author, { type: 'handoff.confirm', confirmationId: newId(), linkId, terms })
    },
  }
}

export type Journey = ReturnType<typeof openJourney>

/** As `openJourney`, after the broker accepted, with a card in each lane and a handoff from broker to insurer. */
export function openSharedJourney(see?: See, take?: Take) {
  const journey = openJourney(see, take)
  journey.accept()
  const { insurer, broker, lanes, card, link } = journey
  const cards = {
    insurer: card(insurer, lanes.insurer, { name: 'Reviews the risk' }),
    broker: card(broker, lanes.broker, { name: 'Enters the risk' }),
    bakery: card(insurer, lanes.bakery, { name: 'Receives the policy' }),
  }
  const handoff = link(broker, cards.broker, cards.insurer, { expectedMinutes: 60 })
  return { ...journey, cards, handoff }
}

/** As `openSharedJourney`, with a bank on the map that holds a party and has a lane, too. */
export function openJourneyOfThree(see?: See) {
  const journey = openSharedJourney(see)
  const { world, insurer, mapId, hold } = journey
  const [bank, bankParty] = [person(), newId()]
  world.act(
    insurer,
    { type: 'party.add', id: bankParty, name: 'Bank', kind: 'partner' },
    { type: 'lane.add', id: newId(), mapId, partyId: bankParty, rank: 'a9' },
  )
  hold(bank, bankParty)
  return { ...journey, bank, bankParty }
}
