// A map document becomes rows of the importing organisation: a copy with ids of its own.
import type { ActionInput } from '../edits/actions/actions.ts'
import { attachedTo, notesOfOthers } from './attributedNotes.ts'
import { withoutDeclined } from './declined.ts'
import {
  laneAction,
  linkAction,
  markAction,
  moveAction,
  type NewId,
  noteAction,
  ownershipAction,
  type PartyId,
  partyAction,
  perspectiveAction,
  responsibilityAction,
  sideAction,
  stageAction,
  touchpointAction,
} from './documentActions.ts'
import { notesOfLeftOut } from './leftOut.ts'
import type { MapDocument } from './mapDocument.ts'
import { sortOpenMoves } from './openMoves.ts'
import { type ImportPlace, type ImportPlan, matchParties, rankAfter } from './planImport.ts'
import { actionsOfRequests, notesOfRequests } from './requestsOfFile.ts'
import { actionsOfOwnRounds, notesOfRounds } from './roundsOfFile.ts'
import { recordsOfSessions } from './sessionsOfFile.ts'
import { notesOfTogether } from './togetherNotes.ts'

export interface DocumentPlace extends ImportPlace {
  /** Whoever imports: answers that are a person's alone come back to nobody else. */
  personId: string
}

/**
 * Plans the import of a map document. What other organisations said in it becomes attributed notes that only the
 * importer sees; nobody's signature and nobody's yes is copied.
 * Rows of the importing organisation in the file become its own rows again.
 */
export function planDocumentImport(whole: MapDocument, place: DocumentPlace): ImportPlan {
  const file = withoutDeclined(whole)
  const { merged, renamed, notes } = matchParties(file.party, place)
  const ids = new Map([...merged].map(([{ id }, party]) => [id, party.id]))
  const newId: NewId = (id) => {
    const given = ids.get(id) ?? place.newId()
    ids.set(id, given)
    return given
  }
  // A party without a lane is in no file: what names it does without.
  const inFile = new Set(file.party.map(({ id }) => id))
  const ownerships = file.ownership.filter((row) => inFile.has(row.partyId))
  const owned = new Set(ownerships.map(({ id }) => id))
  const partyId: PartyId = (id) => (id && inFile.has(id) ? newId(id) : null)
  const isAttached = attachedTo(file)
  const isOwn = (row: { organisationId: string }) => row.organisationId === place.organisationId
  const { id: mapId, ...charter } = file.map
  const rank = rankAfter(place.maps)
  const { organisationId } = place
  const said = [
    ...notesOfOthers(file, organisationId, newId),
    ...notesOfRounds(file, organisationId, newId),
    ...notesOfRequests(file, organisationId, newId),
  ]
  const held = new Set(
    [...merged].flatMap(([{ id }, party]) => (party.heldByOrganisationId === place.organisationId ? id : [])),
  )
  const isHeld = (id: string) => held.has(id)
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
    ...file.touchpoint.map((row) => touchpointAction(row, newId, partyId)),
    ...reviewsOf(file, isHeld, newId),
    ...file.side.map((row) => sideAction(row, newId)),
    ...sortOpenMoves(file).open.map((row) => moveAction(row, newId)),
    ...ownerships.map((row) => ownershipAction(row, newId)),
    ...file.responsibility
      .filter((row) => isOwn(row) && owned.has(row.ownershipId))
      .map((row) => responsibilityAction(row, newId)),
    ...file.link.map((row) => linkAction(row, newId)),
    ...file.perspective
      .filter((row) => isOwn(row) && isAttached(row))
      .map((row) => perspectiveAction(row, newId)),
    ...file.mark.filter((row) => isOwn(row) && isAttached(row)).map((row) => markAction(row, newId, partyId)),
    ...file.attributedNote.filter((row) => isAttached(row)).map((row) => noteAction(row, newId)),
    ...recordsOfSessions(file, organisationId, newId),
    ...actionsOfOwnRounds(file, place, newId),
    ...actionsOfRequests(file, organisationId, newId),
    ...said,
  ]
  return {
    mapId: newId(mapId),
    actions,
    counts: countsOf(file),
    notes: [
      ...notes,
      ...notesOfChanges(file, said.length, isOwn),
      ...notesOfTogether(file, place),
      ...notesOfLeftOut(whole, file, place.organisationId, isHeld),
    ],
  }
}

/** What one said of the cards in one's own lanes; a card that one adds oneself would stand as right. */
function reviewsOf(file: MapDocument, isHeld: (partyId: string) => boolean, newId: NewId): ActionInput[] {
  const lanes = new Set(file.lane.filter(({ partyId }) => isHeld(partyId)).map(({ id }) => id))
  return file.touchpoint
    .filter(({ laneId, review }) => lanes.has(laneId) && review !== 'right')
    .map(({ id, review }) => ({ type: 'touchpoint.review', id: newId(id), review }))
}

/** Parents before their children. */
function inOrder<R extends { id: string }>(rows: readonly R[], parentOf: (row: R) => string | null): R[] {
  return rows.toSorted((left, right) => Number(parentOf(left) !== null) - Number(parentOf(right) !== null))
}

function countsOf(file: MapDocument): ImportPlan['counts'] {
  const partyOf = new Map(file.lane.map(({ id, partyId }) => [id, partyId]))
  const laneOf = new Map(file.touchpoint.map(({ id, laneId }) => [id, laneId]))
  const partiesOf = (touchpointId: string) =>
    [
      laneOf.get(touchpointId) ?? '',
      ...file.side.flatMap((side) =>
        side.touchpointId === touchpointId && side.state === 'accepted' ? side.laneId : [],
      ),
    ].map((laneId) => partyOf.get(laneId))
  const handoffs = file.link.filter((link) => {
    const receivers = partiesOf(link.toTouchpointId)
    return !partiesOf(link.fromTouchpointId).some((party) => receivers.includes(party))
  }).length
  return {
    organisations: file.party.length,
    lanes: file.lane.length,
    touchpoints: file.touchpoint.length,
    sequences: file.link.length - handoffs,
    handoffs,
  }
}

function notesOfChanges(
  file: MapDocument,
  said: number,
  isOwn: (row: { organisationId: string }) => boolean,
): ImportPlan['notes'] {
  const asked = [
    ...file.touchpoint,
    ...file.link,
    ...file.ownership,
    ...file.side,
    ...sortOpenMoves(file).open,
  ]
  const open = asked.filter(({ state }) => state === 'proposed').length
  const shared = [...file.perspective, ...file.responsibility].filter(
    (row) => isOwn(row) && row.sharedWithMap,
  ).length
  const changed = (count: number, one: string, several: string): ImportPlan['notes'] =>
    count === 0 ? [] : [{ level: 'changed', message: count === 1 ? one : `${count} ${several}` }]
  return [
    ...changed(
      said,
      '1 thing that somebody said in the file becomes a note that only your organisation sees.',
      'things that people said in the file (views, marks, comments, answers, requests, who is in charge, confirmations) become notes that only your organisation sees.',
    ),
    ...changed(
      open,
      '1 proposal is still open in the copy, and yours to decide there.',
      'proposals are still open in the copy, and yours to decide there.',
    ),
    ...changed(
      shared,
      '1 view or person in charge that you had shared is for your eyes only in the copy.',
      'views or people in charge that you had shared are for your eyes only in the copy.',
    ),
  ]
}
