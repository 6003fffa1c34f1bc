// Who may do what in a blind round. Undo asks these rules too, so what nobody may take back is said here.
import type { RulesFor } from '../rules/rule.ts'
import { ballotOf, facilitates, hasBegun, isOwnAnswer } from './standing.ts'

export const roundRules: RulesFor<'round' | 'ballot' | 'vote'> = {
  round: ({ verb, before, after, fields }, author, rows) => {
    if (before === null) return isOwnAnswer(author, after) ? null : 'facilitate'
    if (!facilitates(author, before)) return 'facilitate'
    if (before.state === 'revealed') return 'revealedStays'
    const isAnnounced = verb === 'remove' || fields.has('name')
    if (isAnnounced && rows.list('ballot', 'roundId', after.id).some(hasBegun)) return 'begunStays'
    return before.state === 'open' || after.state === 'open' ? null : 'closedStays'
  },

  ballot: ({ verb, before, after }, author, rows) => {
    const isNaming = after.state === 'expected' && (before === null || before.state === 'expected')
    const isOwn = author.organisationId === after.organisationId
    if (isNaming && !isOwn) return 'nameOwnPeople'
    if (!isNaming && !isOwnAnswer(author, after)) return 'answerForOneself'
    const round = rows.get('round', after.roundId)
    if (verb === 'add' && !round?.askedOrganisationIds.includes(author.organisationId)) return 'beAsked'
    return round?.state === 'open' && !round.deleted ? null : 'closedStays'
  },

  vote: ({ after }, author, rows) => {
    if (!isOwnAnswer(author, after)) return 'answerForOneself'
    const round = rows.get('round', after.roundId)
    if (!round || round.deleted || round.state !== 'open') return 'closedStays'
    const ballot = ballotOf(author, rows.list('ballot', 'roundId', round.id))
    if (!ballot || ballot.state === 'expected') return 'beAsked'
    return ballot.state === 'voting' ? null : 'doneStays'
  },
}
