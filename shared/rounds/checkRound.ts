import type { Draft } from '../edits/draft.ts'
import type { RowChange } from '../edits/reader.ts'
import { Refusal } from '../edits/refusal.ts'
import { activeOrganisations } from '../rules/standing.ts'
import { roundAudience } from './roundAudience.ts'

/** An open round asks only who takes part in its map; also when it comes back by undo after somebody has left. */
export function checkRound({ before, after }: RowChange<'round'>, draft: Draft): void {
  if (after.state !== 'open') return
  const active = activeOrganisations(after.mapId, draft)
  if (after.askedOrganisationIds.some((id) => !active.includes(id)))
    throw new Refusal('edit.invalid', 'Ask organisations that take part in this map.', 'askedOrganisationIds')
  if (before !== null) return
  const isElsewhere = (id: string) => draft.need('touchpoint', id).mapId !== after.mapId
  if (after.touchpointIds.some(isElsewhere))
    throw new Refusal('edit.invalid', 'A round rates touchpoints of one map.', 'touchpointIds')
}

/** Who takes part is told to the organisations of the round as they are now, no longer to one that has left. */
export function checkBallot({ before, after }: RowChange<'ballot'>, draft: Draft): void {
  const appears = before === null || before.deleted || before.state === 'expected'
  if (!appears || after.state === 'expected') return
  const told = roundAudience(draft.need('round', after.roundId))
  if (after.audience.some((key) => !told.includes(key)))
    throw new Refusal('edit.movedOn', 'Who is asked has changed since. Begin your answers anew.')
}

/** One answer per person, touchpoint and measure of the round. */
export function checkVote({ after }: RowChange<'vote'>, draft: Draft): void {
  const round = draft.need('round', after.roundId)
  if (!round.touchpointIds.includes(after.touchpointId))
    throw new Refusal('edit.invalid', 'This round does not ask about this touchpoint.', 'touchpointId')
  if (!round.measures.includes(after.measure))
    throw new Refusal('edit.invalid', 'This round does not ask for this.', 'measure')
}
