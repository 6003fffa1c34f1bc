import type { RowReader } from '../../../shared/edits/reader.ts'

/** A lane and stage by their names, as one says where a touchpoint stands: "Fernhill, Claim". */
export function placeInWords(
  { laneId, stageId }: { laneId: string; stageId: string },
  rows: Pick<RowReader, 'get'>,
): string {
  const lane = rows.get('lane', laneId)
  const laneName = lane && (lane.name || rows.get('party', lane.partyId)?.name)
  return [laneName, rows.get('stage', stageId)?.name].filter(Boolean).join(', ') || 'another place'
}
