// Who says something, takes it back and shows it to more.

import type { RowReader } from '../edits/reader.ts'
import type { Comment } from '../model/rows.ts'
import type { RulesFor } from '../rules/rule.ts'
import { activeOrganisations, holdsRight, isEditor } from '../rules/standing.ts'
import { repliesTo } from './threads.ts'

export const commentRules: RulesFor<'comment'> = {
  comment: ({ verb, before, after, fields }, author, rows) => {
    const isOrganisations = after.organisationId === author.organisationId
    const isOwn = isOrganisations && after.personId === author.personId
    if (verb === 'add') {
      const takesPart = activeOrganisations(after.mapId, rows).includes(author.organisationId)
      const brings = isOwn || (before !== null && isOrganisations && author.role === 'admin')
      return !brings ? 'ownWords' : takesPart ? null : 'join'
    }
    if (verb === 'remove') return isOwn || (isOrganisations && author.role === 'admin') ? null : 'ownWords'
    if (fields.has('audience') && before) {
      if (!isOrganisations) return 'shareView'
      if (!isOwn && !isEditor(author)) return 'ownWords'
      if (!holdsRight(author, 'share')) return 'share'
      return widensOthersWords(before, after, rows) ? 'shareOwnThread' : null
    }
    return isOwn || (fields.size === 1 && fields.has('resolved')) ? null : 'ownWords'
  },
}

/** A thread is shared further only while nobody else has spoken in it: their words are not one's own to show. */
function widensOthersWords(before: Comment, after: Comment, rows: RowReader): boolean {
  if (after.audience.every((key) => before.audience.includes(key))) return false
  return repliesTo(after.id, rows).some((reply) => reply.organisationId !== after.organisationId)
}
