import type { SeenRows } from '../analysis/seenRows.ts'
import type { ContributionRequest } from '../model/rows.ts'

/** Requests that were answered, declined or withdrawn, by us and to us, the latest first. */
export function settledRequests(rows: SeenRows, organisationId: string): ContributionRequest[] {
  return rows
    .all('contributionRequest')
    .filter(({ state }) => state !== 'open')
    .filter((request) =>
      [request.organisationId, request.askedOrganisationId].some((id) => id === organisationId),
    )
    .sort(latestFirst)
}

/** By when it was settled; of those settled before that was kept, by when it was asked. */
export function latestFirst(left: ContributionRequest, right: ContributionRequest): number {
  return momentOf(left) < momentOf(right) ? 1 : -1
}

const momentOf = ({ settledAt, askedAt }: ContributionRequest) => settledAt ?? askedAt
