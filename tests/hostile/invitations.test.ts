// Links outlive those who made them, and lists hold what strangers sent: neither may be used against an organisation.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {
  InvitedOrganisationAnswer,
  ShownInvitationAnswer,
} from '../../shared/invitations/invitations.ts'
import { pastAudiences } from '../invariants/owner.ts'
import { type Actor, asActor, createWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const newId = () => randomUUID() as string
const password = 'long enough for anyone'

/** A map with the lanes of two parties that nobody holds. */
async function openMap(organiser: Actor) {
  const founded = await organiser.act<{ id: string }>('POST', '/api/ecosystems', { name: 'Chain', goal: '' })
  const [mapId, first, second] = [newId(), newId(), newId()]
  await organiser.edit(
    founded.body.id,
    { type: 'map.add', id: mapId, participantId: newId(), name: 'Claim', rank: 'a0' },
    { type: 'party.add', id: first, name: 'Broker', kind: 'distributor' },
    { type: 'party.add', id: second, name: 'Surveyor', kind: 'partner' },
    { type: 'lane.add', id: newId(), mapId, partyId: first, rank: 'a0' },
    { type: 'lane.add', id: newId(), mapId, partyId: second, rank: 'a1' },
  )
  return { ecosystemId: founded.body.id, mapId, first, second }
}

async function invite(inviter: Actor, ecosystemId: string, partyId: string, mapId: string, email: string) {
  const request = { email, partyId, mapIds: [mapId] }
  const path = `/api/ecosystems/${ecosystemId}/invitations`
  const { body } = await inviter.act<InvitedOrganisationAnswer>('POST', path, request)
  return body.delivery.by === 'link' ? body.delivery.link.split('#')[1]! : ''
}

const accept = (actor: Actor, secret: string) =>
  actor.send(
    'POST',
    '/api/invitations/accept',
    { organisationId: actor.organisationId },
    { 'Interlane-Token': secret },
  )

describe('an invitation', () => {
  it('ends with the employment of whoever made it', async () => {
    const organiser = await world.actor('Insurer')
    const { ecosystemId, mapId, first } = await openMap(organiser)
    const invited = await organiser.send<{ delivery: { link: string } }>(
      'POST',
      `/api/organisations/${organiser.organisationId}/invitations`,
      { email: 'eve@insurer.example', role: 'editor' },
    )
    const visitor = world.visitor()
    const token = { 'Interlane-Token': invited.body.delivery.link.split('#')[1]! }
    await visitor.send(
      'POST',
      '/api/colleague-invitations/current',
      { newAccount: { name: 'Eve', password } },
      token,
    )
    const eve = await asActor(visitor, 'eve@insurer.example')
    const secret = await invite(eve, ecosystemId, first, mapId, 'eve@elsewhere.example')
    const member = `/api/organisations/${organiser.organisationId}/members/${eve.personId}`
    expect((await organiser.send('DELETE', member)).status).toBe(204)

    const outsider = await world.actor('Elsewhere')

    expect(await accept(outsider, secret)).toMatchObject({
      status: 404,
      body: { error: { code: 'links.notValid' } },
    })
    expect((await outsider.act('GET', `/api/maps/${mapId}`)).status).toBe(404)
  })

  it('ends with the right to invite of the organisation that made it', async () => {
    const organiser = await world.actor('Insurer')
    const { ecosystemId, mapId, first, second } = await openMap(organiser)
    const broker = await world.actor('Broker')
    await accept(broker, await invite(organiser, ecosystemId, first, mapId, broker.email))
    const place = (await organiser.pull(ecosystemId)).rows.find(
      ({ kind, row }) => kind === 'participant' && row.addedByOrganisationId === broker.organisationId,
    )!.row.id
    await organiser.edit(ecosystemId, { type: 'participant.grant', id: place, mayInvite: true })
    const secret = await invite(broker, ecosystemId, second, mapId, 'back@door.example')
    expect(secret).not.toBe('')
    await organiser.edit(ecosystemId, { type: 'participant.leave', id: place })

    const accomplice = await world.actor('Back Door')

    expect((await accept(accomplice, secret)).status).toBe(404)
    expect((await accomplice.act('GET', `/api/maps/${mapId}`)).status).toBe(404)
  })

  it('to a map that somebody is not on is not replaced by theirs to the same address', async () => {
    const organiser = await world.actor('Insurer')
    const { ecosystemId, mapId, first, second } = await openMap(organiser)
    const broker = await world.actor('Broker')
    await accept(broker, await invite(organiser, ecosystemId, first, mapId, broker.email))
    const place = (await organiser.pull(ecosystemId)).rows.find(
      ({ kind, row }) => kind === 'participant' && row.addedByOrganisationId === broker.organisationId,
    )!.row.id
    const hidden = newId()
    await organiser.edit(
      ecosystemId,
      { type: 'participant.grant', id: place, mayInvite: true },
      { type: 'map.add', id: hidden, participantId: newId(), name: 'Hidden', rank: 'a1' },
      { type: 'lane.add', id: newId(), mapId: hidden, partyId: second, rank: 'a0' },
    )
    const email = 'sam@surveyor.example'
    const shown = async (secret: string) => {
      const token = { 'Interlane-Token': secret }
      return (await world.visitor().send('GET', '/api/invitations/shown', undefined, token)).status
    }
    const organisers = await invite(organiser, ecosystemId, second, hidden, email)

    const brokers = await invite(broker, ecosystemId, second, mapId, email)

    expect([await shown(organisers), await shown(brokers)]).toEqual([200, 200])
    const again = await invite(organiser, ecosystemId, second, hidden, email)
    expect([await shown(organisers), await shown(brokers), await shown(again)]).toEqual([404, 404, 200])
  })

  it('from a stranger that leads nowhere any more does not hide the others', async () => {
    const guest = await world.actor('Guest')
    await pastAudiences(
      world.database,
      (tx) => tx`
      update people set email_verified_at = now() where id = ${guest.personId}`,
    )
    const [stranger, organiser] = [await world.actor('Stranger'), await world.actor('Insurer')]
    const trap = await openMap(stranger)
    await invite(stranger, trap.ecosystemId, trap.first, trap.mapId, guest.email)
    const real = await openMap(organiser)
    await invite(organiser, real.ecosystemId, real.first, real.mapId, guest.email)
    const other = await world.actor('Other')
    await accept(other, await invite(stranger, trap.ecosystemId, trap.first, trap.mapId, other.email))

    const own = await guest.send<ShownInvitationAnswer[]>('GET', '/api/invitations')

    expect(own.status).toBe(200)
    expect(own.body.map(({ invitingOrganisation }) => invitingOrganisation)).toEqual(['Insurer'])
  })
})
