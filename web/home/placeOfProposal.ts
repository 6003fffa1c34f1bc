import type { Proposal } from '../../shared/analysis/proposals.ts'

/** What to choose on the map: the link itself, otherwise the card. */
export function placeOfProposal(proposal: Proposal): string {
  return proposal.kind === 'link' ? proposal.row.id : proposal.touchpointId
}
