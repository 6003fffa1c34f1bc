import type { Right } from '../rules/rights.ts'
import type { RulesFor } from '../rules/rule.ts'
import { isConvener } from '../rules/standing.ts'

/** Admins of the convener offer and take back, admins of the other organisation answer; an answer stays. */
export const handoverRules: RulesFor<'handover'> = {
  handover: ({ verb, before, after, fields }, author, rows): Right | null => {
    const isAdmin = author.role === 'admin'
    const offers = isAdmin && after.organisationId === author.organisationId
    if (before === null || verb === 'add') {
      const inOwnName = before !== null || after.personId === author.personId
      return offers && inOwnName && isConvener(author, after.ecosystemId, rows) ? null : 'handOver'
    }
    const isOpen = before.state === 'offered'
    if (verb === 'remove') return offers && isOpen ? null : 'handOver'
    if (fields.size !== 1 || !fields.has('state') || !isOpen) return 'answerHandover'
    if (after.state === 'withdrawn') return offers ? null : 'handOver'
    return isAdmin && after.toOrganisationId === author.organisationId ? null : 'answerHandover'
  },
}
