import type { OwnProposal, Proposal } from '../../shared/analysis/proposals.ts'
import type { SeenRows } from '../../shared/analysis/seenRows.ts'
import type { Accountability } from '../../shared/model/ownership.ts'
import type { Move } from '../../shared/model/rows.ts'
import { hasMovedSince } from '../map/moves/hasMovedSince.ts'
import { whereTo } from '../map/moves/whereTo.ts'

const asks: Record<Accountability, string> = {
  accountable: 'asks you to be accountable for',
  contributes: 'asks you to contribute to',
  informed: 'offers to keep you informed of',
}

const offers: Record<Accountability, string> = {
  accountable: 'offers to be accountable for',
  contributes: 'offers to contribute to',
  informed: 'asks to be kept informed of',
}

/** The sentence around the card's name: "Fernhill *asks you to contribute to* Takes the loss notice". */
export function sayProposal(proposal: Proposal, rows: SeenRows): { before: string; after: string } {
  if (proposal.kind === 'touchpoint') return { before: 'proposes in your lane:', after: '' }
  if (proposal.kind === 'ownership') {
    const words = proposal.direction === 'asks' ? asks : offers
    return { before: words[proposal.row.accountability], after: '' }
  }
  if (proposal.kind === 'side') {
    const lane = rows.get('lane', proposal.row.laneId)
    const other = proposal.toUs ? 'you' : (rows.get('party', lane?.partyId ?? '')?.name ?? 'them')
    return { before: 'proposes that you live one touchpoint together:', after: `, shared with ${other}` }
  }
  if (proposal.kind === 'move') return { before: 'proposes to move', after: sayMove(proposal.row, rows) }
  const to = rows.get('touchpoint', proposal.row.toTouchpointId)?.name
  return { before: 'proposes a link from', after: to ? ` to ${to}` : '' }
}

function sayMove(move: Move, rows: SeenRows): string {
  const touchpoint = rows.get('touchpoint', move.touchpointId)
  const since = touchpoint && hasMovedSince(move, touchpoint) ? '; it has moved since' : ''
  return ` ${whereTo(move, touchpoint, rows)}${since}`
}

const asked: Record<Accountability, string> = {
  accountable: 'is asked to be accountable for',
  contributes: 'is asked to contribute to',
  informed: 'may be kept informed of',
}

const offered: Record<Accountability, string> = {
  accountable: 'has our offer to be accountable for',
  contributes: 'has our offer to contribute to',
  informed: 'is asked to keep us informed of',
}

/** The same for a proposal of ours: "Oakes & Vale *is asked to contribute to* Takes the loss notice". */
export function sayOwnProposal(proposal: OwnProposal, rows: SeenRows): { before: string; after: string } {
  if (proposal.kind === 'touchpoint') return { before: 'is asked to accept your card', after: '' }
  if (proposal.kind === 'ownership') {
    const words = proposal.direction === 'asks' ? asked : offered
    return { before: words[proposal.row.accountability], after: '' }
  }
  if (proposal.kind === 'side') return { before: 'is asked to live as one touchpoint with us:', after: '' }
  if (proposal.kind === 'move')
    return { before: 'is asked to agree that we move', after: sayMove(proposal.row, rows) }
  const to = rows.get('touchpoint', proposal.row.toTouchpointId)?.name
  return { before: 'is asked to accept your link from', after: to ? ` to ${to}` : '' }
}
