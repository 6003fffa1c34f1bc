// Two organisations on one map through the API: what they share and capture together, and what a stranger gets of it.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MapDocument } from '../../shared/interchange/mapDocument.ts'
import type { InvitedOrganisationAnswer } from '../../shared/invitations/invitations.ts'
import { type Actor, asActor, createWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

async function openMap() {
  const host = await world.actor('Insurer')
  const { body } = await host.act<{ id: string }>('POST', '/api/ecosystems', { name: 'Cover' })
  const ecosystemId = body.id
  const [mapId, stageId, ownParty, partyId, ownLane, theirLane, card] = Array.from({ length: 7 }, () =>
    randomUUID(),
  ) as [string, string, string, string, string, string, string]
  await host.edit(
    ecosystemId,
    { type: 'map.add', id: mapId, participantId: randomUUID(), name: 'Map', rank: 'a0' },
    { type: 'stage.add', id: stageId, mapId, name: 'Buy', rank: 'a0' },
    { type: 'party.add', id: ownParty, name: 'Insurer', kind: 'producer', held: true },
    { type: 'party.add', id: partyId, name: 'Broker', kind: 'distributor' },
    { type: 'lane.add', id: ownLane, mapId, partyId: ownParty, rank: 'a0' },
    { type: 'lane.add', id: theirLane, mapId, partyId, rank: 'a1' },
    { type: 'touchpoint.add', id: card, laneId: ownLane, stageId, rank: 'a0', name: 'Explains the policy' },
  )
  const guest = await accept(host, ecosystemId, partyId, mapId)
  return { host, guest, ecosystemId, mapId, stageId, ownLane, theirLane, card }
}

async function accept(host: Actor, ecosystemId: string, partyId: string, mapId: string): Promise<Actor> {
  const email = `${randomUUID()}@broker.example`
  const path = `/api/ecosystems/${ecosystemId}/invitations`
  const sent = await host.act<InvitedOrganisationAnswer>('POST', path, { email, partyId, mapIds: [mapId] })
  const { delivery, invitation } = sent.body
  const visitor = world.visitor()
  const newAccount = { name: 'Priya', password: 'long enough for anyone', organisation: 'Broker' }
  const secret = delivery.by === 'link' ? delivery.link.split('#')[1]! : ''
  await visitor.send('POST', '/api/invitations/accept', { newAccount }, { 'Interlane-Token': secret })
  return asActor(visitor, invitation.email)
}

async function seen(actor: Actor, ecosystemId: string, kind: 'side' | 'sticky' | 'session' | 'touchpoint') {
  const { rows = [] } = await actor.pull(ecosystemId)
  return rows.filter((one) => one.kind === kind).map(({ row }) => row)
}

describe('on the server', () => {
  it('a touchpoint is shared by the yes of both, stands in each other’s file, and is nothing to a stranger', async () => {
    const { host, guest, ecosystemId, mapId, stageId, theirLane, card } = await openMap()
    const stranger = await world.actor('Stranger')
    const id = randomUUID()
    const place = { touchpointId: card, laneId: theirLane, stageId, rank: 'a0', name: 'Hears the policy' }
    expect(await host.edit(ecosystemId, { type: 'side.add', id, ...place })).toMatchObject({ accepted: true })
    expect(await seen(guest, ecosystemId, 'side')).toMatchObject([{ id, state: 'proposed' }])
    const yes = { type: 'side.decide', id, accept: true } as const
    expect(await host.edit(ecosystemId, yes)).toMatchObject({ accepted: false })
    expect(await guest.edit(ecosystemId, yes)).toMatchObject({ accepted: true })
    expect(await seen(host, ecosystemId, 'side')).toMatchObject([{ id, state: 'accepted' }])
    const file = await guest.act<MapDocument>('GET', `/api/maps/${mapId}/export.json`)
    expect(file.body.side).toMatchObject([{ name: 'Hears the policy', state: 'accepted' }])
    const stolen = await stranger.act('GET', `/api/maps/${mapId}/export.json`)
    expect(stolen.status).toBe(404)
    expect(JSON.stringify(stolen.body)).not.toContain('Hears the policy')
  })

  it('a session captures from both at once, and puts many on the map in one edit', async () => {
    const { host, guest, ecosystemId, mapId, stageId, ownLane } = await openMap()
    const sessionId = randomUUID()
    await host.edit(ecosystemId, { type: 'session.start', id: sessionId, mapId, name: 'Session' })
    const write = (actor: Actor, text: string) => {
      const id = randomUUID()
      return actor
        .edit(ecosystemId, { type: 'sticky.add', id, sessionId, text, rank: 'a0' })
        .then((answer) => ({ id, answer }))
    }
    const written = await Promise.all([
      write(host, 'We decide'),
      write(guest, 'We wait'),
      write(host, 'We write'),
    ])
    expect(written.every(({ answer }) => answer.accepted)).toBe(true)
    expect(await seen(guest, ecosystemId, 'sticky')).toHaveLength(3)
    const stickies = written.map(({ id }, index) => ({ id, touchpointId: randomUUID(), rank: `b0${index}` }))
    const place = { type: 'sticky.place', stickies, laneId: ownLane, stageId } as const
    expect(await guest.edit(ecosystemId, place)).toMatchObject({ accepted: true })
    const made = (await seen(host, ecosystemId, 'touchpoint')).filter(
      (row) => 'state' in row && row.state === 'proposed',
    )
    expect(made).toHaveLength(3)
    const stranger = await world.actor('Passer by')
    const refused = await stranger.act('GET', `/api/ecosystems/${ecosystemId}/changes`)
    expect(refused.status).toBe(404)
  })
})
