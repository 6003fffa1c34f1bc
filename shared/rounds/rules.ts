// Who may do what in a blind round. Undo asks these rules too, so what nobody may take back is said here.
import type { RulesFor } from '../rules/rule.ts'
import { ballotOf, facilitates, isOwnAnswer } from './standing.ts'

export const roundRules: RulesFor<'round' | 'ballot' | 'vote'> = {
  round: ({ verb, before, after, fields }, author, rows) => {
    if (before === null) return isOwnAnswer(author, after) ? null : 'facilitate'
    if (!facilitates(author, before)) return 'facilitate'
    if (before.state === 'revealed') return 'revealedStays'
    const isAnnounced = verb === 'remove' || fields.has('name')
    const hasBegun = rows.list('ballot', 'roundId', after.id).some((ballot) => !ballot.deleted)
    if (isAnnounced && hasBegun) return 'begunStays'
    return before.state === 'open' || after.state === 'open' ? null : 'closedStays'
  },

  ballot: ({ verb, after }, author, rows) => {
    if (!isOwnAnswer(author, after)) return 'answerForOneself'
    const round = rows.get('round', after.roundId)
    if (verb === 'add' && !round?.askedOrganisationIds.includes(author.organisationId)) return 'beAsked'
    return round?.state === 'open' && !round.deleted ? null : 'closedStays'
  },

  vote: ({ after }, author, rows) => {
    if (!isOwnAnswer(author, after)) return 'answerForOneself'
    const round = rows.get('round', after.roundId)
    if (!round || round.deleted || round.state !== 'open') return 'closedStays'
    const ballot = ballotOf(author, rows.list('ballot', 'roundId', round.id))
    if (!ballot) return 'beAsked'
    return ballot.state === 'voting' ? null : 'doneStays'
  },
}
