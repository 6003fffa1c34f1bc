// Two worlds alike in everything that partners may see. In the first the insurer leads a life of its own besides; in the
// second it does not. Whatever is answered differently in the two tells of that life.
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { World } from '../../support/world.ts'
import { newId } from '../scene.ts'
import { type Company, foundCompany, secretMailed } from './company.ts'
import type { Asked } from './requests.ts'

export interface Twin {
  name: 'one' | 'two'
  insurer: Company
  broker: Company
  stranger: Company
  ecosystemId: string
  /** Ids of what the broker sees, by the name of a field. */
  shared: Record<string, string>
  /** Ids of what only the insurer knows, by the name of a field; in the second world of nothing. */
  hidden: Record<string, string>
}

/** The insurer's map with a lane that the broker holds, one that nobody holds, and a row of every kind that all may see. */
export async function openTwin(world: World, name: Twin['name']): Promise<Twin> {
  const insurer = await foundCompany(world, `Insurer-${name}`)
  const broker = await foundCompany(world, `Broker-${name}`)
  const stranger = await foundCompany(world, `Stranger-${name}`)
  const founded = await insurer.act<{ id: string }>('POST', '/api/ecosystems', { name: 'Cover' })
  const ecosystemId = founded.body.id
  const shared: Record<string, string> = { ecosystemId }
  const twin: Twin = { ...{ name, insurer, broker, stranger, ecosystemId, shared }, hidden: {} }
  const id = (field: string) => {
    shared[field] ??= newId()
    return shared[field]
  }
  const mapId = id('mapId')
  const onCard = { targetKind: 'touchpoint', targetId: id('touchpointId') } as const
  await must(
    insurer,
    ecosystemId,
    { type: 'map.add', id: mapId, participantId: newId(), name: 'Journey', rank: 'a0' },
    { type: 'party.add', id: id('ownPartyId'), name: 'We', kind: 'producer', held: true },
    { type: 'party.add', id: id('brokersPartyId'), name: 'They', kind: 'distributor' },
    { type: 'party.add', id: id('partyId'), name: 'Nobody yet', kind: 'partner' },
    { type: 'lane.add', id: id('ownLaneId'), mapId, partyId: id('ownPartyId'), rank: 'a0' },
    { type: 'lane.add', id: id('laneId'), mapId, partyId: id('brokersPartyId'), rank: 'a1' },
    { type: 'lane.add', id: id('openLaneId'), mapId, partyId: id('partyId'), rank: 'a2' },
    { type: 'stage.add', id: id('stageId'), mapId, name: 'Claim', rank: 'a0' },
    {
      ...{ type: 'touchpoint.add', id: id('fromTouchpointId'), laneId: id('laneId'), stageId: id('stageId') },
      ...{ rank: 'a0', name: 'Reports' },
    },
    {
      ...{ type: 'touchpoint.add', id: id('touchpointId'), laneId: id('ownLaneId'), stageId: id('stageId') },
      ...{ rank: 'a0', name: 'Decides' },
    },
    {
      ...{ type: 'link.add', id: id('linkId'), passes: 'Claim' },
      ...{ fromTouchpointId: id('fromTouchpointId'), toTouchpointId: id('touchpointId') },
    },
    {
      ...{ type: 'ownership.add', id: id('ownershipId'), touchpointId: id('touchpointId') },
      ...{ partyId: id('ownPartyId'), accountability: 'accountable' },
    },
    { type: 'comment.add', id: id('commentId'), ...onCard, text: 'For all', with: 'map' },
    { type: 'mark.add', id: id('markId'), ...onCard, kind: 'pain', statement: 'For all', with: 'map' },
    { type: 'session.start', id: id('sessionId'), mapId, name: 'Together', question: 'What happens?' },
    { type: 'sticky.add', id: id('stickyId'), sessionId: id('sessionId'), text: 'A thought', rank: 'a0' },
  )
  await invite(world, twin)
  // One after the other, as what is called at the same moment stands in no order.
  const asked = [insurer.organisationId, broker.organisationId]
  await must(insurer, ecosystemId, {
    ...{ type: 'round.open', id: id('roundId'), mapId, name: 'How good', measures: ['performance'] },
    ...{ touchpointIds: [id('touchpointId')], askedOrganisationIds: asked },
  })
  await must(insurer, ecosystemId, {
    ...{ type: 'contributionRequest.add', id: id('contributionRequestId'), mapId, text: 'Please' },
    ...{ askedOrganisationId: broker.organisationId, stageId: id('stageId') },
  })
  await must(insurer, ecosystemId, {
    ...{ type: 'comment.change', id: id('commentId') },
    fields: { mentions: [{ organisationId: broker.organisationId, personId: null }] },
  })
  Object.assign(shared, {
    ...{ targetId: id('touchpointId'), toTouchpointId: id('touchpointId'), replyToId: id('commentId') },
    initiatorPartyId: id('partyId'),
    ...{ organisationId: insurer.organisationId, askedOrganisationId: broker.organisationId },
    ...{ organisation: broker.organisationId, email: `somebody@elsewhere-${name}.example`, rank: 'a5' },
    ...{ rowId: id('touchpointId'), kind: 'touchpoint', field: 'name' },
  })
  return twin
}

