import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {
  InvitedOrganisationAnswer,
  ShownInvitationAnswer,
} from '../../shared/invitations/invitations.ts'
import { colleagueOf } from '../inbox/scene.ts'
import { pastAudiences } from '../invariants/owner.ts'
import { type Actor, asActor, createWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(async () => {
  await world.close()
})

/** An insurer's map with the lane of a broker that nobody holds yet. */
async function claimsMap(insurer: Actor) {
  const founded = await insurer.act<{ id: string }>('POST', '/api/ecosystems', {
    name: 'Claims',
    goal: 'One answer',
  })
  const ecosystemId = founded.body.id
  const [mapId, partyId, laneId, stageId, cardId] = Array.from({ length: 5 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
    string,
  ]
  await insurer.edit(
    ecosystemId,
    { type: 'map.add', id: mapId, participantId: randomUUID(), name: 'Flood claim', rank: 'a0' },
    { type: 'party.add', id: partyId, name: 'Broker', kind: 'distributor' },
    { type: 'stage.add', id: stageId, mapId, name: 'Claim', rank: 'a0' },
    { type: 'lane.add', id: laneId, mapId, partyId, rank: 'a0' },
    { type: 'touchpoint.add', id: cardId, laneId, stageId, rank: 'a0', name: 'Reports the flood' },
  )
  return { ecosystemId, mapId, partyId, laneId, cardId }
}

async function invite(
  insurer: Actor,
  { ecosystemId, partyId, mapId }: { ecosystemId: string; partyId: string; mapId: string },
  email = 'bo@broker.example',
) {
  const request = { email, partyId, mapIds: [mapId] }
  const { status, body } = await insurer.act<InvitedOrganisationAnswer>(
    'POST',
    `/api/ecosystems/${ecosystemId}/invitations`,
    request,
  )
  const secret = body.delivery?.by === 'link' ? body.delivery.link.split('#')[1]! : ''
  return { status, body, secret }
}

const withSecret = (secret: string, organisationId = '') => ({
  'Interlane-Token': secret,
  ...(organisationId && { 'Interlane-Organisation': organisationId }),
})

const newAccount = { name: 'Bo', password: 'long enough for anyone', organisation: 'Oakes & Vale' }

describe('inviting an organisation', () => {
  it('shows who is there and the described lane, and looking changes nothing', async () => {
    const insurer = await world.actor('Insurer')
    const map = await claimsMap(insurer)
    const { secret } = await invite(insurer, map)
    const before = await insurer.pull(map.ecosystemId)
    for (let look = 0; look < 2; look++) {
      const shown = await world
        .visitor()
        .send<ShownInvitationAnswer>('GET', '/api/invitations/shown', undefined, withSecret(secret))
      expect(shown.body).toMatchObject({
        email: 'bo@broker.example',
        invitingOrganisation: 'Insurer',
        party: { name: 'Broker', kind: 'distributor' },
        participants: ['Insurer'],
        maps: [{ name: 'Flood claim', cards: [{ name: 'Reports the flood', stage: 'Claim' }] }],
      })
    }
    expect((await insurer.pull(map.ecosystemId, before.cursor)).rows).toEqual([])
  })

  it('says what is missing while its lane is off the map, and holds once it is there again', async () => {
    const insurer = await world.actor('Insurer')
    const { ecosystemId, mapId, partyId, laneId } = await claimsMap(insurer)
    const broker = await world.actor('Broker')
    const { secret } = await invite(insurer, { ecosystemId, mapId, partyId }, broker.email)
    await insurer.edit(ecosystemId, { type: 'lane.remove', id: laneId })
    const accept = () =>
      broker.send(
        'POST',
        '/api/invitations/accept',
        { organisationId: broker.organisationId },
        withSecret(secret),
      )
    expect(await accept()).toMatchObject({ status: 409, body: { error: { code: 'invitations.noLane' } } })
    expect((await broker.act('GET', `/api/ecosystems/${ecosystemId}/changes`)).status).toBe(404)
    await insurer.edit(ecosystemId, { type: 'lane.add', id: randomUUID(), mapId, partyId, rank: 'a1' })
    expect(await accept()).toMatchObject({ status: 200, body: { mapId } })
    const { rows } = await broker.pull(ecosystemId)
    expect(rows.find(({ row }) => row.id === partyId)?.row).toMatchObject({
      heldByOrganisationId: broker.organisationId,
    })
  })

  it('turns the lane into the newcomer’s own, who then sees the map', async () => {
    const insurer = await world.actor('Insurer')
    const map = await claimsMap(insurer)
    const { secret } = await invite(insurer, map)
    const visitor = world.visitor()
    const accepted = await visitor.send(
      'POST',
      '/api/invitations/accept',
      { newAccount: { ...newAccount } },
      withSecret(secret),
    )
    expect(accepted).toMatchObject({ status: 200, body: { ecosystemId: map.ecosystemId, mapId: map.mapId } })
    const broker = await asActor(visitor, 'bo@broker.example')
    const { rows } = await broker.pull(map.ecosystemId)
    expect(rows.find(({ row }) => row.id === map.partyId)?.row).toMatchObject({
      heldByOrganisationId: broker.organisationId,
    })
    expect(
      await broker.edit(map.ecosystemId, {
        type: 'touchpoint.change',
        id: map.cardId,
        fields: { name: 'Rings us' },
      }),
    ).toMatchObject({ accepted: true })
    expect(
      await insurer.edit(map.ecosystemId, {
        type: 'touchpoint.change',
        id: map.cardId,
        fields: { name: 'No' },
      }),
    ).toMatchObject({ accepted: false })
  })

  it('works once, also for two who accept at the same moment', async () => {
    const insurer = await world.actor('Insurer')
    const map = await claimsMap(insurer)
    const { secret } = await invite(insurer, map, 'twice@broker.example')
    const rivals = await Promise.all([world.actor('First'), world.actor('Second')])
    const answers = await Promise.all(
      rivals.map((rival) =>
        rival.send(
          'POST',
          '/api/invitations/accept',
          { organisationId: rival.organisationId },
          withSecret(secret),
        ),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404])
    const { rows } = await insurer.pull(map.ecosystemId)
    expect(rows.filter(({ kind }) => kind === 'participant')).toHaveLength(2)
  })

  it('is refused once withdrawn, and unknown links answer alike', async () => {
    const insurer = await world.actor('Insurer')
    const map = await claimsMap(insurer)
    const { secret, body } = await invite(insurer, map)
    const listed = `/api/ecosystems/${map.ecosystemId}/invitations`
    expect((await insurer.act<unknown[]>('GET', listed)).body).toHaveLength(1)
    expect((await insurer.act('DELETE', `${listed}/${body.invitation.id}`)).status).toBe(204)
    const withdrawn = await world
      .visitor()
      .send('GET', '/api/invitations/shown', undefined, withSecret(secret))
    const unknown = await world
      .visitor()
      .send('GET', '/api/invitations/shown', undefined, withSecret('A'.repeat(43)))
    expect(withdrawn).toMatchObject({ status: 404, body: unknown.body })
    expect((await insurer.act<unknown[]>('GET', listed)).body).toEqual([])
  })

  it('is judged when it is accepted: whoever invited still edits for an organisation that may invite', async () => {
    const insurer = await world.actor('Insurer')
    const map = await claimsMap(insurer)
    const deputy = await colleagueOf({ world }, insurer, { email: 'deputy@insurer.example', role: 'admin' })
    const email = 'demotion@broker.example'
    const { secret } = await invite(deputy, map, email)
    const make = (role: string) =>
      insurer.act('PATCH', `/api/organisations/${insurer.organisationId}/members/${deputy.personId}`, {
        role,
      })
    const look = (link = secret) =>
      world.visitor().send('GET', '/api/invitations/shown', undefined, withSecret(link))
    const accept = (link = secret) =>
      world.visitor().send('POST', '/api/invitations/accept', { newAccount }, withSecret(link))
    const unknown = 'A'.repeat(43)
    const expected = `/api/ecosystems/${map.ecosystemId}/expected`

    // Editors invite as well.
    await make('editor')
    expect(await look()).toMatchObject({ status: 200 })
    expect((await insurer.act<unknown[]>('GET', expected)).body).toHaveLength(1)
    await make('viewer')
    expect(await look()).toMatchObject({ status: 404, body: (await look(unknown)).body })
    expect(await accept()).toMatchObject({ status: 404, body: (await accept(unknown)).body })
    expect((await insurer.act<unknown[]>('GET', expected)).body).toEqual([])
    const parties = (await insurer.pull(map.ecosystemId)).rows.filter(({ kind }) => kind === 'party')
    expect(parties.map(({ row }) => row)).toMatchObject([{ heldByOrganisationId: null }])
    const session = await world
      .visitor()
      .send('POST', '/api/sessions', { email, password: newAccount.password })
    expect(session.status).toBe(401)
    await make('admin')
    expect((await accept()).status).toBe(200)
  })

  it('is a right the organiser grants; others neither invite nor learn of invitations', async () => {
    const insurer = await world.actor('Insurer')
    const map = await claimsMap(insurer)
    const { secret } = await invite(insurer, map, 'grant@broker.example')
    const visitor = world.visitor()
    await visitor.send('POST', '/api/invitations/accept', { newAccount }, withSecret(secret))
    const broker = await asActor(visitor, 'grant@broker.example')
    const carrierId = randomUUID()
    await insurer.edit(
      map.ecosystemId,
      { type: 'party.add', id: carrierId, name: 'Loss adjuster', kind: 'partner' },
      { type: 'lane.add', id: randomUUID(), mapId: map.mapId, partyId: carrierId, rank: 'a1' },
    )
    await invite(insurer, { ...map, partyId: carrierId }, 'la@adjuster.example')
    const asBroker = await invite(broker, { ...map, partyId: carrierId }, 'x@adjuster.example')
    expect(asBroker).toMatchObject({ status: 403 })
    expect((await broker.act('GET', `/api/ecosystems/${map.ecosystemId}/invitations`)).body).toEqual([])
    const stranger = await world.actor('Stranger')
    expect((await invite(stranger, map)).status).toBe(404)
  })

  it('only an admin of an organisation accepts for it', async () => {
    const insurer = await world.actor('Insurer')
    const map = await claimsMap(insurer)
    const { secret } = await invite(insurer, map, 'admin@broker.example')
    const other = await world.actor('Other')
    const foreign = await other.send(
      'POST',
      '/api/invitations/accept',
      { organisationId: insurer.organisationId },
      withSecret(secret),
    )
    expect(foreign).toMatchObject({ status: 403, body: { error: { code: 'invitations.adminOnly' } } })
  })

  it('leaves nothing behind when the party cannot be held: no person, no organisation, the link still open', async () => {
    const insurer = await world.actor('Insurer')
    const map = await claimsMap(insurer)
    const email = 'whole@broker.example'
    const { secret } = await invite(insurer, map, email)
    const visitor = world.visitor()
    const accept = () =>
      visitor.send<{ error?: { code: string } }>(
        'POST',
        '/api/invitations/accept',
        { newAccount: { ...newAccount, organisation: 'Whole or nothing' } },
        withSecret(secret),
      )
    const count = () =>
      pastAudiences(world.database, async (tx) => {
        const [found] = await tx<{ people: number; organisations: number }[]>`
          select (select count(*)::int from people where email = ${email}) as people,
            (select count(*)::int from organisations where name = 'Whole or nothing') as organisations`
        return found
      })
    // The party is deleted and comes back: a fault that ends.
    const setDeleted = (deleted: boolean) =>
      pastAudiences(
        world.database,
        (tx) => tx`update parties set deleted = ${deleted} where id = ${map.partyId}`,
      )
    await setDeleted(true)
    expect(await accept()).toMatchObject({ status: 404, body: { error: { code: 'links.notValid' } } })
    expect(await count()).toEqual({ people: 0, organisations: 0 })
    expect((await visitor.send('GET', '/api/account')).status).toBe(401)

    await setDeleted(false)
    expect(await accept()).toMatchObject({ status: 200, body: { mapId: map.mapId } })
    expect(await count()).toEqual({ people: 1, organisations: 1 })
    const broker = await asActor(visitor, email)
    expect((await broker.pull(map.ecosystemId)).rows.length).toBeGreaterThan(0)
    expect(await accept()).toMatchObject({ status: 404 })
    expect(await count()).toEqual({ people: 1, organisations: 1 })
  })

  it('of two newcomers with one link, one gets an account and the lane, the other nothing', async () => {
    const insurer = await world.actor('Insurer')
    const map = await claimsMap(insurer)
    const { secret } = await invite(insurer, map, 'rivals@broker.example')
    const answers = await Promise.all(
      ['Left hand', 'Right hand'].map((organisation) =>
        world
          .visitor()
          .send(
            'POST',
            '/api/invitations/accept',
            { newAccount: { ...newAccount, organisation } },
            withSecret(secret),
          ),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404])
    const founded = await pastAudiences(
      world.database,
      (tx) => tx`select name from organisations where name in ('Left hand', 'Right hand')`,
    )
    expect(founded).toHaveLength(1)
  })
})
