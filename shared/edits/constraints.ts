// What must hold of rows together once an edit is complete, whoever made it.
import { liesWithin, organisationKey } from '../audience/audience.ts'
import { checkOffer } from '../handovers/checkOffer.ts'
import type { Lane, Move, Side, Touchpoint } from '../model/rows.ts'
import { checkBallot, checkRound, checkVote } from '../rounds/checkRound.ts'
import { activeOrganisations } from '../rules/standing.ts'
import { checkNamed } from './checkNamed.ts'
import type { Draft } from './draft.ts'
import type { RowChange } from './reader.ts'
import { notFound, Refusal } from './refusal.ts'

/** @throws Refusal naming the field that does not fit. */
export function checkConstraints(changes: readonly RowChange[], draft: Draft): void {
  for (const change of changes) {
    if (change.after.audience.length === 0)
      throw new Refusal('edit.invalid', 'Somebody must see this.', 'audience')
    if (change.after.deleted) continue
    checkAudience(change, draft)
    checkNamed(change, draft)
    if (change.kind === 'touchpoint') checkPlace(change.after, draft)
    if (change.kind === 'touchpoint') checkSidesOf(change, draft)
    if (change.kind === 'side') checkSide(change.after, draft)
    if (change.kind === 'move' && change.after.state === 'proposed') checkPlace(change.after, draft)
    if (change.kind === 'participant') checkPlaceOnMap(change, draft)
    if (change.kind === 'lane') checkLane(change.after, draft)
    if (change.kind === 'stage') checkStage(change, draft)
    if (change.kind === 'link') checkLink(change, draft)
    if (change.kind === 'handover') checkOffer(change.after, draft)
    if (change.kind === 'round') checkRound(change, draft)
    if (change.kind === 'ballot') checkBallot(change, draft)
    if (change.kind === 'vote' && !change.follows) checkVote(change, draft)
  }
}

/** What hangs on a row is seen at most by those who see that row. */
function checkAudience(change: RowChange, draft: Draft): void {
  const target = targetOf(change, draft)
  if (!target || target.deleted || isSameAudience(change)) return
  const { mapId, organisationId } = change.after as { mapId: string; organisationId: string }
  const others = change.after.audience.filter((key) => key !== organisationKey(organisationId))
  const map = { id: mapId, activeOrganisationIds: activeOrganisations(mapId, draft) }
  if (!liesWithin(others, target.audience, map))
    throw new Refusal('edit.invalid', 'Share this only with those who see what it is about.', 'with')
}

function targetOf(change: RowChange, draft: Draft) {
  if (change.kind === 'responsibility') return draft.get('ownership', change.after.ownershipId)
  if (change.kind !== 'perspective' && change.kind !== 'mark' && change.kind !== 'comment') return undefined
  return draft.get(change.after.targetKind, change.after.targetId)
}

function isSameAudience({ before, after }: RowChange): boolean {
  return before !== null && before.audience.join() === after.audience.join()
}

/** A place opens its map by the map's id alone: only on a map of this ecosystem that its author sees, also one deleted since. */
function checkPlaceOnMap({ before, after }: RowChange<'participant'>, draft: Draft): void {
  if (after.state !== 'active' || before?.state === 'active') return
  if (!draft.get('map', after.mapId)) throw notFound('map')
}

function checkSidesOf({ before, after }: RowChange<'touchpoint'>, draft: Draft): void {
  if (before === null || before.laneId === after.laneId) return
  for (const side of draft.list('side', 'touchpointId', after.id)) checkSide(side, draft)
}

/** Another party's lane on the same map, with a stage that fits it, and once per lane. */
function checkSide(side: Side, draft: Draft): void {
  const touchpoint = draft.need('touchpoint', side.touchpointId)
  checkPlace(side, draft)
  if (touchpoint.mapId !== side.mapId)
    throw new Refusal('edit.invalid', 'Both lanes of a shared touchpoint are on one map.', 'laneId')
  if (draft.need('lane', touchpoint.laneId).partyId === draft.need('lane', side.laneId).partyId)
    throw new Refusal('edit.invalid', 'A touchpoint is shared with the lane of another party.', 'laneId')
  const sides = draft.list('side', 'touchpointId', touchpoint.id)
  if (sides.some((other) => other.id !== side.id && other.laneId === side.laneId))
    throw new Refusal('edit.invalid', 'This touchpoint is shared with that lane already.', 'laneId')
}

function checkPlace(touchpoint: Touchpoint | Side | Move, draft: Draft): void {
  const lane = draft.need('lane', touchpoint.laneId)
  const stage = draft.need('stage', touchpoint.stageId)
  if (lane.mapId !== touchpoint.mapId)
    throw new Refusal('edit.invalid', 'The lane is on another map.', 'laneId')
  if (stage.mapId !== touchpoint.mapId)
    throw new Refusal('edit.invalid', 'The stage is on another map.', 'stageId')
  if (stage.laneId !== stagesOwner(lane)) {
    const advice = lane.ownStages
      ? 'This lane has its own stages; choose one of them.'
      : 'This lane follows the shared stages; choose one of them.'
    throw new Refusal('edit.invalid', advice, 'stageId')
  }
}

/** Sub-lanes share the own stages of the lane they divide. */
function stagesOwner(lane: Lane): string | null {
  return lane.ownStages ? (lane.parentLaneId ?? lane.id) : null
}

function checkLane(lane: Lane, draft: Draft): void {
  draft.need('map', lane.mapId)
  draft.need('party', lane.partyId)
  const parent = lane.parentLaneId ? draft.need('lane', lane.parentLaneId) : null
  if (
    parent &&
    (parent.partyId !== lane.partyId || parent.mapId !== lane.mapId || parent.parentLaneId !== null)
  ) {
    throw new Refusal(
      'edit.invalid',
      'A sub-lane divides a lane of the same party on the same map.',
      'parentLaneId',
    )
  }
  if (parent && parent.ownStages !== lane.ownStages) {
    throw new Refusal('edit.invalid', 'A sub-lane follows the stages of the lane it divides.', 'ownStages')
  }
  for (const touchpoint of draft.list('touchpoint', 'laneId', lane.id)) checkPlace(touchpoint, draft)
  for (const side of draft.list('side', 'laneId', lane.id)) checkPlace(side, draft)
}

function checkStage({ before, after }: RowChange<'stage'>, draft: Draft): void {
  draft.need('map', after.mapId)
  if (after.laneId === null) return
  const lane = draft.need('lane', after.laneId)
  if (lane.mapId !== after.mapId) throw new Refusal('edit.invalid', 'The lane is on another map.', 'laneId')
  if (before === null && !lane.ownStages) {
    throw new Refusal(
      'edit.invalid',
      'This lane follows the shared stages. Give it its own stages first.',
      'laneId',
    )
  }
}

function checkLink({ before, after }: RowChange<'link'>, draft: Draft): void {
  const from = draft.need('touchpoint', after.fromTouchpointId)
  const to = draft.need('touchpoint', after.toTouchpointId)
  if (before === null && from.mapId !== to.mapId) {
    throw new Refusal('edit.invalid', 'Both ends of a link are on one map.', 'toTouchpointId')
  }
}