/** By mail; the broker may invite others to the map it is on. */
async function invite(world: World, { insurer, broker, ecosystemId, shared }: Twin): Promise<void> {
  const request = { email: broker.email, partyId: shared.brokersPartyId, mapIds: [shared.mapId] }
  await insurer.act('POST', `/api/ecosystems/${ecosystemId}/invitations`, request)
  const token = { 'Interlane-Token': await secretMailed(world, broker.email) }
  const organisation = { organisationId: broker.organisationId }
  await broker.visitor.send('POST', '/api/invitations/accept', organisation, token)
  await broker.pull(ecosystemId)
  const isPlace = (row: object) => 'mayInvite' in row && 'organisationId' in row
  const places = ([...broker.held.values()] as { id: string; organisationId: string }[]).filter(isPlace)
  const place = places.find(({ organisationId }) => organisationId === broker.organisationId)!
  shared.participantId = place.id
  await must(insurer, ecosystemId, { type: 'participant.grant', id: place.id, mayInvite: true })
}

/** An edit that a story takes for granted. */
export async function must(company: Company, ecosystemId: string, ...actions: ActionInput[]): Promise<void> {
  const answer = await company.edit(ecosystemId, ...actions)
  if (!answer?.accepted) throw new Error(JSON.stringify(answer))
}

/** What is answered to a request: status, headers and body, every byte of it. */
export async function answerTo(
  company: Pick<Company, 'visitor'> & Partial<Company>,
  { method, path, headers, body }: Asked,
): Promise<string> {
  const { organisationId } = company
  const acting: Record<string, string> = organisationId ? { 'Interlane-Organisation': organisationId } : {}
  const answer = await company.visitor.send<unknown>(method, path, body, { ...acting, ...headers })
  const kept = [...answer.headers].filter(([name]) => !ofTheMoment.has(name))
  return JSON.stringify({ status: answer.status, headers: kept, body: answer.body })
}

const ofTheMoment = new Set(['set-cookie', 'content-length', 'retry-after'])

/** An answer in words that are the same in both worlds: without ids, moments, cursors, secrets, and the order of rows. */
export function inCommonWords(answer: string, { shared, hidden }: Twin): string {
  const names = new Map(
    [...Object.entries(hidden), ...Object.entries(shared)].map(([name, id]) => [id, name]),
  )
  const plain = answer
    .replaceAll(/"cursor":"[^"]*"/g, '"cursor":"sealed"')
    .replaceAll(/#[\w-]{43}/g, '#secret')
    .replaceAll(/[0-9a-f]{64}/g, 'a session')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => names.get(id) ?? 'an id')
    .replaceAll(/-(one|two)\b/gi, '')
  return plain.startsWith('{') ? JSON.stringify(sorted(JSON.parse(plain))) : plain
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => JSON.stringify(sorted(one))).sort()
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, sorted(one)]))
}
