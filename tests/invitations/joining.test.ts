// Whoever let everybody on a map see a view of its own is told who joins, before the newcomer can see it.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { InboxAnswer } from '../../shared/inbox/answers.ts'
import type {
  ExpectedAnswer,
  InvitedOrganisationAnswer,
  ShownInvitationAnswer,
} from '../../shared/invitations/invitations.ts'
import { type Actor, createWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const newId = () => randomUUID() as string

async function invite(
  organiser: Actor,
  ecosystemId: string,
  partyId: string,
  mapIds: string[],
  email: string,
) {
  const path = `/api/ecosystems/${ecosystemId}/invitations`
  const request = { email, partyId, mapIds }
  const { body } = await organiser.act<InvitedOrganisationAnswer>('POST', path, request)
  const secret = body.delivery.by === 'link' ? body.delivery.link.split('#')[1]! : ''
  return { secret, id: body.invitation.id }
}

const accept = (actor: Actor, secret: string) =>
  actor.send(
    'POST',
    '/api/invitations/accept',
    { organisationId: actor.organisationId },
    { 'Interlane-Token': secret },
  )

/** An organiser, a sharer and a silent partner on one map, with a lane for a rival; the sharer's view is for the map. */
async function openMap() {
  const [organiser, sharer, silent] = [
    await world.actor('Insurer'),
    await world.actor('Broker'),
    await world.actor('Assessor'),
  ]
  const founded = await organiser.act<{ id: string }>('POST', '/api/ecosystems', { name: 'Chain', goal: '' })
  const ecosystemId = founded.body.id
  const [mapId, card, own, broker, assessor, rival, stage, view] = Array.from(
    { length: 8 },
    newId,
  ) as string[]
  const lanes = { own: newId(), broker: newId(), assessor: newId(), rival: newId() }
  await organiser.edit(
    ecosystemId,
    { type: 'map.add', id: mapId!, participantId: newId(), name: 'Claim', rank: 'a0' },
    { type: 'party.add', id: own!, name: 'Insurer', kind: 'producer', held: true },
    { type: 'party.add', id: broker!, name: 'Broker', kind: 'distributor' },
    { type: 'party.add', id: assessor!, name: 'Assessor', kind: 'partner' },
    { type: 'party.add', id: rival!, name: 'Rival broker', kind: 'distributor' },
    { type: 'stage.add', id: stage!, mapId: mapId!, name: 'Claim', rank: 'a0' },
    ...[own, broker, assessor, rival].map((partyId, index): ActionInput => {
      const id = Object.values(lanes)[index]!
      return { type: 'lane.add', id, mapId: mapId!, partyId: partyId!, rank: `a${index}` }
    }),
    { type: 'touchpoint.add', id: card!, laneId: lanes.own, stageId: stage!, rank: 'a0', name: 'Decides' },
  )
  for (const [actor, party] of [[sharer, broker] as const, [silent, assessor] as const]) {
    await accept(actor, (await invite(organiser, ecosystemId, party!, [mapId!], actor.email)).secret)
  }
  const target = { targetKind: 'touchpoint', targetId: card! } as const
  await sharer.edit(
    ecosystemId,
    { type: 'perspective.add', id: view!, ...target, performance: 2, notes: 'Six days' },
    { type: 'perspective.share', id: view!, with: 'map' },
  )
  await silent.edit(ecosystemId, {
    type: 'perspective.add',
    id: newId(),
    ...target,
    notes: 'Kept to ourselves',
  })
  return { organiser, sharer, silent, ecosystemId, mapId: mapId!, rival: rival!, lanes, view: view! }
}

const joins = async (actor: Actor) =>
  (await actor.act<InboxAnswer>('GET', '/api/inbox')).body.lines.filter(({ kind }) => kind === 'joins')

describe('a newcomer', () => {
  it('is announced to whoever shared with the map, before it can look: the order holds', async () => {
    const { organiser, sharer, silent, ecosystemId, mapId, rival, lanes, view } = await openMap()
    const newcomer = await world.actor('Rival')
    const sees = async () =>
      JSON.stringify((await newcomer.act('GET', `/api/maps/${mapId}`)).body).includes(view)
    expect(await joins(sharer)).toEqual([])

    const { secret } = await invite(organiser, ecosystemId, rival, [mapId], newcomer.email)
    const told = await joins(sharer)
    expect(told).toMatchObject([
      { isRead: false, map: { id: mapId }, about: { kind: 'lane', id: lanes.rival, name: 'Rival broker' } },
    ])
    expect(await sees()).toBe(false)
    // In time to think again: what is withdrawn now the newcomer never sees.
    await accept(newcomer, secret)
    expect(await sees()).toBe(true)
    expect(await joins(sharer)).toMatchObject([
      { about: { kind: 'map', id: mapId }, by: { organisation: 'Rival' } },
      { id: told[0]!.id },
    ])
    expect(await joins(silent)).toEqual([])
    expect(await joins(organiser)).toEqual([])
    expect(await joins(newcomer)).toEqual([])
  })

  it('never sees what was withdrawn after the announcement', async () => {
    const { organiser, sharer, ecosystemId, mapId, rival, view } = await openMap()
    const newcomer = await world.actor('Rival')
    const { secret } = await invite(organiser, ecosystemId, rival, [mapId], newcomer.email)
    await sharer.edit(ecosystemId, { type: 'perspective.share', id: view, with: 'organisation' })
    await accept(newcomer, secret)
    expect((await newcomer.pull(ecosystemId)).rows.map(({ row }) => row.id)).not.toContain(view)
  })

  it('whose invitation is withdrawn is announced no more', async () => {
    const { organiser, sharer, ecosystemId, mapId, rival } = await openMap()
    const { id } = await invite(organiser, ecosystemId, rival, [mapId], 'nobody@rival.example')
    expect(await joins(sharer)).toHaveLength(1)
    await organiser.act('DELETE', `/api/ecosystems/${ecosystemId}/invitations/${id}`)
    expect(await joins(sharer)).toEqual([])
  })
})

describe('who is expected', () => {
  const expected = async (actor: Actor, ecosystemId: string) =>
    (await actor.act<ExpectedAnswer[]>('GET', `/api/ecosystems/${ecosystemId}/expected`)).body

  it('is known to all on the map while the invitation is open, so that who shares later knows with whom', async () => {
    const { organiser, silent, ecosystemId, mapId, rival } = await openMap()
    expect(await expected(silent, ecosystemId)).toEqual([])
    const newcomer = await world.actor('Rival')
    const { secret } = await invite(organiser, ecosystemId, rival, [mapId], newcomer.email)
    const told = await expected(silent, ecosystemId)
    expect(told).toEqual([{ party: 'Rival broker', mapIds: [mapId] }])
    expect(JSON.stringify(told)).not.toContain(newcomer.email)
    await accept(newcomer, secret)
    expect(await expected(silent, ecosystemId)).toEqual([])
  })

  it('is nobody whose invitation the organiser may not make any more, having handed over', async () => {
    const { organiser, sharer, silent, ecosystemId, mapId, rival } = await openMap()
    const { secret } = await invite(organiser, ecosystemId, rival, [mapId], 'ada@rival.example')
    expect(await expected(silent, ecosystemId)).toHaveLength(1)
    const id = newId()
    await organiser.edit(ecosystemId, { type: 'handover.offer', id, toOrganisationId: sharer.organisationId })
    await sharer.edit(ecosystemId, { type: 'handover.decide', id, accept: true })
    const shown = () => silent.send('GET', '/api/invitations/shown', undefined, { 'Interlane-Token': secret })
    expect((await shown()).status).toBe(404)
    expect(await expected(silent, ecosystemId)).toEqual([])
    await invite(sharer, ecosystemId, rival, [mapId], 'ada@rival.example')
    expect(await expected(silent, ecosystemId)).toEqual([{ party: 'Rival broker', mapIds: [mapId] }])
  })

  it('is nobody on maps that one takes no part in, nor for whoever takes no part', async () => {
    const { organiser, silent, ecosystemId, rival } = await openMap()
    const hidden = newId()
    await organiser.edit(
      ecosystemId,
      { type: 'map.add', id: hidden, participantId: newId(), name: 'Hidden', rank: 'a1' },
      { type: 'lane.add', id: newId(), mapId: hidden, partyId: rival, rank: 'a0' },
    )
    await invite(organiser, ecosystemId, rival, [hidden], 'nobody@rival.example')
    expect(await expected(organiser, ecosystemId)).toHaveLength(1)
    expect(await expected(silent, ecosystemId)).toEqual([])
    const stranger = await world.actor('Stranger')
    expect((await stranger.act('GET', `/api/ecosystems/${ecosystemId}/expected`)).status).toBe(404)
  })
})

it('a newcomer is announced as well to whoever has a thread or a sticky that everybody on the map reads', async () => {
  const { organiser, sharer, silent, ecosystemId, mapId, rival, view } = await openMap()
  const session = newId()
  const about = { targetKind: 'map', targetId: mapId } as const
  await sharer.edit(ecosystemId, { type: 'perspective.share', id: view, with: 'organisation' })
  await sharer.edit(ecosystemId, { type: 'session.start', id: session, mapId, name: 'First' })
  await sharer.edit(ecosystemId, { type: 'comment.add', id: newId(), ...about, text: 'Among us' })
  await silent.edit(
    ecosystemId,
    { type: 'comment.add', id: newId(), ...about, text: 'To all', with: 'map' },
    { type: 'sticky.add', id: newId(), sessionId: session, text: 'Nobody phones', rank: 'a0' },
  )
  const { secret } = await invite(organiser, ecosystemId, rival, [mapId], 'ada@rival.example')
  expect([await joins(silent), await joins(sharer)].map(({ length }) => length)).toEqual([1, 1])
  const shown = await silent.send<ShownInvitationAnswer>('GET', '/api/invitations/shown', undefined, {
    'Interlane-Token': secret,
  })
  const once = (kind: string) => ({ kind, count: 1 })
  expect(shown.body.shared).toEqual([
    { organisation: 'Assessor', counts: [once('comment'), once('sticky')] },
    { organisation: 'Broker', counts: [once('session')] },
  ])
})

describe('what an invitation says is shared', () => {
  it('is what is shared now, by whom, and nothing of what anybody keeps to itself', async () => {
    const { organiser, sharer, silent, ecosystemId, mapId, rival, view } = await openMap()
    const { secret } = await invite(organiser, ecosystemId, rival, [mapId], 'ada@rival.example')
    const shown = async () =>
      (
        await silent.send<ShownInvitationAnswer>('GET', '/api/invitations/shown', undefined, {
          'Interlane-Token': secret,
        })
      ).body.shared
    expect(await shown()).toEqual([{ organisation: 'Broker', counts: [{ kind: 'perspective', count: 1 }] }])
    await sharer.edit(ecosystemId, { type: 'perspective.share', id: view, with: 'organisation' })
    expect(await shown()).toEqual([])
    await sharer.edit(ecosystemId, { type: 'perspective.share', id: view, with: 'map' })
    expect(await shown()).toEqual([{ organisation: 'Broker', counts: [{ kind: 'perspective', count: 1 }] }])
  })
})
