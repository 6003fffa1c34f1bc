import type { Draft } from '../edits/draft.ts'
import type { RowChange } from '../edits/reader.ts'

/** A round says how many people of an organisation are still expected to begin; which ones, the organisation alone sees. */
export function countExpected(change: RowChange, draft: Draft): void {
  if (change.kind !== 'ballot') return
  const { roundId, organisationId } = change.after
  const round = draft.get('round', roundId)
  if (!round) return
  const isExpected = (ballot: { organisationId: string; state: string }) =>
    ballot.organisationId === organisationId && ballot.state === 'expected'
  const people = draft.list('ballot', 'roundId', roundId).filter(isExpected).length
  const earlier = round.expected.find((one) => one.organisationId === organisationId)?.people ?? 0
  if (people === earlier || !round.askedOrganisationIds.includes(organisationId)) return
  const others = round.expected.filter((one) => one.organisationId !== organisationId)
  const expected = people === 0 ? others : [...others, { organisationId, people }]
  draft.put('round', { ...round, expected }, true)
}
