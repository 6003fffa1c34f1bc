// A handoff is derived: a link whose two touchpoints belong to lanes of two different parties.
import type { RowReader } from '../edits/reader.ts'
import type { Confirmation, Link, Party } from '../model/rows.ts'
import { holderOnMap } from '../rules/standing.ts'
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
  const ends = partiesAcross(link.fromTouchpointId, link.toTouchpointId, rows)
  if (!ends) return null
  const { from, to } = ends
  const confirmations = rows.list('confirmation', 'linkId', link.id).filter((row) => !row.deleted)
  const side = (party: Party) => sideOfParty(party, link, confirmations, holderOnMap(party, link.mapId, rows))
  const [sender, receiver] = [side(from), side(to)]
  const isPromise =
    sender.organisationId === null ||
    receiver.organisationId === null ||
    sender.organisationId === receiver.organisationId
  return { link, from: sender, to: receiver, isPromise }
}

/** An organisation's own side; null when it holds neither party. Where it holds both, the giving one. */
export function sideOf(handoff: Handoff, organisationId: string): HandoffSide | null {
  return [handoff.from, handoff.to].find((one) => one.organisationId === organisationId) ?? null
}

/** The other side of a handoff, seen from one of its organisations. */
export function otherSideOf(handoff: Handoff, organisationId: string): HandoffSide | null {
  if (handoff.from.organisationId === organisationId) return handoff.to
  if (handoff.to.organisationId === organisationId) return handoff.from
  return null
}

function partyOfTouchpoint(touchpointId: string, rows: RowReader): Party | undefined {
  const touchpoint = rows.get('touchpoint', touchpointId)
  const lane = touchpoint && rows.get('lane', touchpoint.laneId)
  return lane && rows.get('party', lane.partyId)
}

/**
 * Who passes something to whom between two touchpoints: the parties of their own lanes. Null when one party lives both,
 * in its own lane or through a side of a shared touchpoint: what a party lives itself is not handed over to it.
 */
export function partiesAcross(
  fromTouchpointId: string,
  toTouchpointId: string,
  rows: RowReader,
): { from: Party; to: Party } | null {
  const [senders, receivers] = [
    partiesOfTouchpoint(fromTouchpointId, rows),
    partiesOfTouchpoint(toTouchpointId, rows),
  ]
  const [from, to] = [senders[0], receivers[0]]
  const isLivedByOne = senders.some(({ id }) => receivers.some((party) => party.id === id))
  return from && to && !isLivedByOne ? { from, to } : null
}

/** The party of the touchpoint's own lane first, then those that share it; empty when its lane is not there for the reader. */
export function partiesOfTouchpoint(touchpointId: string, rows: RowReader): Party[] {
  const own = partyOfTouchpoint(touchpointId, rows)
  if (!own) return []
  const shared = rows
    .list('side', 'touchpointId', touchpointId)
    .filter((side) => !side.deleted && side.state === 'accepted')
    .flatMap(({ laneId }) => {
      const lane = rows.get('lane', laneId)
      return (lane && rows.get('party', lane.partyId)) ?? []
    })
  return [own, ...shared]
}

function sideOfParty(
  party: Party,
  link: Link,
  confirmations: readonly Confirmation[],
  organisationId: string | null,
): HandoffSide {
  const confirmation = confirmations.find((row) => row.partyId === party.id) ?? null
  const state = sideState(link, confirmation, organisationId)
  return { partyId: party.id, partyName: party.name, organisationId, confirmation, state }
}

function sideState(link: Link, confirmation: Confirmation | null, organisationId: string | null): SideState {
  if (!confirmation || confirmation.state === 'withdrawn') return 'open'
  if (confirmation.organisationId !== organisationId) return 'open'
  if (confirmation.state === 'disputed') return 'disputed'
  const stillSame = changedTerms(confirmation.terms, termsOf(link)).length === 0
  return confirmation.state === 'confirmed' && stillSame ? 'confirmed' : 'changed'
}
