// A map document becomes rows of the importing organisation: a copy with ids of its own.
import type { ActionInput } from '../edits/actions/actions.ts'
import type { AttributedNote } from '../model/rows.ts'
import type { ImportNote } from './importedMap.ts'
import type { DocumentRow, MapDocument } from './mapDocument.ts'
import { type ImportPlace, type ImportPlan, matchParties, rankAfter } from './planImport.ts'

type NewId = (id: string) => string

/**
 * Plans the import of a map document. What other organisations said in it becomes attributed notes that only the
 * importer sees; nobody's signature and nobody's yes is copied.
 * Rows of the importing organisation in the file become its own rows again.
 */
export function planDocumentImport(file: MapDocument, place: ImportPlace): ImportPlan {
  const { merged, renamed, notes } = matchParties(file.party, place)
  const ids = new Map([...merged].map(([{ id }, party]) => [id, party.id]))
  const newId: NewId = (id) => {
    const given = ids.get(id) ?? place.newId()
    ids.set(id, given)
    return given
  }
  const nameOf = (id: string) => file.organisations.find((organisation) => organisation.id === id)?.name ?? ''
  const isOwn = (row: { organisationId: string }) => row.organisationId === place.organisationId
  const { id: mapId, ...charter } = file.map
  const rank = rankAfter(place.maps)
  const said: ActionInput[] = (['perspective', 'mark', 'confirmation'] as const).flatMap((source) =>
    (file[source] as (DocumentRow<'perspective'> | DocumentRow<'mark'> | DocumentRow<'confirmation'>)[])
      .filter((row) => source === 'confirmation' || !isOwn(row))
      .filter((row) => isAttached(row, file))
      .map((row) => attributed(source, row, nameOf(row.organisationId), newId)),
  )
  const actions: ActionInput[] = [
    {
      type: 'map.add',
      ...charter,
      id: newId(mapId),
      participantId: place.newId(),
      rank,
      parentTouchpointId: null,
    },
    ...file.party
      .filter((party) => !merged.has(party))
      .map((party) => partyAction(party, renamed.get(party) ?? party.name, newId)),
    ...inOrder(file.lane, ({ parentLaneId }) => parentLaneId).map((row) => laneAction(row, newId)),
    ...file.stage.map((row) => stageAction(row, newId)),
    ...file.touchpoint.map((row) => touchpointAction(row, newId)),
    ...file.ownership.map((row) => ownershipAction(row, newId)),
    ...file.responsibility.filter(isOwn).map((row) => responsibilityAction(row, newId)),
    ...file.link.map((row) => linkAction(row, newId)),
    ...file.perspective
      .filter((row) => isOwn(row) && isAttached(row, file))
      .map((row) => perspectiveAction(row, newId)),
    ...file.mark.filter((row) => isOwn(row) && isAttached(row, file)).map((row) => markAction(row, newId)),
    ...file.attributedNote.filter((row) => isAttached(row, file)).map((row) => noteAction(row, newId)),
    ...said,
  ]
  return {
    mapId: newId(mapId),
    actions,
    counts: countsOf(file),
    notes: [...notes, ...noteOfNotes(said.length)],
  }
}

function partyAction({ id, kind, tier }: DocumentRow<'party'>, name: string, newId: NewId): ActionInput {
  return { type: 'party.add', id: newId(id), name, kind, tier }
}

function laneAction(
  { id, mapId, partyId, parentLaneId, name, nature, ownStages, rank }: DocumentRow<'lane'>,
  newId: NewId,
): ActionInput {
  const places = {
    mapId: newId(mapId),
    partyId: newId(partyId),
    parentLaneId: parentLaneId && newId(parentLaneId),
  }
  return { type: 'lane.add', id: newId(id), ...places, name, nature, ownStages, rank }
}

function stageAction(
  { id, mapId, laneId, name, goal, rank }: DocumentRow<'stage'>,
  newId: NewId,
): ActionInput {
  return {
    type: 'stage.add',
    id: newId(id),
    mapId: newId(mapId),
    laneId: laneId && newId(laneId),
    name,
    goal,
    rank,
  }
}

function touchpointAction(row: DocumentRow<'touchpoint'>, newId: NewId): ActionInput {
  const {
    id,
    laneId,
    stageId,
    initiatorPartyId,
    mapId: _,
    review: _r,
    state: _s,
    sharedWithMap: _w,
    ...content
  } = row
  const initiator = initiatorPartyId && newId(initiatorPartyId)
  return {
    type: 'touchpoint.add',
    ...content,
    id: newId(id),
    laneId: newId(laneId),
    stageId: newId(stageId),
    initiatorPartyId: initiator,
  }
}

