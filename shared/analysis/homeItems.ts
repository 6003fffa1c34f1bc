import { openRequests } from '../contributionRequests/filling.ts'
import { offersOf, offersTo } from '../handovers/offers.ts'
import type { ContributionRequest, Handover } from '../model/rows.ts'
import { awaitedReviewsOf, type ClaimReview, claimReviewsOf } from './claimReviews.ts'
import { type HandoffEntry, handoffsOf } from './handoffs.ts'
import { type OwnProposal, type Proposal, proposalsBy, proposalsTo } from './proposals.ts'
import type { SeenRows } from './seenRows.ts'

/** What an organisation finds on its home page, per ecosystem. */
export interface HomeItems {
  waitingOnUs: HandoffEntry[]
  waitingOnThem: HandoffEntry[]
  /** Handoffs to us whose sender has confirmed the terms. */
  promisesToUs: HandoffEntry[]
  /** Handoffs of ours that we confirmed, or that go to a party nobody holds. */
  promisesByUs: HandoffEntry[]
  proposals: Proposal[]
  /** What we proposed and others have not answered yet. */
  ownProposals: OwnProposal[]
  claimReviews: ClaimReview[]
  /** Lanes of others with cards of ours that they have not reviewed. */
  awaitedReviews: ClaimReview[]
  /** Touchpoints we are asked to fill in, and that we have asked others to fill in. */
  requests: { ofUs: ContributionRequest[]; ofThem: ContributionRequest[] }
  /** Offers to organise that wait for our answer, and for theirs. */
  handovers: { toUs: Handover[]; ofUs: Handover[] }
}

/** @param rows what the acting organisation sees of the ecosystem */
export function homeItems(rows: SeenRows, organisationId: string): HomeItems {
  const handoffs = handoffsOf(rows, organisationId)
  const isFromUs = (entry: HandoffEntry) => entry.from.organisationId === organisationId
  const isToUs = (entry: HandoffEntry) => entry.to.organisationId === organisationId && !isFromUs(entry)
  return {
    waitingOnUs: handoffs.filter((entry) => entry.isWaitingOnUs),
    waitingOnThem: handoffs.filter((entry) => entry.isWaitingOnThem),
    promisesToUs: handoffs.filter((entry) => isToUs(entry) && entry.from.state === 'confirmed'),
    promisesByUs: handoffs.filter(
      (entry) => isFromUs(entry) && (entry.state === 'promise' || entry.from.state === 'confirmed'),
    ),
    proposals: proposalsTo(organisationId, rows),
    ownProposals: proposalsBy(organisationId, rows),
    claimReviews: claimReviewsOf(organisationId, rows),
    awaitedReviews: awaitedReviewsOf(organisationId, rows),
    requests: openRequests(rows, organisationId),
    handovers: { toUs: offersTo(organisationId, rows), ofUs: offersOf(organisationId, rows) },
  }
}
