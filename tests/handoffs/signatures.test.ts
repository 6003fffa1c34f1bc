import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSignature, type SignatureEvent } from '../../shared/handoffs/signatures.ts'
import { termsOf } from '../../shared/handoffs/terms.ts'
import type { InvitedOrganisationAnswer } from '../../shared/invitations/invitations.ts'
import type { Confirmation, Link } from '../../shared/model/rows.ts'
import { type Actor, asActor, createWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const terms = { passes: 'quote', channel: null, trigger: '', expectedMinutes: 60, acceptance: '' }

/** Two organisations with one handoff between them, and the answer to what happened to it. */
async function agreedHandoff() {
  const giver = await world.actor('Giver')
  const { id: ecosystemId } = (await giver.act<{ id: string }>('POST', '/api/ecosystems', { name: 'Chain' }))
    .body
  const [mapId, stageId, ownParty, theirParty] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const [ownLane, theirLane, from, to, linkId] = Array.from({ length: 5 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
    string,
  ]
  const card = { type: 'touchpoint.add', stageId, rank: 'a0' } as const
  const link = { type: 'link.add', id: linkId, fromTouchpointId: from, toTouchpointId: to } as const
  await giver.edit(
    ecosystemId,
    { type: 'map.add', id: mapId, participantId: randomUUID(), name: 'Map', rank: 'a0' },
    { type: 'stage.add', id: stageId, mapId, name: 'Buy', rank: 'a0' },
    { type: 'party.add', id: ownParty, name: 'Giver', kind: 'producer', held: true },
    { type: 'party.add', id: theirParty, name: 'Taker', kind: 'distributor' },
    { type: 'lane.add', id: ownLane, mapId, partyId: ownParty, rank: 'a0' },
    { type: 'lane.add', id: theirLane, mapId, partyId: theirParty, rank: 'a1' },
    { ...card, id: from, laneId: ownLane, name: 'Quotes' },
    { ...card, id: to, laneId: theirLane, name: 'Compares' },
    { ...link, ...terms },
  )
  const taker = await join(giver, { ecosystemId, partyId: theirParty, mapId })
  const sign = (actor: Actor) =>
    actor.edit(ecosystemId, { type: 'handoff.confirm', confirmationId: randomUUID(), linkId, terms })
  const read = (actor: Actor) =>
    actor.act<SignatureEvent[]>('GET', `/api/ecosystems/${ecosystemId}/handoffs/${linkId}/signatures`)
  return { giver, taker, ecosystemId, linkId, sign, read }
}

async function join(host: Actor, invited: { ecosystemId: string; partyId: string; mapId: string }) {
  const { ecosystemId, partyId, mapId } = invited
  const sent = await host.act<InvitedOrganisationAnswer>(
    'POST',
    `/api/ecosystems/${ecosystemId}/invitations`,
    {
      ...{ email: `${randomUUID()}@taker.example`, partyId, mapIds: [mapId] },
    },
  )
  const { delivery, invitation } = sent.body
  const visitor = world.visitor()
  const newAccount = { name: 'Taker', password: 'long enough for anyone', organisation: 'Taker' }
  const secret = delivery.by === 'link' ? delivery.link.split('#')[1]! : ''
  await visitor.send('POST', '/api/invitations/accept', { newAccount }, { 'Interlane-Token': secret })
  return asActor(visitor, invitation.email)
}

describe('what happened to a handoff', () => {
  it('is told to both sides in order, with the terms as they stood', async () => {
    const { giver, taker, ecosystemId, linkId, sign, read } = await agreedHandoff()
    await sign(giver)
    await sign(taker)
    await giver.edit(ecosystemId, { type: 'link.change', id: linkId, fields: { expectedMinutes: 30 } })
    await taker.edit(ecosystemId, {
      ...{ type: 'handoff.dispute', confirmationId: randomUUID(), linkId, note: 'It takes a day.' },
    })
    const { body } = await read(taker)
    expect(body.map(({ what, organisationId }) => [what, organisationId])).toEqual([
      ['confirmed', giver.organisationId],
      ['confirmed', taker.organisationId],
      ['changed', giver.organisationId],
      ['disputed', taker.organisationId],
    ])
    expect(body[0]?.terms.expectedMinutes).toBe(60)
    expect([body[2]?.before?.expectedMinutes, body[2]?.terms.expectedMinutes]).toEqual([60, 30])
    expect(body[3]?.note).toBe('It takes a day.')
    expect((await read(giver)).body).toEqual(body)
  })

  it('is not there for whoever takes no part, nor once the handoff is deleted', async () => {
    const { giver, ecosystemId, linkId, read } = await agreedHandoff()
    const stranger = await world.actor('Stranger')
    expect((await read(stranger)).status).toBe(404)
    await giver.edit(ecosystemId, { type: 'link.remove', id: linkId })
    expect((await read(giver)).status).toBe(404)
  })
})

describe('a record of the history', () => {
  const at = new Date('2026-03-03T10:00:00Z')
  const organisationId = randomUUID()
  const link = { id: 'l', ...terms } as unknown as Link
  const signed = { state: 'confirmed', termsHash: 'a', terms, note: '' } as unknown as Confirmation

  it('says nothing of a signature that somebody else’s change voided', () => {
    const after = { ...signed, state: 'voided' as const }
    expect(readSignature({ at, organisationId, kind: 'confirmation', before: signed, after })).toBeNull()
  })

  it('says nothing of a link that keeps its terms', () => {
    const after = { ...link, kind: 'loopBack' as const }
    expect(readSignature({ at, organisationId, kind: 'link', before: link, after })).toBeNull()
  })

  it('tells a second signature under new terms from the first', () => {
    const after = { ...signed, termsHash: 'b', terms: { ...terms, expectedMinutes: 5 } }
    const event = readSignature({ at, organisationId, kind: 'confirmation', before: signed, after })
    expect(event).toMatchObject({ what: 'confirmed', terms: termsOf(after.terms) })
  })
})
