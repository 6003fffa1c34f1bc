// What an organisation does for itself alone, with a marker in every text: rows of every kind, a colleague, a file it looks
// at, those it has invited, and edits that were refused.
import { tables } from '../../../api/database/tables/rows.ts'
import { standingKinds } from '../../../shared/comments/standsOn.ts'
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { VisibleRow } from '../../../shared/edits/exchange.ts'
import { documentKinds } from '../../../shared/interchange/mapDocument.ts'
import { contents, type RowKind, rowKinds } from '../../../shared/model/rows.ts'
import type { World } from '../../support/world.ts'
import { markedContent } from '../markedRows.ts'
import { newId } from '../scene.ts'
import { type Company, joinCompany } from './company.ts'
import { actionSchemas } from './requests.ts'
import { must, type Twin } from './twins.ts'

export interface PrivateLife {
  colleague: Company
  rows: VisibleRow[]
  /** Every marker that was written. */
  markers: string[]
}

/** @returns a marker nobody has written yet */
export type Mark = () => string

export function createMarks(): { mark: Mark; markers: string[] } {
  const markers: string[] = []
  const mark = () => {
    markers.push(`CANARY${markers.length}X`)
    return markers.at(-1)!
  }
  return { mark, markers }
}

/** Leads it in the first world; the ids of what comes of it are the hidden ones of that world. */
export async function leadPrivateLife(world: World, twin: Twin): Promise<PrivateLife> {
  const { insurer, ecosystemId, shared } = twin
  const { mark, markers } = createMarks()
  const before = new Set((await rowsOf(insurer, ecosystemId)).map(({ row }) => row.id))
  const email = `${mark()}@insurer-one.example`.toLowerCase()
  markers.push(email)
  const colleague = await joinCompany(world, insurer, { email, name: mark() })
  const drawn = hiddenJourney(shared.brokersPartyId!, mark)
  await must(colleague, ecosystemId, ...drawn.actions)
  await must(colleague, ecosystemId, ...ownViews(twin, mark))
  const refused = await colleague.edit(ecosystemId, drawn.placedTwice)
  if (refused?.accepted !== false) throw new Error('expected a refusal')
  const invitation = await inviteOthers(twin, drawn.openPartyId, drawn.mapId, mark)
  const importId = await lookAtFile(world, colleague, ecosystemId, mark)
  const made = async () => (await rowsOf(insurer, ecosystemId)).filter(({ row }) => !before.has(row.id))
  await addUnmade(world, twin, await made(), mark)
  const rows = [
    ...(await made()),
    ...(await rowsOf(colleague, ecosystemId)).filter(({ kind }) => kind === 'vote'),
  ]
  for (const { kind, row } of rows) twin.hidden[`${kind}Id`] ??= row.id
  const { touchpointId, laneId, partyId, commentId } = twin.hidden
  Object.assign(twin.hidden, {
    ...{
      targetId: touchpointId,
      fromTouchpointId: touchpointId,
      toTouchpointId: touchpointId,
      rowId: touchpointId,
    },
    ...{ replyToId: commentId, parentLaneId: laneId, initiatorPartyId: partyId, feltByPartyId: partyId },
    ...{ causedByPartyId: partyId, parentTouchpointId: touchpointId, copiedFromId: touchpointId },
    ...{ personId: await personIdOf(colleague), email, importId, invitationId: invitation },
    ...{ ecosystemId: shared.ecosystemId, mapId: drawn.mapId },
  })
  return { colleague, rows, markers }
}

