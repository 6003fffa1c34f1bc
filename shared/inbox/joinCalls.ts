// Before somebody new sees what organisations have shared with everybody on a map, those organisations are told.
import { type SaidKind, saidKinds } from '../analysis/openKinds.ts'
import { mapKey, type Viewer } from '../audience/audience.ts'
import type { RowChange, RowReader } from '../edits/reader.ts'
import type { RowOf } from '../model/rows.ts'
import type { Call } from './call.ts'

/** An invitation goes out: called are all who shared, but whoever invites, to the lane the newcomer would hold. */
export function callsOfInvitation(
  { partyId, mapIds }: { partyId: string; mapIds: readonly string[] },
  inviter: Viewer,
  rows: RowReader,
): Call[] {
  return mapIds.flatMap((mapId) => {
    const lane = rows
      .list('lane', 'partyId', partyId)
      .find((row) => !row.deleted && row.mapId === mapId && row.parentLaneId === null)
    const row: Pick<Call, 'rowKind' | 'rowId'> = lane
      ? { rowKind: 'lane', rowId: lane.id }
      : { rowKind: 'map', rowId: mapId }
    return sharersOn(mapId, rows)
      .filter((organisationId) => organisationId !== inviter.organisationId)
      .map((organisationId) => ({ ...row, kind: 'joins', organisationId, personId: null }))
  })
}

/** It has come: also those learn its name who shared only after the invitation. */
export function callsOfJoining(change: RowChange, author: Viewer, rows: RowReader): Call[] {
  if (change.kind !== 'participant') return []
  const { id, before, after } = change
  if (after.state !== 'active' || before?.state === 'active') return []
  return sharersOn(after.mapId, rows)
    .filter(
      (organisationId) => organisationId !== after.organisationId && organisationId !== author.organisationId,
    )
    .map((organisationId) => ({
      ...{ kind: 'joins', rowKind: 'participant', rowId: id },
      ...{ organisationId, personId: null },
    }))
}

/** Organisations that let everybody on a map see something they said. */
function sharersOn(mapId: string, rows: RowReader): string[] {
  const shared = saidKinds
    .flatMap((kind): readonly Said[] => rowsSaid(kind, mapId, rows))
    .filter((row) => !row.deleted && row.audience.includes(mapKey(mapId)))
    .map(({ organisationId }) => organisationId)
  return [...new Set(shared)]
}

type Said = Pick<RowOf<'comment'>, 'deleted' | 'audience' | 'organisationId'>

function rowsSaid(kind: SaidKind, mapId: string, rows: RowReader): readonly Said[] {
  if (kind !== 'sticky') return rows.list(kind, 'mapId', mapId)
  return rows.list('session', 'mapId', mapId).flatMap(({ id }) => rows.list('sticky', 'sessionId', id))
}
