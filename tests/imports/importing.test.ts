import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { ImportedAnswer, ImportPreview } from '../../shared/imports/imports.ts'
import type { MapDocument } from '../../shared/interchange/mapDocument.ts'
import type { InvitedOrganisationAnswer } from '../../shared/invitations/invitations.ts'
import { areRealFilesThere, orderToDelivery, realFiles, textOfReal } from '../support/realFiles.ts'
import { type Actor, asActor, createWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

async function ecosystemOf(actor: Actor): Promise<string> {
  return (await actor.act<{ id: string }>('POST', '/api/ecosystems', { name: 'Chain' })).body.id
}

async function upload(
  actor: Actor,
  ecosystemId: string,
  content: string | Uint8Array,
  name = 'journey.bpmn',
) {
  const form = new FormData()
  form.append('file', new File([content as BlobPart], name))
  const cookie = [...actor.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
  const headers = { Cookie: cookie, 'Interlane-Organisation': actor.organisationId }
  const path = `/api/ecosystems/${ecosystemId}/imports`
  const response = await world.app.request(path, { method: 'POST', body: form, headers })
  return {
    status: response.status,
    body: (await response.json()) as ImportPreview & { error: { message: string } },
  }
}

const small = `<?xml version="1.0"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x">
  <collaboration id="c">
    <participant id="p1" name="Buyer" processRef="b"/><participant id="p2" name="Supplier" processRef="s"/>
    <messageFlow id="m" name="Purchase order" sourceRef="t1" targetRef="t2"/>
  </collaboration>
  <process id="b"><task id="t1" name="Send order"/></process>
  <process id="s"><task id="t2" name="Take order"/></process>
</definitions>`

describe('importing a file', () => {
  it('previews without writing, imports as one edit, and one undo removes all of it', async () => {
    const buyer = await world.actor('Buyer')
    const ecosystemId = await ecosystemOf(buyer)
    const before = await buyer.pull(ecosystemId)
    const { status, body: preview } = await upload(buyer, ecosystemId, small)
    expect(status).toBe(200)
    expect(preview).toMatchObject({
      format: 'bpmn',
      counts: { organisations: 2, lanes: 2, touchpoints: 2, handoffs: 1 },
    })
    expect(await buyer.pull(ecosystemId, before.cursor)).toMatchObject({ reset: false, rows: [] })

    const path = `/api/ecosystems/${ecosystemId}/imports/${preview.importId}`
    const imported = await buyer.act<ImportedAnswer>('POST', path)
    const again = await buyer.act<ImportedAnswer>('POST', path)
    expect(again.body).toEqual(imported.body)
    const { rows } = await buyer.pull(ecosystemId)
    expect(
      rows
        .filter(({ kind }) => kind === 'touchpoint')
        .map(({ row }) => 'name' in row && row.name)
        .sort(),
    ).toEqual(['Send order', 'Take order'])
    expect(rows.filter(({ kind }) => kind === 'link')).toMatchObject([{ row: { passes: 'Purchase order' } }])

    const undone = await buyer.edit(ecosystemId, { type: 'edit.undo', ...imported.body.edit })
    expect(undone, JSON.stringify(undone)).toMatchObject({ accepted: true })
    // The organiser's own place stays, so that undoing the undo can find the map again.
    const left = (await buyer.pull(ecosystemId)).rows.map(({ kind }) => kind)
    expect(left.sort()).toEqual(['ecosystem', 'participant'])
  })

  it('keeps a preview to its owner', async () => {
    const buyer = await world.actor('Buyer')
    const ecosystemId = await ecosystemOf(buyer)
    const { body: preview } = await upload(buyer, ecosystemId, small)
    const stranger = await world.actor('Stranger')
    const foreign = await ecosystemOf(stranger)
    for (const place of [ecosystemId, foreign]) {
      const answer = await stranger.act('POST', `/api/ecosystems/${place}/imports/${preview.importId}`)
      expect(answer).toMatchObject({ status: 404, body: { error: { code: 'notThere' } } })
    }
    expect((await upload(stranger, ecosystemId, small)).status).toBe(404)
  })

  it('says what is wrong with a file, and where, and writes nothing', async () => {
    const buyer = await world.actor('Buyer')
    const ecosystemId = await ecosystemOf(buyer)
    const broken = await upload(buyer, ecosystemId, small.replace('</collaboration>', ''))
    expect(broken).toMatchObject({ status: 422, body: { error: { code: 'import.refused', field: 'file' } } })
    expect(broken.body.error.message).toMatch(/^Line \d+: /)
    const hostile = await upload(buyer, ecosystemId, `<!DOCTYPE x [<!ENTITY a "b">]>${small}`)
    expect(hostile.status).toBe(422)
    const huge = await upload(buyer, ecosystemId, new Uint8Array(51_000_000).fill(32))
    const why = 'The file is larger than 10 MB, so none of its lines was read. Export a smaller part of it.'
    expect(huge).toMatchObject({ status: 422, body: { error: { code: 'import.refused', message: why } } })
    const reached = await upload(buyer, ecosystemId, new Uint8Array(10_000_001).fill(10))
    expect(reached.body.error.message).toMatch(/^Line 10000001: Up to here the file has 10 MB/)
  })

  it.skipIf(!areRealFilesThere)('takes in every real file whole', { timeout: 240_000 }, async () => {
    const producer = await world.actor('Producer')
    for (const name of realFiles) {
      const ecosystemId = await ecosystemOf(producer)
      const { status, body } = await upload(producer, ecosystemId, textOfReal(name), name)
      expect(status, `${name} ${JSON.stringify(body)}`).toBe(200)
      const imported = await producer.act<ImportedAnswer>(
        'POST',
        `/api/ecosystems/${ecosystemId}/imports/${body.importId}`,
      )
      expect(imported.status, name).toBe(200)
      const { rows } = await producer.pull(ecosystemId)
      const count = (kind: string) => rows.filter((row) => row.kind === kind).length
      const { organisations, lanes, touchpoints, sequences, handoffs } = body.counts
      expect([count('party'), count('lane'), count('touchpoint'), count('link')], name).toEqual([
        organisations,
        lanes,
        touchpoints,
        sequences + handoffs,
      ])
      if (name === orderToDelivery)
        expect({ organisations, handoffs }).toEqual({ organisations: 4, handoffs: 5 })
    }
  })

  it('takes an exported map back without loss of what its reader may see', async () => {
    const { insurer, broker, ecosystemId, mapId } = await sharedMap(world)
    const exported = (await insurer.act<MapDocument>('GET', `/api/maps/${mapId}/export.json`)).body
    expect(JSON.stringify(exported)).not.toContain('BROKER-PRIVATE')
    const { status, body: preview } = await upload(insurer, ecosystemId, JSON.stringify(exported), 'map.json')
    expect({ status, preview }).toMatchObject({
      status: 200,
      preview: { format: 'json', counts: { handoffs: 1 } },
    })
    const path = `/api/ecosystems/${ecosystemId}/imports/${preview.importId}`
    const copy = (await insurer.act<ImportedAnswer>('POST', path)).body
    const again = (await insurer.act<MapDocument>('GET', `/api/maps/${copy.mapId}/export.json`)).body
    expect(meaning(again)).toEqual(meaning(exported))
    const notes = again.attributedNote.map(({ source, attributedTo, content }) => [
      source,
      attributedTo,
      content.performance ?? content.state,
    ])
    expect(notes.sort()).toEqual([
      ['confirmation', 'Broker', 'confirmed'],
      ['perspective', 'Broker', 4],
    ])
    expect(JSON.stringify(await broker.pull(ecosystemId))).not.toContain(copy.mapId)
  })

  it('brings back what several did together, to its reader alone, and one undo takes all of it away', async () => {
    const { insurer, broker, ecosystemId, mapId, answer } = await sharedMap(world)
    await actTogether(insurer, broker, ecosystemId, { mapId, card: answer })
    const exported = (await insurer.act<MapDocument>('GET', `/api/maps/${mapId}/export.json`)).body
    expect(JSON.stringify(exported)).not.toContain('BROKERS-ANSWER')
    const { body: preview } = await upload(insurer, ecosystemId, JSON.stringify(exported), 'map.json')
    const path = `/api/ecosystems/${ecosystemId}/imports/${preview.importId}`
    const copy = (await insurer.act<ImportedAnswer>('POST', path)).body
    const again = (await insurer.act<MapDocument>('GET', `/api/maps/${copy.mapId}/export.json`)).body
    expect(again.session).toMatchObject([{ question: 'Where do days go?', state: 'ended' }])
    expect(again.sticky).toMatchObject([{ text: 'Nobody phones', authorName: 'Bo of Broker' }])
    expect(again.vote).toMatchObject([{ reason: 'OUR-ANSWER', score: 8 }])
    expect(again.contributionRequest).toMatchObject([{ text: 'Fill this in', state: 'open' }])
    expect(JSON.stringify(await broker.pull(ecosystemId))).not.toContain(copy.mapId)
    expect((await insurer.edit(ecosystemId, { type: 'edit.undo', ...copy.edit })).accepted).toBe(true)
    expect((await insurer.act('GET', `/api/maps/${copy.mapId}/export.json`)).status).toBe(404)
    const left = (await insurer.pull(ecosystemId)).rows.filter(
      ({ row }) => 'mapId' in row && row.mapId === copy.mapId,
    )
    expect(left.map(({ kind }) => kind)).toEqual(['participant'])

    const organisations = exported.organisations.map((one) => ({ ...one, name: 'B'.repeat(301) }))
    const endless = JSON.stringify({ ...exported, organisations })
    expect(await upload(insurer, ecosystemId, endless, 'map.json')).toMatchObject({
      status: 422,
      body: { error: { code: 'import.refused', message: 'attributedTo: is longer than 300 characters' } },
    })
    const theirs = (await broker.act<MapDocument>('GET', `/api/maps/${mapId}/export.json`)).body
    const forged = JSON.stringify({ ...exported, vote: [...exported.vote, ...theirs.vote] })
    expect(await upload(insurer, ecosystemId, forged, 'map.json')).toMatchObject({
      status: 422,
      body: {
        error: {
          code: 'import.refused',
          message: 'vote.1.personId: is another person’s answer in a round that was not revealed.',
        },
      },
    })
  })

  it('refuses a JSON file that is cut short or is something else', async () => {
    const buyer = await world.actor('Buyer')
    const ecosystemId = await ecosystemOf(buyer)
    for (const content of ['{"format": "interlane-map", ', '{"name": "package"}', '{}']) {
      expect(await upload(buyer, ecosystemId, content, 'x.json')).toMatchObject({
        status: 422,
        body: { error: { code: 'import.refused' } },
      })
    }
  })
})

/** What a map says, without ids, signatures and what others said: those become notes. */
function meaning(file: MapDocument) {
  const name = new Map<string, string>([[file.map.id, 'map']])
  for (const row of [...file.party, ...file.stage, ...file.touchpoint]) name.set(row.id, row.name)
  for (const lane of file.lane) name.set(lane.id, `lane of ${name.get(lane.partyId)}`)
  for (const link of file.link)
    name.set(link.id, `${name.get(link.fromTouchpointId)} to ${name.get(link.toTouchpointId)}`)
  const own = file.perspective.filter((row) => !row.sharedWithMap)
  const kept = {
    ...file,
    perspective: own,
    confirmation: [],
    attributedNote: [],
    organisations: [],
    map: { ...file.map, rank: '' },
  }
  const text = JSON.stringify(kept, (field, value) =>
    ['review', 'state', 'heldByOrganisationId', 'stewardOrganisationId'].includes(field)
      ? undefined
      : field === 'id'
        ? 'own'
        : (name.get(value) ?? value),
  )
  return Object.fromEntries(
    Object.entries(JSON.parse(text) as Record<string, unknown>).map(([kind, rows]) => [
      kind,
      Array.isArray(rows) ? rows.map((row) => JSON.stringify(row)).sort() : rows,
    ]),
  )
}

/** A session, a round in which both have answered, and a request of the insurer to its own people. */
async function actTogether(
  insurer: Actor,
  broker: Actor,
  ecosystemId: string,
  { mapId, card }: { mapId: string; card: string },
) {
  const [sessionId, roundId] = [randomUUID(), randomUUID()]
  const us = insurer.organisationId
  const answering = (score: number, reason: string): ActionInput[] => [
    { type: 'ballot.start', id: randomUUID(), roundId },
    {
      ...{ type: 'vote.set', id: randomUUID(), roundId, touchpointId: card },
      ...{ measure: 'performance', score, reason },
    },
  ]
  const opened = await insurer.edit(
    ecosystemId,
    { type: 'session.start', id: sessionId, mapId, name: 'Session', question: 'Where do days go?' },
    {
      ...{ type: 'round.open', id: roundId, mapId, name: 'How it went', measures: ['performance'] },
      ...{ touchpointIds: [card], askedOrganisationIds: [us, broker.organisationId] },
    },
    ...answering(8, 'OUR-ANSWER'),
    {
      ...{ type: 'contributionRequest.add', id: randomUUID(), mapId, askedOrganisationId: us },
      ...{ touchpointIds: [card], text: 'Fill this in' },
    },
  )
  const joined = await broker.edit(
    ecosystemId,
    { type: 'sticky.add', id: randomUUID(), sessionId, text: 'Nobody phones', rank: 'a0' },
    ...answering(3, 'BROKERS-ANSWER'),
  )
  expect([opened, joined]).toMatchObject([{ accepted: true }, { accepted: true }])
}

/** An insurer and a broker with a confirmed handoff, private and shared views. */
async function sharedMap({ actor, visitor }: World) {
  const insurer = await actor('Insurer')
  const ecosystemId = await ecosystemOf(insurer)
  const ids = Array.from({ length: 9 }, () => randomUUID()) as string[]
  const [mapId, own, other, ownLane, otherLane, stage, ownStage, ask, answer] = ids as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  const linkId = randomUUID()
  await insurer.edit(
    ecosystemId,
    {
      type: 'map.add',
      id: mapId,
      participantId: randomUUID(),
      name: 'Claims',
      rank: 'a0',
      objective: 'One answer',
    },
    { type: 'party.add', id: own, name: 'Insurer', kind: 'producer', held: true },
    { type: 'party.add', id: other, name: 'Broker', kind: 'distributor', tier: 1 },
    { type: 'lane.add', id: ownLane, mapId, partyId: own, rank: 'a0' },
    { type: 'lane.add', id: otherLane, mapId, partyId: other, rank: 'a1', ownStages: true },
    {
      type: 'stage.add',
      id: stage,
      mapId,
      name: 'Claim',
      rank: 'a0',
      goal: 'Know soon',
      recurs: true,
      frequency: '4 per year',
    },
    { type: 'stage.add', id: ownStage, mapId, laneId: otherLane, name: 'Service', rank: 'a0' },
    {
      type: 'touchpoint.add',
      id: answer,
      laneId: ownLane,
      stageId: stage,
      rank: 'a0',
      name: 'Decides',
      channel: 'portal',
      customerRoles: ['Owner'],
      kind: 'exit',
      options: ['Pays', 'Declines'],
      criteria: ['Cover'],
      reasons: ['Heard too late'],
      leavers: 9,
      leaversPer: 'quarter',
      description: 'Opens the file\nWeighs the facts',
      documents: [{ name: 'Terms of cover', address: 'https://files.insurer.example/terms' }],
      layer: 'operational',
    },
    {
      type: 'touchpoint.add',
      id: ask,
      laneId: otherLane,
      stageId: ownStage,
      rank: 'a0',
      name: 'Hears',
      kind: 'trigger',
    },
    {
      type: 'link.add',
      id: linkId,
      fromTouchpointId: answer,
      toTouchpointId: ask,
      passes: 'Decision',
      expectedMinutes: 60,
    },
    {
      type: 'perspective.add',
      id: randomUUID(),
      targetKind: 'touchpoint',
      targetId: answer,
      performance: 8,
      notes: 'ours',
    },
    {
      type: 'mark.add',
      id: randomUUID(),
      targetKind: 'link',
      targetId: linkId,
      kind: 'pain',
      statement: 'Late',
      with: 'map',
    },
  )
  const request = { email: `bo${linkId}@broker.example`, partyId: other, mapIds: [mapId] }
  const invited = await insurer.act<InvitedOrganisationAnswer>(
    'POST',
    `/api/ecosystems/${ecosystemId}/invitations`,
    request,
  )
  const { delivery } = invited.body
  const newcomer = visitor()
  const newAccount = { name: 'Bo', password: 'long enough for anyone', organisation: 'Broker' }
  const secret = delivery.by === 'link' ? delivery.link.split('#')[1]! : ''
  await newcomer.send('POST', '/api/invitations/accept', { newAccount }, { 'Interlane-Token': secret })
  const broker = await asActor(newcomer, request.email)
  const shared = randomUUID()
  const terms = { passes: 'Decision', channel: null, trigger: '', expectedMinutes: 60, acceptance: '' }
  await broker.edit(
    ecosystemId,
    { type: 'handoff.confirm', linkId, confirmationId: randomUUID(), terms },
    { type: 'perspective.add', id: shared, targetKind: 'touchpoint', targetId: answer, performance: 4 },
    { type: 'perspective.share', id: shared, with: 'map' },
    {
      type: 'perspective.add',
      id: randomUUID(),
      targetKind: 'touchpoint',
      targetId: ask,
      notes: 'BROKER-PRIVATE',
    },
  )
  return { insurer, broker, ecosystemId, mapId, answer }
}