/** A map of its own with one row of everything that a map is made of. */
function hiddenJourney(brokersPartyId: string, mark: Mark) {
  const ids = { mapId: newId(), partyId: newId(), laneId: newId(), stageId: newId(), touchpointId: newId() }
  const [otherPartyId, otherLaneId, otherCardId, openPartyId, linkId, sessionId, stickyId] = newIds()
  const sharedCardId = newId()
  const noOthers = { parentTouchpointId: null, parentLaneId: null, initiatorPartyId: null }
  const on = { ...ids, ...noOthers, ownStages: false, unplacedFrom: null }
  const stickies = [{ id: stickyId, touchpointId: newId(), rank: 'a9' }]
  const place = { type: 'sticky.place', laneId: ids.laneId, stageId: ids.stageId } as const
  const add = (kind: RowKind, id: string, also: object = {}) => adding(kind, id, { ...on, ...also }, mark)
  const inOther = { laneId: otherLaneId, partyId: otherPartyId }
  const ends = { fromTouchpointId: ids.touchpointId, toTouchpointId: otherCardId }
  const actions: ActionInput[] = [
    { ...add('map', ids.mapId), participantId: newId() } as ActionInput,
    { ...add('party', ids.partyId), held: true } as ActionInput,
    { ...add('party', otherPartyId), held: true } as ActionInput,
    add('party', openPartyId),
    add('lane', ids.laneId),
    add('lane', otherLaneId, inOther),
    add('lane', newId(), { partyId: openPartyId }),
    // Whoever sees this party elsewhere need not learn that it has a lane here as well.
    add('lane', newId(), { partyId: brokersPartyId }),
    add('stage', ids.stageId, { laneId: null }),
    add('touchpoint', ids.touchpointId),
    add('touchpoint', otherCardId, inOther),
    add('touchpoint', sharedCardId),
    add('side', newId(), { ...inOther, touchpointId: sharedCardId }),
    add('link', linkId, ends),
    add('ownership', newId()),
    { ...add('session', sessionId), type: 'session.start' } as ActionInput,
    add('sticky', stickyId, { sessionId }),
    { ...place, stickies },
  ]
  const again = [{ id: stickyId, touchpointId: newId(), rank: 'b0' }]
  return { ...ids, openPartyId, actions, placedTwice: { ...place, stickies: again } as ActionInput }
}

/** What it thinks, asks and answers about the map that others see as well. */
function ownViews({ insurer, shared }: Twin, mark: Mark): ActionInput[] {
  const [roundId, commentId, requestId] = newIds()
  const { mapId, touchpointId, ownershipId, laneId, stageId } = shared
  const about = {
    ...{ mapId, touchpointId, ownershipId, laneId, stageId },
    ...{ targetKind: 'touchpoint', targetId: touchpointId, unplacedFrom: null },
    ...{ askedOrganisationId: insurer.organisationId, askedOrganisationIds: [insurer.organisationId] },
    ...{ touchpointIds: [touchpointId], feltByPartyId: null, causedByPartyId: null, roundId },
    mentions: [{ organisationId: insurer.organisationId, personId: null }],
  }
  const asSuch = Object.fromEntries(standingKinds.map((kind) => [`${kind}Id`, null]))
  const add = (kind: RowKind, id = newId()) =>
    adding(kind, id, kind === 'comment' ? { ...about, ...asSuch } : about, mark)
  const ballotId = newId()
  return [
    add('perspective'),
    { ...add('mark'), with: 'organisation' } as ActionInput,
    add('attributedNote'),
    add('responsibility'),
    add('comment', commentId),
    { type: 'comment.reply', id: newId(), replyToId: commentId, text: mark() },
    { ...add('round', roundId), type: 'round.open' } as ActionInput,
    { type: 'ballot.expect', id: newId(), roundId, personId: newId(), authorName: mark() },
    { type: 'ballot.start', id: ballotId, roundId },
    { ...add('vote'), type: 'vote.set' } as ActionInput,
    { type: 'ballot.done', id: ballotId },
    add('contributionRequest'),
    add('contributionRequest', requestId),
    { type: 'contributionRequest.answer', id: requestId, state: 'done', answer: mark() },
  ]
}

/** The action that adds a row, with a marker in every text it takes. */
function adding(kind: RowKind, id: string, known: Record<string, unknown>, mark: Mark): ActionInput {
  const types = { round: 'round.open', session: 'session.start', vote: 'vote.set' } as Partial<
    Record<RowKind, string>
  >
  const type = types[kind] ?? `${kind}.add`
  const schema = actionSchemas.find(({ properties }) => properties!.type!.const === type)!
  const content = markedContent(
    kind,
    { organisationId: newId(), personId: newId(), rank: 'a0', ...known },
    mark,
  )
  const taken = Object.entries(content).filter(([field]) => field in schema.properties!)
  return { ...Object.fromEntries(taken), type, id } as ActionInput
}

