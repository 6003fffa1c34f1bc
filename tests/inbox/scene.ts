// Insurer, broker and bank on one map, each with its people, on the real server.
import { randomUUID } from 'node:crypto'
import type { InviteColleagueRequest } from '../../shared/accounts/organisations.ts'
import type { InboxAnswer } from '../../shared/inbox/answers.ts'
import type { InvitedOrganisationAnswer } from '../../shared/invitations/invitations.ts'
import { type Actor, asActor, createWorld } from '../support/world.ts'

export type InboxScene = Awaited<ReturnType<typeof openInboxScene>>

export async function openInboxScene() {
  const world = await createWorld()
  const insurer = await world.actor('Insurer')
  const { body } = await insurer.act<{ id: string }>('POST', '/api/ecosystems', { name: 'Cover' })
  const ecosystemId = body.id
  const ids = Array.from({ length: 12 }, () => randomUUID() as string)
  const [mapId, stageId, cardId, otherCardId, linkId] = ids as [string, string, string, string, string]
  const parties = { insurer: ids[5]!, broker: ids[6]!, bank: ids[7]! }
  const lanes = { insurer: ids[8]!, broker: ids[9]!, bank: ids[10]! }
  await must(
    insurer.edit(
      ecosystemId,
      { type: 'map.add', id: mapId, participantId: randomUUID(), name: 'Flood cover', rank: 'a0' },
      { type: 'party.add', id: parties.insurer, name: 'We', kind: 'producer', held: true },
      { type: 'party.add', id: parties.broker, name: 'Broker', kind: 'distributor' },
      { type: 'party.add', id: parties.bank, name: 'Bank', kind: 'partner' },
      { type: 'lane.add', id: lanes.insurer, mapId, partyId: parties.insurer, rank: 'a0' },
      { type: 'lane.add', id: lanes.broker, mapId, partyId: parties.broker, rank: 'a1' },
      { type: 'lane.add', id: lanes.bank, mapId, partyId: parties.bank, rank: 'a2' },
      { type: 'stage.add', id: stageId, mapId, name: 'Claim', rank: 'a0' },
      ...[
        [cardId, lanes.insurer, 'Decides the claim'] as const,
        [otherCardId, lanes.broker, 'Hears of it'] as const,
      ].map(
        ([id, laneId, name]) => ({ type: 'touchpoint.add', id, laneId, stageId, rank: 'a0', name }) as const,
      ),
      {
        type: 'link.add',
        id: linkId,
        fromTouchpointId: cardId,
        toTouchpointId: otherCardId,
        passes: 'decision',
      },
    ),
  )
  const join = async (organisation: string, partyId: string): Promise<Actor> => {
    const email = `first@${organisation.toLowerCase()}.example`
    const invited = await insurer.act<InvitedOrganisationAnswer>(
      'POST',
      `/api/ecosystems/${ecosystemId}/invitations`,
      { email, partyId, mapIds: [mapId] },
    )
    const { delivery } = invited.body
    if (delivery.by !== 'link') throw new Error('expected a link')
    const visitor = world.visitor()
    const newAccount = { name: `First of ${organisation}`, password: 'long enough for anyone', organisation }
    const token = { 'Interlane-Token': delivery.link.split('#')[1]! }
    await visitor.send('POST', '/api/invitations/accept', { newAccount }, token)
    return asActor(visitor, email)
  }
  const broker = await join('Broker', parties.broker)
  const bank = await join('Bank', parties.bank)
  return {
    world,
    insurer,
    broker,
    bank,
    ecosystemId,
    mapId,
    stageId,
    cardId,
    otherCardId,
    linkId,
    lanes,
    parties,
  }
}

/** What somebody's inbox says now. */
export async function inboxOf(actor: Actor): Promise<InboxAnswer> {
  const { status, body } = await actor.act<InboxAnswer>('GET', '/api/inbox')
  if (status !== 200) throw new Error(`no inbox: ${status}`)
  return body
}

/** Another person of an organisation that has one already, signed in. */
export async function colleagueOf(
  { world }: Pick<InboxScene, 'world'>,
  actor: Actor,
  {
    email,
    role = 'editor',
    withheld = [],
  }: Pick<InviteColleagueRequest, 'email'> & Partial<InviteColleagueRequest>,
): Promise<Actor> {
  const path = `/api/organisations/${actor.organisationId}/invitations`
  const invited = await actor.act<{ delivery: { by: string; link: string } }>('POST', path, {
    ...{ email, role, withheld },
  })
  const token = { 'Interlane-Token': invited.body.delivery.link.split('#')[1]! }
  const visitor = world.visitor()
  const newAccount = { name: email.split('@')[0], password: 'long enough for anyone' }
  await visitor.send('POST', '/api/colleague-invitations/current', { newAccount }, token)
  return asActor(visitor, email)
}

async function must(answer: Promise<{ accepted: boolean }>) {
  const answered = await answer
  if (!answered.accepted) throw new Error(JSON.stringify(answered))
}
