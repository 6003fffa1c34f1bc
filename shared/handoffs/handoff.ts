// A handoff is derived: a link whose two touchpoints belong to lanes of two different parties.
import type { RowReader } from '../edits/reader.ts'
import type { Confirmation, Link, Party } from '../model/rows.ts'
import { changedTerms, termsOf } from './terms.ts'

/** What a half-disc shows: hollow (open), filled (confirmed), cracked (disputed, or changed since it was confirmed). */
export type SideState = 'open' | 'confirmed' | 'disputed' | 'changed'

export interface HandoffSide {
  partyId: string
  partyName: string
  organisationId: string | null
  state: SideState
  confirmation: Confirmation | null
}

export interface Handoff {
  link: Link
  from: HandoffSide
  to: HandoffSide
  /** One-sided: the other party is not held by an organisation, or one organisation holds both. Never "agreed". */
  isPromise: boolean
}

/** @returns null when the link stays within one party, or an end is not visible to the reader. */
export function handoffOf(link: Link, rows: RowReader): Handoff | null {
  const from = partyOfTouchpoint(link.fromTouchpointId, rows)
  const to = partyOfTouchpoint(link.toTouchpointId, rows)
  if (!from || !to || from.id === to.id) return null
  const confirmations = rows.list('confirmation', 'linkId', link.id).filter((row) => !row.deleted)
  const isPromise =
    from.heldByOrganisationId === null ||
    to.heldByOrganisationId === null ||
    from.heldByOrganisationId === to.heldByOrganisationId
  return { link, from: side(from, link, confirmations), to: side(to, link, confirmations), isPromise }
}

export function sideOf(handoff: Handoff, organisationId: string): HandoffSide | null {
  return [handoff.from, handoff.to].find((one) => one.organisationId === organisationId) ?? null
}

/** The other side of a handoff, seen from one of its organisations. */
export function otherSideOf(handoff: Handoff, organisationId: string): HandoffSide | null {
  if (handoff.from.organisationId === organisationId) return handoff.to
  if (handoff.to.organisationId === organisationId) return handoff.from
  return null
}

export function partyOfTouchpoint(touchpointId: string, rows: RowReader): Party | undefined {
  const touchpoint = rows.get('touchpoint', touchpointId)
  const lane = touchpoint && rows.get('lane', touchpoint.laneId)
  return lane && rows.get('party', lane.partyId)
}

function side(party: Party, link: Link, confirmations: Confirmation[]): HandoffSide {
  const confirmation = confirmations.find((row) => row.partyId === party.id) ?? null
  return {
    partyId: party.id,
    partyName: party.name,
    organisationId: party.heldByOrganisationId,
    confirmation,
    state: sideState(party, link, confirmation),
  }
}

function sideState(party: Party, link: Link, confirmation: Confirmation | null): SideState {
  if (!confirmation || confirmation.state === 'withdrawn') return 'open'
  if (confirmation.organisationId !== party.heldByOrganisationId) return 'open'
  if (confirmation.state === 'disputed') return 'disputed'
  const stillSame = changedTerms(confirmation.terms, termsOf(link)).length === 0
  return confirmation.state === 'confirmed' && stillSame ? 'confirmed' : 'changed'
}