/** Kinds of which no action here makes a row, or none yet, get one past all actions. */
async function addUnmade(world: World, { insurer, ecosystemId }: Twin, made: VisibleRow[], mark: Mark) {
  const { organisationId } = insurer
  const known = { ecosystemId, organisationId, addedByOrganisationId: organisationId }
  const missing = rowKinds.filter((kind) => kind !== 'vote' && made.every((one) => one.kind !== kind))
  await world.services.door.asSystem('test', async (tx) => {
    for (const kind of missing) {
      const id = newId()
      const content = markedContent(kind, { mapId: newId(), organisationId, unplacedFrom: null }, mark)
      const base = {
        id,
        seq: 1,
        audience: [`org:${organisationId}`],
        deleted: false,
        versions: {},
        lineageId: id,
      }
      await tx.insert(tables[kind]).values({ ...base, ...known, ...content } as never)
    }
  })
}

async function inviteOthers({ insurer, ecosystemId }: Twin, partyId: string, mapId: string, mark: Mark) {
  const email = `${mark()}@guest.example`.toLowerCase()
  const request = { email, partyId, mapIds: [mapId], message: mark() }
  const path = `/api/ecosystems/${ecosystemId}/invitations`
  const { body } = await insurer.act<{ invitation: { id: string } }>('POST', path, request)
  const members = `/api/organisations/${insurer.organisationId}/invitations`
  await insurer.act('POST', members, { email: `${mark()}@insurer-one.example`, role: 'editor' })
  return body.invitation.id
}

async function lookAtFile(world: World, company: Company, ecosystemId: string, mark: Mark): Promise<string> {
  const map = { id: newId(), ...markedContent('map', { parentTouchpointId: null, rank: 'a0' }, mark) }
  const empty = Object.fromEntries(documentKinds.map((kind) => [kind, []]))
  const file = JSON.stringify({ format: 'interlane-map', version: 1, organisations: [], map, ...empty })
  const form = new FormData()
  form.append('file', new File([file], `${mark()}.json`))
  const cookie = [...company.visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = { Cookie: cookie, 'Interlane-Organisation': company.organisationId }
  const path = `/api/ecosystems/${ecosystemId}/imports`
  const response = await world.app.request(path, { method: 'POST', body: form, headers })
  return ((await response.json()) as { importId: string }).importId
}

async function rowsOf(company: Company, ecosystemId: string): Promise<VisibleRow[]> {
  return (await company.act<{ rows: VisibleRow[] }>('GET', `/api/ecosystems/${ecosystemId}/changes`)).body
    .rows
}

async function personIdOf({ act }: Company): Promise<string> {
  return (await act<{ person: { id: string } }>('GET', '/api/account')).body.person.id
}

/** Texts of rows in which no marker stands although one would fit: fields that went unmarked. */
export function unmarkedFields(rows: readonly VisibleRow[]): string[] {
  return rowKinds.flatMap((kind) => {
    const ofKind = rows.filter((one) => one.kind === kind).map(({ row }) => JSON.stringify(row))
    if (ofKind.length === 0) return [kind]
    const texts = Object.entries(contents[kind].shape).filter(
      ([field, schema]) => !unmarked.has(field) && schema.safeParse('CANARY0X').success,
    )
    const isMarked = (field: string) => ofKind.some((row) => new RegExp(`"${field}":"CANARY`).test(row))
    return texts.flatMap(([field]) => (isMarked(field) ? [] : [`${kind}.${field}`]))
  })
}

/** Places in an order, a hash of what is marked itself, and what is empty while its target is there. */
const unmarked = new Set(['rank', 'termsHash', 'unplacedFrom'])

type Ids = [string, string, string, string, string, string, string]
const newIds = () => Array.from({ length: 7 }, newId) as Ids
