// What a review meeting of the chain talks about first: pains and broken seams of all maps, with every company's words.
import type { Mark } from '../model/rows.ts'
import { type HandoffEntry, handoffEntryOf } from './handoffs.ts'
import type { ReviewItem, ReviewReason } from './reviewItem.ts'
import { living, onMaps, type SeenRows } from './seenRows.ts'
import { severityOf } from './severity.ts'
import { spreadOf, type Voice, voicesOn } from './voices.ts'

/** Scores this far apart are worth talking about. */
const apartFrom = 4

/**
 * @param rows what the acting organisation sees of the ecosystem
 * @returns touchpoints marked as a pain, and handoffs that are marked as one, disputed, changed since they were
 *   confirmed, or take longer than expected; most severe first
 */
export function reviewItems(rows: SeenRows, organisationId: string): ReviewItem[] {
  const touchpoints = onMaps('touchpoint', rows)
    .filter((touchpoint) => touchpoint.state === 'accepted')
    .map((touchpoint) => itemOf('touchpoint', touchpoint.id, null, rows, organisationId))
  const handoffs = onMaps('link', rows)
    .map((link) => handoffEntryOf(link, rows, organisationId))
    .filter((entry) => entry !== null)
    .map((entry) => itemOf('handoff', entry.link.id, entry, rows, organisationId))
  return [...touchpoints, ...handoffs]
    .filter((item) => item !== null)
    .sort((left, right) => right.severity - left.severity || left.title.localeCompare(right.title, 'en'))
}

function itemOf(
  kind: ReviewItem['kind'],
  id: string,
  handoff: HandoffEntry | null,
  rows: SeenRows,
  organisationId: string,
): ReviewItem | null {
  const touchpoint = handoff?.toTouchpoint ?? living('touchpoint', id, rows)
  const lane = touchpoint && living('lane', touchpoint.laneId, rows)
  const map = touchpoint && living('map', touchpoint.mapId, rows)
  if (!touchpoint || !lane || !map) return null
  const marks = rows.list('mark', 'targetId', id).filter((mark) => !mark.deleted)
  const voices = voicesOn(id, rows, organisationId)
  const reasons = reasonsOf(marks, voices, handoff)
  if (!reasons.some((reason) => reason !== 'apart')) return null
  const item = {
    kind,
    id,
    mapId: map.id,
    mapName: map.name,
    title: handoff ? handoff.link.passes || 'a handoff' : touchpoint.name,
    touchpointId: touchpoint.id,
    laneId: lane.id,
    stageId: touchpoint.stageId,
    partyIds: handoff ? [handoff.from.partyId, handoff.to.partyId] : [lane.partyId],
    reasons,
    isMomentOfTruth: marks.some((mark) => mark.kind === 'momentOfTruth'),
    marks,
    voices,
    handoff,
  }
  return { ...item, severity: severityOf(item) }
}

function reasonsOf(marks: Mark[], voices: Voice[], handoff: HandoffEntry | null): ReviewReason[] {
  const isMarked = (kind: Mark['kind']) => marks.some((mark) => mark.kind === kind)
  const sides = handoff && !handoff.isPromise ? [handoff.from.state, handoff.to.state] : []
  const all: Record<ReviewReason, boolean> = {
    pain: isMarked('pain'),
    disputed: sides.includes('disputed'),
    changed: sides.includes('changed'),
    late: (handoff?.lateness.lateByMinutes ?? 0) > 0,
    inconsistent: isMarked('pain') && isMarked('delight'),
    apart: spreadOf(voices) >= apartFrom,
  }
  return (Object.keys(all) as ReviewReason[]).filter((reason) => all[reason])
}
