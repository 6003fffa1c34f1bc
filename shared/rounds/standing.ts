// How far a round has come, told by ballots alone: who takes part and who is done, never what was answered.
import type { Viewer } from '../audience/audience.ts'
import type { Ballot, Round } from '../model/rows.ts'
import type { Author } from '../rules/author.ts'

/** `answering`: somebody has begun and not everybody who has, or is expected to, is done. */
export type Standing = 'notBegun' | 'answering' | 'done'

/** How far the people of an asked organisation are, never what they answered. Without names one person speaks for all. */
export function standingOf(organisationId: string, round: Round, ballots: readonly Ballot[]): Standing {
  const begun = ballots.filter((one) => hasBegun(one) && one.organisationId === organisationId)
  if (begun.length === 0) return 'notBegun'
  const isDone = stillExpected(organisationId, round) === 0 && begun.every(({ state }) => state === 'done')
  return isDone ? 'done' : 'answering'
}

/** How many people an organisation has named that have not begun. */
export function stillExpected(organisationId: string, { expected }: Round): number {
  return expected.find((one) => one.organisationId === organisationId)?.people ?? 0
}

/** Asked organisations that are not done. */
export function awaitedOrganisations(round: Round, ballots: readonly Ballot[]): string[] {
  return round.askedOrganisationIds.filter((id) => standingOf(id, round, ballots) !== 'done')
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

/** The viewer's own ballot among those of a round, begun or expected. */
export function ballotOf(viewer: Viewer, ballots: readonly Ballot[]): Ballot | undefined {
  return ballots.find((ballot) => !ballot.deleted && isOwnAnswer(viewer, ballot))
}

/** Not merely named by its organisation. */
export function hasBegun({ deleted, state }: Ballot): boolean {
  return !deleted && state !== 'expected'
}
