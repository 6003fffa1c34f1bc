// What an organisation says in its own name is changed by that organisation alone, and shared by those it lets share.
import type { RulesFor } from './rule.ts'
import { holdsRight } from './standing.ts'

export const viewRules: RulesFor<'responsibility' | 'perspective' | 'mark' | 'attributedNote'> = {
  responsibility: (asked, author) => {
    if (asked.after.organisationId !== author.organisationId) return 'ownView'
    return decidesReaders(asked) && !holdsRight(author, 'share') ? 'share' : null
  },

  perspective: (asked, author) => {
    if (asked.after.organisationId !== author.organisationId)
      return asked.fields.has('audience') ? 'shareView' : 'ownView'
    return decidesReaders(asked) && !holdsRight(author, 'share') ? 'share' : null
  },

  mark: (asked, author) => {
    if (asked.after.organisationId !== author.organisationId)
      return asked.fields.has('audience') ? 'shareView' : 'ownView'
    return decidesReaders(asked) && !holdsRight(author, 'share') ? 'share' : null
  },

  attributedNote: ({ verb, after }, author) =>
    verb !== 'change' && after.organisationId === author.organisationId ? null : 'ownView',
}

/** Each of these begins as its organisation's own: whoever then says who sees it shares it, or takes it back. */
function decidesReaders({ before, fields }: { before: object | null; fields: ReadonlySet<string> }): boolean {
  return before !== null && fields.has('audience')
}
