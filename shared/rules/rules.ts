// Which rights each change of each kind of row needs. The API, what the screen offers and the documentation derive from it.
import { repliesTo } from '../comments/threads.ts'
import { contributionRequestRules } from '../contributionRequests/rules.ts'
import { changedFields } from '../edits/draft.ts'
import type { RowChange, RowReader } from '../edits/reader.ts'
import type { Comment, RowKind, RowOf } from '../model/rows.ts'
import { roundRules } from '../rounds/rules.ts'
import { sessionRules } from '../sessions/rules.ts'
import type { Author } from './author.ts'
import type { Right } from './rights.ts'
import type { Asked, Rule } from './rule.ts'
import {
  activeOrganisations,
  asksForPart,
  decidesPart,
  decidesSide,
  editsAnEnd,
  editsTouchpoint,
  holdsParty,
  isConvener,
  isEditor,
  isHeldByOther,
  keepsASide,
  keepsLane,
  keepsParty,
  keepsPartyOnMap,
} from './standing.ts'

/** @returns the right the author lacks for this change, or null when the change is allowed. */
export function missingRight(change: RowChange, author: Author, rows: RowReader): Right | null {
  const mayTalk = viewersMay.has(change.kind)
  if (author.grant === undefined && !isEditor(author) && !mayTalk)
    return change.kind === 'ballot' || change.kind === 'vote' ? 'answerRound' : 'edit'
  const rule = rules[change.kind] as Rule<RowKind>
  return rule(asked(change), author, rows)
}

/** Viewers read and comment. */
const viewersMay: ReadonlySet<RowKind> = new Set(['comment'])

function asked(change: RowChange): Asked<RowKind> {
  const { before, after } = change
  const appears = before === null || (before.deleted && !after.deleted)
  const verb = appears ? 'add' : after.deleted ? 'remove' : 'change'
  return { before, after, verb, fields: new Set(changedFields(before, after)) }
}

