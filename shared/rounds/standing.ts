// How far a round has come, told by ballots alone: who takes part and who is done, never what was answered.
import type { Viewer } from '../audience/audience.ts'
import type { Ballot, Round } from '../model/rows.ts'
import type { Author } from '../rules/author.ts'

/** `answering`: somebody has begun and not everybody who has is done. */
export type Standing = 'notBegun' | 'answering' | 'done'

/** How far the people of an asked organisation are, never what they answered. */
export function standingOf(organisationId: string, ballots: readonly Ballot[]): Standing {
  const own = ballots.filter((ballot) => !ballot.deleted && ballot.organisationId === organisationId)
  if (own.length === 0) return 'notBegun'
  return own.every(({ state }) => state === 'done') ? 'done' : 'answering'
}

/** Asked organisations that are not done. */
export function awaitedOrganisations(round: Round, ballots: readonly Ballot[]): string[] {
  return round.askedOrganisationIds.filter((id) => standingOf(id, ballots) !== 'done')
}

/** The person who opened the round, or an admin of their organisation should that person be away. */
export function facilitates(author: Author, round: Pick<Round, 'organisationId' | 'personId'>): boolean {
  if (author.organisationId !== round.organisationId) return false
  return author.personId === round.personId || author.role === 'admin'
}

/** A person answers once for each organisation they act for. */
export function isOwnAnswer(viewer: Viewer, row: Viewer): boolean {
  return row.organisationId === viewer.organisationId && row.personId === viewer.personId
}

/** The viewer's own ballot among those of a round. */
export function ballotOf(viewer: Viewer, ballots: readonly Ballot[]): Ballot | undefined {
  return ballots.find((ballot) => !ballot.deleted && isOwnAnswer(viewer, ballot))
}
