// What follows from a change. Run in the browser and on the server over the rows the author sees; run once more on the
// server over the rows the author does not see, where the effects (consequences) are never reported to the author.
import { mapKey } from '../audience/audience.ts'
import { partiesAcross } from '../handoffs/handoff.ts'
import { changedTerms, termsOf } from '../handoffs/terms.ts'
import type { Confirmation, Lane, Link, RowOf } from '../model/rows.ts'
import { countExpected } from '../rounds/countExpected.ts'
import { revealVotes } from '../rounds/revealVotes.ts'
import {
  type About,
  keepRepliesWithThread,
  keepThreadsWithin,
  nameOfTarget,
  unplaceOrReplaceComments,
} from './commentsFollow.ts'
import type { Draft } from './draft.ts'
import { withdrawFromThoseWhoLeft } from './leaving.ts'
import { type RowChange, type RowReader, rowKey } from './reader.ts'
import { unplacedName } from './unplacedName.ts'

type Behaviour = (change: RowChange, draft: Draft, before: RowReader) => void

const behaviours: Behaviour[] = [
  removeWhatHangsOnTouchpoint,
  removeSidesAndMoves,
  removeMovesOutOfPlace,
  unplaceOrReplaceViews,
  voidConfirmationsOfOtherTerms,
  voidConfirmationsOnChangedParties,
  showPartyWhereItHasLanes,
  revealVotes,
  countExpected,
  unplaceOrReplaceComments,
  placeWhatReturns,
  withdrawFromThoseWhoLeft,
  keepThreadsWithin,
  keepRepliesWithThread,
]

/** Adds to the draft what follows from its changes, and from what followed; `before` answers how rows were. */
export function follow(draft: Draft, before: RowReader): void {
  const done = new Set<string>()
  for (;;) {
    const changes = draft.changes().filter((change) => !done.has(rowKey(change)))
    if (changes.length === 0) return
    for (const change of changes) {
      done.add(rowKey(change))
      for (const behaviour of behaviours) behaviour(change, draft, before)
    }
  }
}

function isRemoval(change: RowChange): boolean {
  return change.after.deleted && change.before !== null && !change.before.deleted
}

function isReturn(change: RowChange): boolean {
  return !change.after.deleted && change.before !== null && change.before.deleted
}

function removeWhatHangsOnTouchpoint(change: RowChange, draft: Draft): void {
  if (change.kind !== 'touchpoint' || !isRemoval(change)) return
  for (const link of linksAt(change.id, draft)) draft.put('link', { ...link, deleted: true }, true)
  for (const ownership of draft.list('ownership', 'touchpointId', change.id)) {
    draft.put('ownership', { ...ownership, deleted: true }, true)
  }
}

/** A touchpoint is no longer shared with a lane, or in a stage, that goes, nor asked to move there. */
function removeSidesAndMoves(change: RowChange, draft: Draft): void {
  if (change.kind !== 'touchpoint' && change.kind !== 'lane' && change.kind !== 'stage') return
  if (!isRemoval(change)) return
  for (const side of draft.list('side', `${change.kind}Id`, change.id)) {
    draft.put('side', { ...side, deleted: true }, true)
  }
  for (const move of draft.list('move', `${change.kind}Id`, change.id)) {
    draft.put('move', { ...move, deleted: true }, true)
  }
}

/** A lane that changes the stages it follows has no place any more for what was asked to move into the others. */
function removeMovesOutOfPlace(change: RowChange, draft: Draft): void {
  if (change.kind !== 'lane' || change.before?.ownStages === change.after.ownStages) return
  for (const move of draft.list('move', 'laneId', change.id)) {
    const isOwn = draft.get('stage', move.stageId)?.laneId !== null
    if (move.state === 'proposed' && isOwn !== change.after.ownStages)
      draft.put('move', { ...move, deleted: true }, true)
  }
}