const rules: { [K in RowKind]: Rule<K> } = {
  ecosystem: ({ verb, after, fields }, author, rows) => {
    if (verb === 'add') return author.grant?.kind === 'founding' ? null : 'shapeMap'
    const convenes = isConvener(author, after.id, rows)
    if (fields.has('convenerOrganisationId')) return convenes && author.role === 'admin' ? null : 'handOver'
    return convenes ? null : 'shapeMap'
  },

  party: ({ verb, after, before, fields }, author, rows) => {
    const convenes = isConvener(author, after.ecosystemId, rows)
    if (verb === 'add' && !convenes) return 'shapeMap'
    const holder = before?.heldByOrganisationId ?? null
    if (after.heldByOrganisationId !== holder) return mayHold(after, before, author) ? null : 'join'
    if (verb === 'add') return null
    if (verb === 'remove' && holder !== null && holder !== author.organisationId) return 'heldLaneStays'
    // Only the organiser sees all maps, so only it knows that no lane would be left without its party.
    if (verb === 'remove' && !convenes) return 'shapeMap'
    if (convenes && holder === null && fields.has('stewardOrganisationId')) return null
    return keepsParty(author, after.id, rows) ? null : 'keepParty'
  },

  map: ({ verb, after }, author, rows) => {
    if (!isConvener(author, after.ecosystemId, rows)) return 'shapeMap'
    const isHeld = rows
      .list('lane', 'mapId', after.id)
      .some((lane) => !lane.deleted && isHeldByOther(author, lane, rows))
    return verb === 'remove' && isHeld ? 'heldLaneStays' : null
  },

  participant: ({ verb, after, fields }, author, rows) => {
    const own = after.organisationId === author.organisationId
    const convenes = isConvener(author, after.ecosystemId, rows)
    if (verb === 'add' || after.state === 'active') {
      if (author.grant?.kind === 'invitation')
        return own && author.grant.mapIds.includes(after.mapId) ? null : 'join'
      if (fields.has('mayInvite') && fields.size === 1) return convenes ? null : 'shapeMap'
      return own && convenes ? null : 'join'
    }
    if (fields.has('mayInvite')) return convenes ? null : 'shapeMap'
    return author.role === 'admin' && (own || convenes) ? null : 'shapeMap'
  },

  lane: ({ verb, after, before, fields }, author, rows) => {
    const convenes = isConvener(author, after.ecosystemId, rows)
    const keeps = keepsPartyOnMap(author, after.partyId, after.mapId, rows)
    if (verb === 'remove')
      return isHeldByOther(author, after, rows) ? 'heldLaneStays' : convenes || keeps ? null : 'shapeMap'
    if (after.parentLaneId !== null) return keeps ? null : 'editLane'
    if (verb === 'add' && before !== null) return convenes || keeps ? null : 'shapeMap'
    if (verb === 'add' || fields.has('partyId') || fields.has('rank')) return convenes ? null : 'shapeMap'
    return keeps || (convenes && before !== null && !isHeldByOther(author, before, rows)) ? null : 'editLane'
  },

  stage: ({ verb, after }, author, rows) => {
    if (verb === 'remove' && holdsOthersCards(after.id, author, rows)) return 'othersCardsStay'
    if (after.laneId !== null) return keepsLane(author, after.laneId, rows) ? null : 'editLane'
    return isConvener(author, after.ecosystemId, rows) ? null : 'shapeMap'
  },

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
    if (fields.has('state')) return keepsNow ? null : 'decideProposal'
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

  responsibility: ({ after }, author) => (after.organisationId === author.organisationId ? null : 'ownView'),

  link: ({ verb, after, before, fields }, author, rows) => {
    const edits = editsAnEnd(author, after, rows) || (before !== null && editsAnEnd(author, before, rows))
    const ownProposal = after.state === 'proposed' && after.addedByOrganisationId === author.organisationId
    if (verb === 'remove' && linkHasOthersConfirmation(after.id, author, rows)) return 'confirmedStays'
    if (fields.has('state') && verb === 'change') return edits ? null : 'decideProposal'
    return edits || ownProposal ? null : 'editLink'
  },

  confirmation: ({ after }, author, rows) =>
    after.organisationId === author.organisationId && holdsParty(author, after.partyId, rows)
      ? null
      : 'confirmSide',

  attributedNote: ({ verb, after }, author) =>
    verb !== 'change' && after.organisationId === author.organisationId ? null : 'ownView',

  perspective: ({ after, fields }, author) =>
    after.organisationId === author.organisationId ? null : fields.has('audience') ? 'shareView' : 'ownView',

  mark: ({ after, fields }, author) =>
    after.organisationId === author.organisationId ? null : fields.has('audience') ? 'shareView' : 'ownView',

  comment: ({ verb, before, after, fields }, author, rows) => {
    const isOrganisations = after.organisationId === author.organisationId
    const isOwn = isOrganisations && after.personId === author.personId
    if (verb === 'add') {
      const takesPart = activeOrganisations(after.mapId, rows).includes(author.organisationId)
      const brings = isOwn || (before !== null && isOrganisations && author.role === 'admin')
      return !brings ? 'ownWords' : takesPart ? null : 'join'
    }
    if (verb === 'remove') return isOwn || (isOrganisations && author.role === 'admin') ? null : 'ownWords'
    if (fields.has('audience') && before) {
      if (!isOrganisations) return 'shareView'
      if (!isOwn && !isEditor(author)) return 'ownWords'
      return widensOthersWords(before, after, rows) ? 'shareOwnThread' : null
    }
    return isOwn || (fields.size === 1 && fields.has('resolved')) ? null : 'ownWords'
  },

  ...roundRules,

  ...contributionRequestRules,
  ...sessionRules,
}

function mayHold(after: RowOf<'party'>, before: RowOf<'party'> | null, author: Author): boolean {
  if (author.grant?.kind === 'invitation') {
    return (
      author.grant.partyId === after.id &&
      after.heldByOrganisationId === author.organisationId &&
      !before?.heldByOrganisationId
    )
  }
  if (after.heldByOrganisationId === null) {
    const leaves = before?.heldByOrganisationId
    return (
      leaves === author.organisationId ||
      (author.grant?.kind === 'removal' && author.grant.organisationId === leaves)
    )
  }
  // A convener's own party, held from the moment it is added.
  return (
    before === null &&
    after.heldByOrganisationId === author.organisationId &&
    after.stewardOrganisationId === author.organisationId
  )
}

/** A thread is shared further only while nobody else has spoken in it: their words are not one's own to show. */
function widensOthersWords(before: Comment, after: Comment, rows: RowReader): boolean {
  if (after.audience.every((key) => before.audience.includes(key))) return false
  return repliesTo(after.id, rows).some((reply) => reply.organisationId !== after.organisationId)
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

function holdsOthersCards(stageId: string, author: Author, rows: RowReader): boolean {
  const sides = rows.list('side', 'stageId', stageId).filter(({ state }) => state === 'accepted')
  return [...rows.list('touchpoint', 'stageId', stageId), ...sides].some(({ deleted, laneId }) => {
    const lane = rows.get('lane', laneId)
    return !deleted && lane !== undefined && isHeldByOther(author, lane, rows)
  })
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
