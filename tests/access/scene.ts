import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { InvitedOrganisationAnswer } from '../../shared/invitations/invitations.ts'
import { type Actor, asActor, type World } from '../support/world.ts'

/** An insurer and a broker on one map, with more of the insurer's that nobody else may see; a stranger beside. */
export interface Scene {
  insurer: Actor
  broker: Actor
  stranger: Actor
  ecosystemId: string
  mapId: string
  hiddenMapId: string
  hiddenLinkId: string
  perspectiveId: string
  invitationId: string
}

export async function buildScene({ actor, visitor }: World): Promise<Scene> {
  const insurer = await actor('Insurer')
  const stranger = await actor('Stranger')
  const { body } = await insurer.act<{ id: string }>('POST', '/api/ecosystems', { name: 'ECOSYSTEM-NAME' })
  const ecosystemId = body.id
  const ids = Array.from({ length: 10 }, () => randomUUID()) as string[]
  const [
    mapId,
    hiddenMapId,
    partyId,
    laneId,
    stageId,
    cardId,
    perspectiveId,
    hiddenPartyId,
    ownPartyId,
    ownershipId,
  ] = ids as [string, string, string, string, string, string, string, string, string, string]
  const hiddenLinkId = randomUUID()
  const answer = await insurer.edit(
    ecosystemId,
    { type: 'map.add', id: mapId, participantId: randomUUID(), name: 'SHARED-MAP', rank: 'a0' },
    { type: 'map.add', id: hiddenMapId, participantId: randomUUID(), name: 'HIDDEN-MAP', rank: 'a1' },
    { type: 'party.add', id: partyId, name: 'Broker', kind: 'distributor' },
    { type: 'party.add', id: hiddenPartyId, name: 'HIDDEN-PARTY', kind: 'distributor' },
    { type: 'party.add', id: ownPartyId, name: 'We', kind: 'producer', held: true },
    ...hiddenJourney({ mapId: hiddenMapId, partyId: hiddenPartyId, linkId: hiddenLinkId }),
    { type: 'lane.add', id: laneId, mapId, partyId, rank: 'a0' },
    { type: 'stage.add', id: stageId, mapId, name: 'Claim', rank: 'a0' },
    { type: 'touchpoint.add', id: cardId, laneId, stageId, rank: 'a0', name: 'SHARED-CARD' },
    {
      type: 'ownership.add',
      id: ownershipId,
      touchpointId: cardId,
      partyId: ownPartyId,
      accountability: 'accountable',
    },
    { type: 'responsibility.add', id: randomUUID(), ownershipId, department: 'PRIVATE-DEPARTMENT' },
    {
      type: 'perspective.add',
      id: perspectiveId,
      targetKind: 'touchpoint',
      targetId: cardId,
      notes: 'PRIVATE-NOTE',
    },
    {
      ...{ type: 'comment.add', id: randomUUID(), targetKind: 'touchpoint', targetId: cardId },
      text: 'PRIVATE-COMMENT',
    },
    {
      ...{ type: 'mark.add', id: randomUUID(), targetKind: 'touchpoint', targetId: cardId },
      ...{ kind: 'pain', statement: 'PRIVATE-MARK', with: 'organisation' },
    },
  )
  expect(answer).toMatchObject({ accepted: true })
  const invite = (email: string, party: string, map: string) =>
    insurer.act<InvitedOrganisationAnswer>('POST', `/api/ecosystems/${ecosystemId}/invitations`, {
      ...{ email, partyId: party, mapIds: [map] },
    })
  const { delivery } = (await invite('bo@broker.example', partyId, mapId)).body
  const brokerVisitor = visitor()
  const newAccount = { name: 'Bo', password: 'long enough for anyone', organisation: 'Broker' }
  await brokerVisitor.send(
    'POST',
    '/api/invitations/accept',
    { newAccount },
    {
      'Interlane-Token': delivery.by === 'link' ? delivery.link.split('#')[1]! : '',
    },
  )
  const broker = await asActor(brokerVisitor, 'bo@broker.example')
  const pending = (await invite('pending@secret.example', hiddenPartyId, hiddenMapId)).body
  return {
    ...{ insurer, broker, stranger, ecosystemId, mapId, hiddenMapId, hiddenLinkId },
    perspectiveId,
    invitationId: pending.invitation.id,
  }
}

/** Two linked cards on a map that only the insurer sees. */
function hiddenJourney({ mapId, partyId, linkId }: { mapId: string; partyId: string; linkId: string }) {
  const [laneId, stageId, from, to] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const card = { type: 'touchpoint.add', laneId, stageId } as const
  return [
    { type: 'lane.add', id: laneId, mapId, partyId, rank: 'a0' },
    { type: 'stage.add', id: stageId, mapId, name: 'HIDDEN-STAGE', rank: 'a0' },
    { ...card, id: from, rank: 'a0', name: 'HIDDEN-CARD' },
    { ...card, id: to, rank: 'a1', name: 'Another' },
    { type: 'link.add', id: linkId, fromTouchpointId: from, toTouchpointId: to, passes: 'HIDDEN-TERMS' },
    { type: 'link.change', id: linkId, fields: { passes: 'HIDDEN-TERMS changed' } },
  ] as const
}
