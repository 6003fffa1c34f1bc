// How far what was asked for is filled in, from the rows that one sees.
import type { SeenRows } from '../analysis/seenRows.ts'
import type { ContributionRequest, Touchpoint } from '../model/rows.ts'

export interface Filling {
  /** Touchpoints that were asked for, in the order of the map. */
  touchpoints: Touchpoint[]
  /** Those of which it is not said yet what happens, or by which way. */
  toFill: Touchpoint[]
}

/** The touchpoints a request is about, in the order of the map, and which of them are still to fill. */
export function fillingOf(request: ContributionRequest, rows: SeenRows): Filling {
  const touchpoints = askedFor(request, rows).sort(inOrderOfMap(rows))
  return { touchpoints, toFill: touchpoints.filter((touchpoint) => !isFilled(touchpoint)) }
}

/** Nothing is required while capturing; this is what a reader misses first. */
export function isFilled({ description, channel, kind }: Touchpoint): boolean {
  const needsChannel = kind === 'communication'
  return description.trim() !== '' && (!needsChannel || channel !== null)
}

/** Named ones; else all of the stage and lane, or of the asked organisation's lanes where no lane is named. */
function askedFor(request: ContributionRequest, rows: SeenRows): Touchpoint[] {
  const { mapId, stageId, touchpointIds } = request
  if (touchpointIds.length > 0) {
    return touchpointIds
      .map((id) => rows.get('touchpoint', id))
      .filter((row): row is Touchpoint => row !== undefined && !row.deleted)
  }
  const lanes = lanesOf(request, rows)
  return rows
    .all('touchpoint')
    .filter(
      (touchpoint) =>
        touchpoint.mapId === mapId &&
        touchpoint.state === 'accepted' &&
        lanes.has(touchpoint.laneId) &&
        (stageId === null || touchpoint.stageId === stageId),
    )
}

function lanesOf({ mapId, laneId, askedOrganisationId }: ContributionRequest, rows: SeenRows): Set<string> {
  const lanes = rows.all('lane').filter((lane) => lane.mapId === mapId)
  const isAskeds = (partyId: string) =>
    rows.get('party', partyId)?.heldByOrganisationId === askedOrganisationId
  const named = lanes.filter((lane) =>
    laneId === null ? isAskeds(lane.partyId) : lane.id === laneId || lane.parentLaneId === laneId,
  )
  return new Set(named.map(({ id }) => id))
}

function inOrderOfMap(rows: SeenRows) {
  const placeOf = ({ stageId, rank }: Touchpoint) => `${rows.get('stage', stageId)?.rank ?? ''} ${rank}`
  return (left: Touchpoint, right: Touchpoint) => (placeOf(left) < placeOf(right) ? -1 : 1)
}

/** Open requests by who has to do something: we are asked, or we have asked. */
export function openRequests(rows: SeenRows, organisationId: string) {
  const open = rows
    .all('contributionRequest')
    .filter(({ state }) => state === 'open')
    .sort((left, right) => ((left.dueOn ?? '9') < (right.dueOn ?? '9') ? -1 : 1))
  return {
    ofUs: open.filter(({ askedOrganisationId }) => askedOrganisationId === organisationId),
    ofThem: open.filter(
      (request) =>
        request.organisationId === organisationId && request.askedOrganisationId !== organisationId,
    ),
  }
}