function ownershipAction(
  { id, touchpointId, partyId, accountability }: DocumentRow<'ownership'>,
  newId: NewId,
): ActionInput {
  return {
    type: 'ownership.add',
    id: newId(id),
    touchpointId: newId(touchpointId),
    partyId: newId(partyId),
    accountability,
  }
}

function responsibilityAction(
  { id, ownershipId, department, region, person }: DocumentRow<'responsibility'>,
  newId: NewId,
): ActionInput {
  return {
    type: 'responsibility.add',
    id: newId(id),
    ownershipId: newId(ownershipId),
    department,
    region,
    person,
  }
}

function linkAction(row: DocumentRow<'link'>, newId: NewId): ActionInput {
  const { id, fromTouchpointId, toTouchpointId, mapId: _, state: _s, sharedWithMap: _w, ...content } = row
  const ends = { fromTouchpointId: newId(fromTouchpointId), toTouchpointId: newId(toTouchpointId) }
  return { type: 'link.add', ...content, id: newId(id), ...ends }
}

/** One's own view comes back as private: sharing is a decision of its own, made anew for each map. */
function perspectiveAction(row: DocumentRow<'perspective'>, newId: NewId): ActionInput {
  const { id, targetId, mapId: _, organisationId: _o, unplacedFrom: _u, sharedWithMap: _w, ...content } = row
  return { type: 'perspective.add', ...content, id: newId(id), targetId: newId(targetId) }
}

function markAction(row: DocumentRow<'mark'>, newId: NewId): ActionInput {
  const {
    id,
    targetId,
    feltByPartyId,
    causedByPartyId,
    mapId: _,
    organisationId: _o,
    unplacedFrom: _u,
    sharedWithMap,
    ...content
  } = row
  const parties = {
    feltByPartyId: feltByPartyId && newId(feltByPartyId),
    causedByPartyId: causedByPartyId && newId(causedByPartyId),
  }
  const audience = sharedWithMap ? 'map' : 'organisation'
  return {
    type: 'mark.add',
    ...content,
    ...parties,
    id: newId(id),
    targetId: newId(targetId),
    with: audience,
  }
}

function noteAction(
  { id, targetKind, targetId, attributedTo, source, content }: DocumentRow<'attributedNote'>,
  newId: NewId,
): ActionInput {
  return {
    type: 'attributedNote.add',
    id: newId(id),
    targetKind,
    targetId: newId(targetId),
    attributedTo,
    source,
    content,
  }
}

function attributed(
  source: AttributedNote['source'],
  row: DocumentRow<'perspective'> | DocumentRow<'mark'> | DocumentRow<'confirmation'>,
  attributedTo: string,
  newId: NewId,
): ActionInput {
  const { id, ...content } = row
  const target =
    'linkId' in row
      ? { targetKind: 'link' as const, targetId: newId(row.linkId) }
      : { targetKind: row.targetKind, targetId: newId(row.targetId) }
  const kept = Object.fromEntries(Object.entries(content).filter(([field]) => !references.has(field)))
  return {
    type: 'attributedNote.add',
    id: newId(id),
    ...target,
    attributedTo,
    source,
    content: kept as AttributedNote['content'],
  }
}

/** What points into the file, or says how it was shared there, means nothing in the copy. */
const references = new Set([
  'mapId',
  'organisationId',
  'partyId',
  'linkId',
  'targetId',
  'targetKind',
  'sharedWithMap',
  'unplacedFrom',
  'feltByPartyId',
  'causedByPartyId',
  'termsHash',
])

function isAttached(row: object, file: MapDocument): boolean {
  if ('linkId' in row) return file.link.some(({ id }) => id === row.linkId)
  if (!('targetId' in row)) return true
  return [...file.touchpoint, ...file.link].some(({ id }) => id === row.targetId)
}

/** Parents before their children. */
function inOrder<R extends { id: string }>(rows: readonly R[], parentOf: (row: R) => string | null): R[] {
  return rows.toSorted((left, right) => Number(parentOf(left) !== null) - Number(parentOf(right) !== null))
}

function countsOf(file: MapDocument): ImportPlan['counts'] {
  const partyOf = new Map(file.lane.map(({ id, partyId }) => [id, partyId]))
  const laneOf = new Map(file.touchpoint.map(({ id, laneId }) => [id, laneId]))
  const party = (touchpointId: string) => partyOf.get(laneOf.get(touchpointId) ?? '')
  const handoffs = file.link.filter(
    (link) => party(link.fromTouchpointId) !== party(link.toTouchpointId),
  ).length
  return {
    organisations: file.party.length,
    lanes: file.lane.length,
    touchpoints: file.touchpoint.length,
    sequences: file.link.length - handoffs,
    handoffs,
  }
}

function noteOfNotes(said: number): ImportNote[] {
  const message = `${said} views, marks and confirmations in the file become notes that only you see.`
  return said === 0 ? [] : [{ level: 'changed', message }]
}
