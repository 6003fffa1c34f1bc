// Who edits what stands in lanes, and who decides what others propose there.
import type { RowReader } from '../edits/reader.ts'
import type { RowOf } from '../model/rows.ts'
import type { Author } from './author.ts'
import { decidesMove } from './movingTouchpoints.ts'
import type { RulesFor } from './rule.ts'
import {
  asksForPart,
  decidesPart,
  decidesSide,
  editsAnEnd,
  editsTouchpoint,
  holdsParty,
  holdsRight,
  keepsASide,
  keepsLane,
  keepsPartyOnMap,
} from './standing.ts'

export const touchpointRules: RulesFor<
  'touchpoint' | 'side' | 'move' | 'ownership' | 'link' | 'confirmation'
> = {
  touchpoint: ({ verb, after, before, fields }, author, rows) => {
    const keepsNow = keepsLane(author, after.laneId, rows)
    const ownProposal = after.state === 'proposed' && after.addedByOrganisationId === author.organisationId
    if (verb === 'add') {
      if (before === null && after.addedByOrganisationId !== author.organisationId) return 'stateOwnOrigin'
      return keepsNow || ownProposal ? null : 'editLane'
    }
    if (verb === 'remove') {
      if (hasOthersConfirmation(after.id, author, rows)) return 'confirmedStays'
      return keepsNow || ownProposal ? null : 'editLane'
    }
    if (fields.has('review')) {
      const lane = rows.get('lane', after.laneId)
      if (!lane || !holdsParty(author, lane.partyId, rows)) return 'reviewTouchpoint'
    }
    if (fields.has('state')) {
      if (after.state !== 'accepted' && hasOthersConfirmation(after.id, author, rows)) return 'confirmedStays'
      return keepsNow && asksOrAnswers(before, after) ? null : 'decideProposal'
    }
    if (before && fields.has('laneId')) {
      return keepsNow && keepsLane(author, before.laneId, rows) ? null : 'moveTouchpoint'
    }
    if (fields.has('stageId') || fields.has('rank') || fields.has('column')) {
      return keepsNow || ownProposal ? null : 'moveTouchpoint'
    }
    return ownProposal || editsTouchpoint(author, after, rows) ? null : 'editTouchpoint'
  },

  side: ({ verb, after, before, fields }, author, rows) => {
    const keepsThis = keepsLane(author, after.laneId, rows)
    const shares = keepsASide(author, after, rows)
    if (verb === 'add') {
      if (!shares) return 'shareTouchpoint'
      if (before === null && after.addedByOrganisationId !== author.organisationId) return 'stateOwnOrigin'
      return after.state === 'proposed' || before !== null || keepsBothSides(after, author, rows)
        ? null
        : 'decideSide'
    }
    if (verb === 'remove') return shares || isOwnProposal(before, author) ? null : 'shareTouchpoint'
    if (fields.has('state') && after.state !== 'proposed')
      return before !== null && decidesSide(author, before, rows) ? null : 'decideSide'
    if (fields.has('state')) return shares ? null : 'shareTouchpoint'
    return keepsThis ? null : 'editSide'
  },

  move: ({ verb, after, before }, author, rows) => {
    const isOurs = after.addedByOrganisationId === author.organisationId
    if (verb === 'add' && before === null && !isOurs) return 'stateOwnOrigin'
    if (verb === 'add') return isOurs && after.state === 'proposed' ? null : 'decideMove'
    if (verb === 'remove') return isOwnProposal(before, author) ? null : 'decideMove'
    return asksOrAnswers(before, after) && decidesMove(author, after, rows) ? null : 'decideMove'
  },

  ownership: ({ verb, after, before, fields }, author, rows) => {
    const touchpoint = rows.get('touchpoint', after.touchpointId)
    const assigns = touchpoint !== undefined && keepsLane(author, touchpoint.laneId, rows)
    const isOwners = keepsPartyOnMap(author, after.partyId, after.mapId, rows)
    if (verb === 'add') {
      if (after.state === 'proposed') return assigns || isOwners ? null : 'assignOwner'
      if (before !== null) return assigns || isOwners ? null : 'assignOwner'
      return assigns && isOwners ? null : isOwners ? 'assignOwner' : 'decideOwnership'
    }
    if (verb === 'remove') return assigns || isOwners || isOwnProposal(before, author) ? null : 'assignOwner'
    if (isOwners && assigns) return null
    if (fields.has('state') && after.state !== 'proposed')
      return before !== null && decidesPart(author, before, rows) ? null : 'decideOwnership'
    if (fields.has('accountability') && !asksForPart(author, after, rows)) return 'changePart'
    return after.state === 'proposed' && (assigns || isOwners) ? null : 'assignOwner'
  },

  link: ({ verb, after, before, fields }, author, rows) => {
    const edits = editsAnEnd(author, after, rows) || (before !== null && editsAnEnd(author, before, rows))
    const ownProposal = after.state === 'proposed' && after.addedByOrganisationId === author.organisationId
    const ends = verb === 'remove' || (fields.has('state') && after.state !== 'accepted')
    if (ends && linkHasOthersConfirmation(after.id, author, rows)) return 'confirmedStays'
    if (fields.has('state') && verb === 'change')
      return edits && asksOrAnswers(before, after) ? null : 'decideProposal'
    return edits || ownProposal ? null : 'editLink'
  },

  confirmation: ({ after }, author, rows) =>
    after.organisationId !== author.organisationId || !holdsParty(author, after.partyId, rows)
      ? 'confirmSide'
      : holdsRight(author, 'confirm')
        ? null
        : 'confirm',
}

/** What was accepted is removed, not declined afterwards; taking an answer back makes it a proposal again. */
function asksOrAnswers(before: { state: string } | null, after: { state: string }): boolean {
  return before?.state === 'proposed' || after.state === 'proposed'
}

function isOwnProposal(
  row: { state: string; addedByOrganisationId: string } | null,
  author: Author,
): boolean {
  return row !== null && row.state === 'proposed' && row.addedByOrganisationId === author.organisationId
}

function keepsBothSides(side: RowOf<'side'>, author: Author, rows: RowReader): boolean {
  const touchpoint = rows.get('touchpoint', side.touchpointId)
  return (
    touchpoint !== undefined &&
    keepsLane(author, side.laneId, rows) &&
    keepsLane(author, touchpoint.laneId, rows)
  )
}

function linkHasOthersConfirmation(linkId: string, author: Author, rows: RowReader): boolean {
  return rows
    .list('confirmation', 'linkId', linkId)
    .some((row) => !row.deleted && row.state === 'confirmed' && row.organisationId !== author.organisationId)
}

function hasOthersConfirmation(touchpointId: string, author: Author, rows: RowReader): boolean {
  return (['fromTouchpointId', 'toTouchpointId'] as const)
    .flatMap((field) => rows.list('link', field, touchpointId))
    .some((link) => !link.deleted && linkHasOthersConfirmation(link.id, author, rows))
}
