// Who founds an ecosystem, who speaks for a party, and who takes part in a map.
import type { RowReader } from '../edits/reader.ts'
import { offersTo } from '../handovers/offers.ts'
import type { RowOf } from '../model/rows.ts'
import type { Author } from './author.ts'
import type { RulesFor } from './rule.ts'
import { isConvener, keepsParty } from './standing.ts'

export const partyRules: RulesFor<'ecosystem' | 'party' | 'participant'> = {
  ecosystem: ({ verb, before, after, fields }, author, rows) => {
    if (verb === 'add') return author.grant?.kind === 'founding' ? null : 'shapeMap'
    const convenes = isConvener(author, after.id, rows)
    if (fields.has('convenerOrganisationId'))
      return takesOver(before, after, author, rows) ? null : 'answerHandover'
    return convenes ? null : 'shapeMap'
  },

  party: ({ verb, after, before, fields }, author, rows) => {
    const convenes = isConvener(author, after.ecosystemId, rows)
    if (verb === 'add' && !convenes) return 'shapeMap'
    const holder = before?.heldByOrganisationId ?? null
    if (after.heldByOrganisationId !== holder) return mayHold(after, before, author) ? null : 'join'
    if (verb === 'add') return null
    if (verb === 'remove' && holder !== null && holder !== author.organisationId) return 'heldLaneStays'
    // Only the convener sees all maps, so only it knows that no lane would be left without its party.
    if (verb === 'remove' && !convenes) return 'shapeMap'
    if (convenes && holder === null && fields.has('stewardOrganisationId')) return null
    return keepsParty(author, after.id, rows) ? null : 'keepParty'
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
}

/** By the offer of whoever organises now, and for one's own organisation alone. */
function takesOver(
  before: RowOf<'ecosystem'> | null,
  after: RowOf<'ecosystem'>,
  author: Author,
  rows: RowReader,
): boolean {
  const { organisationId, role } = author
  const isOffered = offersTo(organisationId, rows).some(
    (offer) => offer.organisationId === before?.convenerOrganisationId,
  )
  return role === 'admin' && after.convenerOrganisationId === organisationId && isOffered
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
