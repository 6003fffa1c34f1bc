// A map document becomes rows of the importing organisation: a copy with ids of its own.
import type { ActionInput } from '../edits/actions/actions.ts'
import {
  attributed,
  laneAction,
  linkAction,
  markAction,
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
import type { ImportNote } from './importedMap.ts'
import { notesOfLeftOut } from './leftOut.ts'
import type { DocumentRow, MapDocument } from './mapDocument.ts'
import { type ImportPlace, type ImportPlan, matchParties, rankAfter } from './planImport.ts'

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
  // A party without a lane is in no file: what names it does without.
  const inFile = new Set(file.party.map(({ id }) => id))
  const ownerships = file.ownership.filter((row) => inFile.has(row.partyId))
  const owned = new Set(ownerships.map(({ id }) => id))
  const partyId: PartyId = (id) => (id && inFile.has(id) ? newId(id) : null)
  const names = new Map(file.organisations.map((organisation) => [organisation.id, organisation.name]))
  const nameOf = (id: string) => names.get(id) ?? ''
  const isAttached = attachedTo(file)
  const isOwn = (row: { organisationId: string }) => row.organisationId === place.organisationId
  const { id: mapId, ...charter } = file.map
  const rank = rankAfter(place.maps)
  const said: ActionInput[] = (['perspective', 'mark', 'confirmation'] as const).flatMap((source) =>
    (file[source] as (DocumentRow<'perspective'> | DocumentRow<'mark'> | DocumentRow<'confirmation'>)[])
      .filter((row) => source === 'confirmation' || !isOwn(row))
      .filter((row) => isAttached(row))
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
    ...file.touchpoint.map((row) => touchpointAction(row, newId, partyId)),
    ...file.side.filter(({ state }) => state !== 'declined').map((row) => sideAction(row, newId)),
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
    ...said,
  ]
  return {
    mapId: newId(mapId),
    actions,
    counts: countsOf(file),
    notes: [...notes, ...noteOfNotes(said.length), ...notesOfLeftOut(file, place.organisationId)],
  }
}

/** Says of a row whether what it is about is in the file too. */
function attachedTo(file: MapDocument): (row: object) => boolean {
  const links = new Set(file.link.map(({ id }) => id))
  const targets = new Set([...file.touchpoint.map(({ id }) => id), ...links])
  return (row) => {
    if ('linkId' in row) return links.has(row.linkId as string)
    return !('targetId' in row) || targets.has(row.targetId as string)
  }
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

function noteOfNotes(said: number): ImportNote[] {
  const message = `${said} views, marks and confirmations in the file become notes that only you see.`
  return said === 0 ? [] : [{ level: 'changed', message }]
}
