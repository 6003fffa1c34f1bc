// Each row of a map document as the action that makes its copy.
import type { ActionInput } from '../edits/actions/actions.ts'
import type { DocumentRow } from './mapDocument.ts'

/** The id that a row of the file gets in the copy. */
export type NewId = (id: string) => string

/** The same of a party, null for one that is not in the file. */
export type PartyId = (id: string | null) => string | null

/** @param name may differ from that in the file, where the ecosystem has such a party already */
export function partyAction(
  { id, kind, tier }: DocumentRow<'party'>,
  name: string,
  newId: NewId,
): ActionInput {
  return { type: 'party.add', id: newId(id), name, kind, tier }
}

export function laneAction(
  { id, mapId, partyId, parentLaneId, name, nature, ownStages, rank }: DocumentRow<'lane'>,
  newId: NewId,
): ActionInput {
  const places = {
    mapId: newId(mapId),
    partyId: newId(partyId),
    parentLaneId: parentLaneId && newId(parentLaneId),
  }
  return { type: 'lane.add', id: newId(id), copiedFromId: id, ...places, name, nature, ownStages, rank }
}

export function stageAction(
  { id, mapId, laneId, name, goal, recurs, frequency, rank }: DocumentRow<'stage'>,
  newId: NewId,
): ActionInput {
  return {
    type: 'stage.add',
    id: newId(id),
    copiedFromId: id,
    mapId: newId(mapId),
    laneId: laneId && newId(laneId),
    name,
    goal,
    recurs,
    frequency,
    rank,
  }
}

export function touchpointAction(
  row: DocumentRow<'touchpoint'>,
  newId: NewId,
  partyId: PartyId,
): ActionInput {
  const {
    id,
    laneId,
    stageId,
    initiatorPartyId,
    mapId: _,
    review: _r,
    state,
    sharedWithMap: _w,
    ...content
  } = row
  return {
    type: 'touchpoint.add',
    ...content,
    asProposal: isProposed(state),
    id: newId(id),
    copiedFromId: id,
    laneId: newId(laneId),
    stageId: newId(stageId),
    initiatorPartyId: partyId(initiatorPartyId),
  }
}

/** Shared with whoever keeps the lane in the copy; proposed where that is somebody else, or where it was. */
export function sideAction(
  { id, touchpointId, laneId, stageId, rank, column, name, state }: DocumentRow<'side'>,
  newId: NewId,
): ActionInput {
  const asProposal = isProposed(state)
  const places = { touchpointId: newId(touchpointId), laneId: newId(laneId), stageId: newId(stageId) }
  return { type: 'side.add', id: newId(id), copiedFromId: id, asProposal, ...places, rank, column, name }
}

export function moveAction(
  { id, touchpointId, laneId, stageId, rank, customerSees }: DocumentRow<'move'>,
  newId: NewId,
): ActionInput {
  const place = { laneId: newId(laneId), stageId: newId(stageId), rank, customerSees }
  return {
    type: 'move.propose',
    id: newId(id),
    asProposal: true,
    touchpointId: newId(touchpointId),
    ...place,
  }
}

export function ownershipAction(
  { id, touchpointId, partyId, accountability, state }: DocumentRow<'ownership'>,
  newId: NewId,
): ActionInput {
  return {
    type: 'ownership.add',
    id: newId(id),
    asProposal: isProposed(state),
    touchpointId: newId(touchpointId),
    partyId: newId(partyId),
    accountability,
  }
}

export function responsibilityAction(
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

export function linkAction(row: DocumentRow<'link'>, newId: NewId): ActionInput {
  const { id, fromTouchpointId, toTouchpointId, mapId: _, state, sharedWithMap: _w, ...content } = row
  const asProposal = isProposed(state)
  const ends = { fromTouchpointId: newId(fromTouchpointId), toTouchpointId: newId(toTouchpointId) }
  return { type: 'link.add', ...content, id: newId(id), copiedFromId: id, asProposal, ...ends }
}

/** One's own view comes back as private: sharing is a decision of its own, made anew for each map. */
export function perspectiveAction(row: DocumentRow<'perspective'>, newId: NewId): ActionInput {
  const { id, targetId, mapId: _, organisationId: _o, unplacedFrom: _u, sharedWithMap: _w, ...content } = row
  return { type: 'perspective.add', ...content, id: newId(id), targetId: newId(targetId) }
}

export function markAction(row: DocumentRow<'mark'>, newId: NewId, partyId: PartyId): ActionInput {
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
    feltByPartyId: partyId(feltByPartyId),
    causedByPartyId: partyId(causedByPartyId),
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

export function noteAction(
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

/** What was asked there is still asked in the copy, whoever may answer it. */
function isProposed(state: DocumentRow<'touchpoint'>['state']): boolean {
  return state === 'proposed'
}