/** Views and marks stay their organisation's own: they keep the name of what is gone, and let it go when it returns. */
function unplaceOrReplaceViews(change: RowChange, draft: Draft): void {
  if (change.kind !== 'touchpoint' && change.kind !== 'link') return
  if (!isRemoval(change) && !isReturn(change)) return
  const name = isRemoval(change) ? nameOfTarget(change.kind, change.after as RowOf<About>) : null
  for (const kind of ['perspective', 'mark'] as const) {
    for (const row of draft.list(kind, 'targetId', change.id)) {
      draft.put(kind, { ...row, unplacedFrom: name && unplacedName(name, row, draft) }, true)
    }
  }
}

/** What was itself removed meanwhile, and comes back, missed whether its target is there. */
function placeWhatReturns(change: RowChange, draft: Draft): void {
  if (change.kind !== 'perspective' && change.kind !== 'mark' && change.kind !== 'comment') return
  if (!isReturn(change) || change.after.targetKind === 'map') return
  const { targetKind, targetId, unplacedFrom } = change.after
  const target = draft.get(targetKind, targetId) as RowOf<About> | undefined
  if (!target || target.deleted === (unplacedFrom !== null)) return
  const name = target.deleted ? nameOfTarget(targetKind, target) : null
  const placed = { ...change.after, unplacedFrom: name && unplacedName(name, change.after, draft) }
  draft.put(change.kind, placed as RowOf<typeof change.kind>, true)
}

/** Also when a signature comes back by undo after the terms have moved on. */
function voidConfirmationsOfOtherTerms(change: RowChange, draft: Draft): void {
  const linkId =
    change.kind === 'link' ? change.id : change.kind === 'confirmation' ? change.after.linkId : null
  const link = linkId && draft.get('link', linkId)
  if (!link) return
  const terms = termsOf(link)
  voidConfirmations(link.id, draft, (row) => changedTerms(row.terms, terms).length > 0)
}

/** A handoff that stops crossing the same two parties closes its agreement. */
function voidConfirmationsOnChangedParties(change: RowChange, draft: Draft, before: RowReader): void {
  const touchpointId = touchpointThatChangedParties(change)
  if (!touchpointId) return
  const isSignedNow = (row: Confirmation) => draft.has('confirmation', row.id)
  for (const link of linksAt(touchpointId, draft)) {
    if (sayParties(link, before) === sayParties(link, draft)) continue
    voidConfirmations(link.id, draft, (row) => !isSignedNow(row))
  }
}

/** Its lane is another one, or it is shared with one lane more or less. */
function touchpointThatChangedParties(change: RowChange): string | null {
  if (change.kind === 'side') return change.after.touchpointId
  if (change.kind !== 'touchpoint' || !change.before) return null
  return change.before.laneId === change.after.laneId ? null : change.id
}

function sayParties(link: Link, rows: RowReader): string {
  const ends = partiesAcross(link.fromTouchpointId, link.toTouchpointId, rows)
  return ends ? `${ends.from.id} ${ends.to.id}` : ''
}

function voidConfirmations(linkId: string, draft: Draft, isVoid: (row: Confirmation) => boolean): void {
  for (const row of draft.list('confirmation', 'linkId', linkId)) {
    if (row.state === 'confirmed' && isVoid(row)) draft.put('confirmation', { ...row, state: 'voided' }, true)
  }
}

/** A party is the same on every map: who takes part in a map sees the parties with lanes on it. */
function showPartyWhereItHasLanes(change: RowChange, draft: Draft): void {
  if (change.kind !== 'lane') return
  const party = draft.get('party', change.after.partyId)
  if (!party) return
  const key = mapKey(change.after.mapId)
  const isOnMap = (lane: Lane) => lane.mapId === change.after.mapId
  const hasLane = !change.after.deleted || draft.list('lane', 'partyId', party.id).some(isOnMap)
  if (hasLane === party.audience.includes(key)) return
  const audience = hasLane ? [...party.audience, key] : party.audience.filter((other) => other !== key)
  draft.put('party', { ...party, audience }, true)
}

function linksAt(touchpointId: string, draft: Draft): Link[] {
  return [
    ...draft.list('link', 'fromTouchpointId', touchpointId),
    ...draft.list('link', 'toTouchpointId', touchpointId),
  ]
}
