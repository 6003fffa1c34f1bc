// An organisation that leaves, or whose part is ended, takes what is its own along as a file: then and for some time after.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DepartureAnswer } from '../../shared/ecosystems/departures.ts'
import type { OwnRowsDocument } from '../../shared/ecosystems/ownRows.ts'
import type { InvitedOrganisationAnswer } from '../../shared/invitations/invitations.ts'
import { type Actor, createWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const newId = () => randomUUID() as string

async function openMap() {
  const [insurer, broker] = [await world.actor('Insurer'), await world.actor('Broker')]
  const founded = await insurer.act<{ id: string }>('POST', '/api/ecosystems', { name: 'Chain', goal: '' })
  const ecosystemId = founded.body.id
  const ids = {
    map: newId(),
    own: newId(),
    broker: newId(),
    stage: newId(),
    decide: newId(),
    secret: newId(),
  }
  const lanes = { own: newId(), broker: newId() }
  await insurer.edit(
    ecosystemId,
    { type: 'map.add', id: ids.map, participantId: newId(), name: 'Claim', rank: 'a0' },
    { type: 'party.add', id: ids.own, name: 'Insurer', kind: 'producer', held: true },
    { type: 'party.add', id: ids.broker, name: 'Broker', kind: 'distributor' },
    { type: 'stage.add', id: ids.stage, mapId: ids.map, name: 'Claim', rank: 'a0' },
    { type: 'lane.add', id: lanes.own, mapId: ids.map, partyId: ids.own, rank: 'a0' },
    { type: 'lane.add', id: lanes.broker, mapId: ids.map, partyId: ids.broker, rank: 'a1' },
    {
      type: 'touchpoint.add',
      id: ids.decide,
      laneId: lanes.own,
      stageId: ids.stage,
      rank: 'a0',
      name: 'Decides',
    },
    {
      type: 'touchpoint.add',
      id: newId(),
      laneId: lanes.own,
      stageId: ids.stage,
      rank: 'a1',
      name: 'BESIDE',
    },
  )
  const invited = await insurer.act<InvitedOrganisationAnswer>(
    'POST',
    `/api/ecosystems/${ecosystemId}/invitations`,
    {
      ...{ email: broker.email, partyId: ids.broker, mapIds: [ids.map] },
    },
  )
  const { delivery } = invited.body
  const secret = delivery.by === 'link' ? delivery.link.split('#')[1]! : ''
  const { organisationId } = broker
  await broker.send('POST', '/api/invitations/accept', { organisationId }, { 'Interlane-Token': secret })
  const target = { targetKind: 'touchpoint', targetId: ids.decide } as const
  await broker.edit(
    ecosystemId,
    { type: 'perspective.add', id: newId(), ...target, performance: 2, notes: 'BROKER-PRIVATE' },
    {
      type: 'touchpoint.add',
      id: newId(),
      laneId: lanes.broker,
      stageId: ids.stage,
      rank: 'a0',
      name: 'Tells',
    },
  )
  await insurer.edit(ecosystemId, {
    type: 'perspective.add',
    id: newId(),
    ...target,
    notes: 'INSURER-PRIVATE',
  })
  const place = (await broker.pull(ecosystemId)).rows.find(
    ({ kind, row }) => kind === 'participant' && row.addedByOrganisationId === organisationId,
  )!.row.id
  return { insurer, broker, ecosystemId, ids, place }
}

const fetchOwn = (actor: Actor, ecosystemId: string) =>
  actor.act<OwnRowsDocument>('GET', `/api/ecosystems/${ecosystemId}/own-rows.json`)
const departures = async (actor: Actor) => (await actor.act<DepartureAnswer[]>('GET', '/api/departures')).body

describe('the file to take along', () => {
  it('is the same before leaving and after, whatever happens on the map since', async () => {
    const { insurer, broker, ecosystemId, ids, place } = await openMap()
    const before = await fetchOwn(broker, ecosystemId)
    expect(before.status).toBe(200)
    await broker.edit(ecosystemId, { type: 'participant.leave', id: place })
    await insurer.edit(
      ecosystemId,
      { type: 'touchpoint.change', id: ids.decide, fields: { name: 'RENAMED-SINCE' } },
      { type: 'map.change', id: ids.map, fields: { name: 'NAMED-SINCE' } },
    )
    const after = await fetchOwn(broker, ecosystemId)

    expect(after).toMatchObject({ status: 200, body: before.body })
    const text = JSON.stringify(after.body)
    for (const own of ['BROKER-PRIVATE', 'Tells', 'Decides']) expect(text).toContain(own)
    for (const other of ['INSURER-PRIVATE', 'BESIDE', 'SINCE']) expect(text).not.toContain(other)
    expect(after.headers.get('Content-Disposition')).toContain('attachment')
  })

  it('holds what others asked of it with its answer, and who took part in a round, but no answer nobody has revealed', async () => {
    const { insurer, broker, ecosystemId, ids, place } = await openMap()
    const asked = {
      askedOrganisationId: broker.organisationId,
      stageId: ids.stage,
      text: 'WHAT-WE-WERE-ASKED',
    }
    const [request, round, ballot, vote, session] = [newId(), newId(), newId(), newId(), newId()]
    const opened = await insurer.edit(
      ecosystemId,
      { type: 'contributionRequest.add', id: request, mapId: ids.map, ...asked },
      {
        ...{ type: 'round.open', id: round, mapId: ids.map, name: 'How well', measures: ['performance'] },
        ...{ touchpointIds: [ids.decide], askedOrganisationIds: [broker.organisationId] },
      },
    )
    const answered = await broker.edit(
      ecosystemId,
      { type: 'contributionRequest.answer', id: request, state: 'declined', answer: 'WHAT-WE-ANSWERED' },
      { type: 'ballot.start', id: ballot, roundId: round },
      {
        type: 'vote.set',
        id: vote,
        roundId: round,
        touchpointId: ids.decide,
        measure: 'performance',
        score: 4,
      },
      { type: 'session.start', id: session, mapId: ids.map, name: 'Ours', question: 'OUR-QUESTION' },
    )
    expect([opened, answered]).toMatchObject([{ accepted: true }, { accepted: true }])
    const before = await fetchOwn(broker, ecosystemId)
    const text = JSON.stringify(before.body)
    expect(before.body.further.map(({ kind }) => kind).sort()).toEqual([
      'ballot',
      'contributionRequest',
      'session',
    ])
    for (const own of ['WHAT-WE-WERE-ASKED', 'WHAT-WE-ANSWERED', 'OUR-QUESTION']) expect(text).toContain(own)
    // Whose request it is may read with whom it is shared; whoever was asked is told of oneself alone.
    const told = before.body.further.find(({ kind }) => kind === 'contributionRequest')!.row
    expect(told.audience).toEqual([`org:${broker.organisationId}`])
    expect(JSON.stringify((await fetchOwn(insurer, ecosystemId)).body)).not.toMatch(
      new RegExp(`${ballot}|${vote}|OUR-QUESTION`),
    )
    await broker.edit(ecosystemId, { type: 'participant.leave', id: place })
    const after = await fetchOwn(broker, ecosystemId)
    const idsIn = ({ further }: OwnRowsDocument) => further.map(({ row }) => row.id).sort()
    expect(idsIn(after.body)).toEqual(idsIn(before.body))
    expect(JSON.stringify(after.body)).toContain('WHAT-WE-ANSWERED')
  })

  it('is its admins’ alone: others get their own, or nothing', async () => {
    const { insurer, broker, ecosystemId, place } = await openMap()
    await broker.edit(ecosystemId, { type: 'participant.leave', id: place })
    expect(JSON.stringify((await fetchOwn(insurer, ecosystemId)).body)).not.toContain('BROKER-PRIVATE')
    const stranger = await world.actor('Stranger')
    expect((await fetchOwn(stranger, ecosystemId)).status).toBe(404)
    const invited = await broker.send<{ delivery: { link: string } }>(
      'POST',
      `/api/organisations/${broker.organisationId}/invitations`,
      { email: `${newId()}@broker.example`, role: 'editor' },
    )
    const colleague = world.visitor()
    await colleague.send(
      'POST',
      '/api/colleague-invitations/current',
      { newAccount: { name: 'Eve', password: 'long enough for anyone' } },
      { 'Interlane-Token': invited.body.delivery.link.split('#')[1]! },
    )
    const header = { 'Interlane-Organisation': broker.organisationId }
    const path = `/api/ecosystems/${ecosystemId}/own-rows.json`
    expect((await colleague.send('GET', path, undefined, header)).status).toBe(404)
  })

  it('holds maps that can be imported again, with one’s own views', async () => {
    const { broker, ecosystemId, place } = await openMap()
    await broker.edit(ecosystemId, { type: 'participant.leave', id: place })
    const [map] = (await fetchOwn(broker, ecosystemId)).body.maps
    const home = await broker.act<{ id: string }>('POST', '/api/ecosystems', { name: 'At home', goal: '' })
    const form = new FormData()
    form.set('file', new File([JSON.stringify(map)], 'map.json'))
    const imports = `/api/ecosystems/${home.body.id}/imports`
    const cookie = [...broker.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
    const headers = { Cookie: cookie, 'Interlane-Organisation': broker.organisationId }
    const preview = await world.app.request(imports, { method: 'POST', body: form, headers })
    const { importId } = (await preview.json()) as { importId: string }
    expect((await broker.act('POST', `${imports}/${importId}`)).status).toBe(200)
    expect(JSON.stringify((await broker.pull(home.body.id)).rows)).toContain('BROKER-PRIVATE')
  })
})

describe('a part that ended', () => {
  it('is told to the organisation: by whom, and until when it can fetch what is its own', async () => {
    const { insurer, broker, ecosystemId, ids, place } = await openMap()
    expect(await departures(broker)).toEqual([])
    await insurer.edit(ecosystemId, { type: 'participant.leave', id: place })
    const [told] = await departures(broker)
    expect(told).toMatchObject({
      ...{ ecosystemId, ecosystem: 'Chain', endedBy: 'Insurer', maps: [{ id: ids.map, name: 'Claim' }] },
    })
    expect(Date.parse(told!.until) - Date.parse(told!.leftAt)).toBe(90 * 86_400_000)
    expect(await departures(insurer)).toEqual([])
  })

  it('by one’s own hand is told so, and is nobody else’s business', async () => {
    const { insurer, broker, ecosystemId, place } = await openMap()
    await broker.edit(ecosystemId, { type: 'participant.leave', id: place })
    expect(await departures(broker)).toMatchObject([{ ecosystemId, endedBy: '' }])
    for (const actor of [insurer, await world.actor('Stranger')]) expect(await departures(actor)).toEqual([])
  })
})
