import type { Draft } from '../edits/draft.ts'
import type { RowChange } from '../edits/reader.ts'
import { roundAudience } from './roundAudience.ts'
import { isOwnAnswer } from './standing.ts'

/**
 * A reveal opens the votes of everybody who is done to the organisations of the round; whoever is not done keeps theirs.
 * The facilitator does not see the votes of others, so for those it is a consequence: a pull brings them.
 */
export function revealVotes(change: RowChange, draft: Draft): void {
  if (change.kind !== 'round' || change.after.state !== 'revealed' || change.before?.state === 'revealed')
    return
  const round = change.after
  const done = draft
    .list('ballot', 'roundId', round.id)
    .filter((ballot) => ballot.state === 'done' && round.askedOrganisationIds.includes(ballot.organisationId))
  for (const vote of draft.list('vote', 'roundId', round.id)) {
    if (!done.some((ballot) => isOwnAnswer(ballot, vote))) continue
    const audience = [...new Set([...vote.audience, ...roundAudience(round)])]
    draft.put('vote', { ...vote, audience }, true)
  }
}
