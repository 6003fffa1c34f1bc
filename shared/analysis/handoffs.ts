// Every handoff of an ecosystem as one organisation meets it: both sides, where it stands, and how late it is.
import { type Handoff, type HandoffSide, handoffOf, otherSideOf, sideOf } from '../handoffs/handoff.ts'
import type { JourneyMap, Link, Touchpoint } from '../model/rows.ts'
import { type Lateness, latenessOf } from './lateness.ts'
import { living, type SeenRows } from './seenRows.ts'

/**
 * `waitingOnUs` / `waitingOnThem`: seen from the acting organisation, if it is one of the sides; `open` if it is not.
 * `promise`: one side is not held, so nobody can confirm it. `proposed`: the link itself is not accepted yet.
 */
export type HandoffState =
  | 'agreed'
  | 'waitingOnUs'
  | 'waitingOnThem'
  | 'open'
  | 'disputed'
  | 'promise'
  | 'proposed'

export interface HandoffEntry extends Handoff {
  map: JourneyMap
  fromTouchpoint: Touchpoint
  toTouchpoint: Touchpoint
  state: HandoffState
  /** The acting organisation's side; null when it takes no part in this handoff. */
  ours: HandoffSide | null
  theirs: HandoffSide | null
  isWaitingOnUs: boolean
  isWaitingOnThem: boolean
  /** A side is cracked: disputed, or changed since it was confirmed. */
  isBroken: boolean
  lateness: Lateness
}

/**
 * @param rows what the acting organisation sees
 * @returns every handoff on every map, broken ones first, then those waiting on us; declined links are left out
 */
export function handoffsOf(rows: SeenRows, organisationId: string): HandoffEntry[] {
  return rows
    .all('link')
    .map((link) => handoffEntryOf(link, rows, organisationId))
    .filter((entry) => entry !== null)
    .sort((left, right) => urgency(right) - urgency(left) || byPlace(left, right))
}

/** @returns null when the link is no handoff, is declined or leads to a declined card, or an end or its map is not there for this viewer */
export function handoffEntryOf(link: Link, rows: SeenRows, organisationId: string): HandoffEntry | null {
  const map = living('map', link.mapId, rows)
  const fromTouchpoint = living('touchpoint', link.fromTouchpointId, rows)
  const toTouchpoint = living('touchpoint', link.toTouchpointId, rows)
  if (link.deleted || !map || !fromTouchpoint || !toTouchpoint) return null
  if ([link, fromTouchpoint, toTouchpoint].some(({ state }) => state === 'declined')) return null
  const handoff = handoffOf(link, rows)
  if (!handoff) return null
  const canConfirm = !handoff.isPromise && link.state === 'accepted'
  const ours = sideOf(handoff, organisationId)
  const theirs = otherSideOf(handoff, organisationId)
  const sides = [handoff.from.state, handoff.to.state]
  return {
    ...handoff,
    map,
    fromTouchpoint,
    toTouchpoint,
    ours,
    theirs,
    state: stateOf(handoff, ours),
    isWaitingOnUs: canConfirm && ours !== null && waitsOn(ours, theirs),
    isWaitingOnThem: canConfirm && theirs !== null && waitsOn(theirs, ours),
    isBroken: canConfirm && (sides.includes('disputed') || sides.includes('changed')),
    lateness: latenessOf(link, rows),
  }
}

function stateOf(handoff: Handoff, ours: HandoffSide | null): HandoffState {
  const sides = [handoff.from.state, handoff.to.state]
  if (handoff.link.state === 'proposed') return 'proposed'
  if (handoff.isPromise) return 'promise'
  if (sides.includes('disputed')) return 'disputed'
  if (sides.every((state) => state === 'confirmed')) return 'agreed'
  if (!ours) return 'open'
  return ours.state === 'confirmed' ? 'waitingOnThem' : 'waitingOnUs'
}

/** A side is waited on while it has not confirmed, and also when the other side disputes and wants an answer. */
function waitsOn(side: HandoffSide, other: HandoffSide | null): boolean {
  return side.state === 'open' || side.state === 'changed' || other?.state === 'disputed'
}

function urgency(entry: HandoffEntry): number {
  return Number(entry.isBroken) * 4 + Number(entry.isWaitingOnUs) * 2 + Number(entry.isWaitingOnThem)
}

function byPlace(left: HandoffEntry, right: HandoffEntry): number {
  return (
    compare(left.map.rank, right.map.rank) ||
    compare(left.fromTouchpoint.name, right.fromTouchpoint.name) ||
    compare(left.link.id, right.link.id)
  )
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
