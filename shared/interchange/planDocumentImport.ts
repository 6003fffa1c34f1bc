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
  partyAction,
  perspectiveAction,
  responsibilityAction,
  stageAction,
  touchpointAction,
} from './documentActions.ts'
import type { ImportNote } from './importedMap.ts'
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
