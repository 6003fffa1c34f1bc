import type { Right } from '../rules/rights.ts'
import type { RulesFor } from '../rules/rule.ts'
import { activeOrganisations } from '../rules/standing.ts'

const answering: ReadonlySet<string> = new Set(['state', 'answer', 'settledAt'])

/** Who asks may take it back and ask again; who is asked says what becomes of it; nobody does either for the other. */
export const contributionRequestRules: RulesFor<'contributionRequest'> = {
  contributionRequest: ({ verb, before, after, fields }, author, rows): Right | null => {
    const asks = after.organisationId === author.organisationId
    const isAsked = after.askedOrganisationId === author.organisationId
    if (verb !== 'change') {
      const takesPart = activeOrganisations(after.mapId, rows).includes(author.organisationId)
      if (!asks || (before === null && after.personId !== author.personId)) return 'askInOwnName'
      return takesPart ? null : 'join'
    }
    const answers = [after.state, before?.state].some((state) => state === 'done' || state === 'declined')
    if (answers || fields.has('answer'))
      return isAsked && [...fields].every((field) => answering.has(field)) ? null : 'answerRequest'
    if (fields.has('audience') || fields.has('askedOrganisationId')) return 'askInOwnName'
    return asks ? null : 'askInOwnName'
  },
}
