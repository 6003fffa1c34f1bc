// Who may do what in a co-mapping session: everybody active on the map captures and groups; whoever opened it runs it.
import type { RulesFor } from '../rules/rule.ts'
import { activeOrganisations, isConvener } from '../rules/standing.ts'
import { belongsToRecord, isRecorded } from './recorded.ts'

export const sessionRules: RulesFor<'session' | 'sticky'> = {
  session: ({ before, after }, author, rows) => {
    if (!activeOrganisations(after.mapId, rows).includes(author.organisationId)) return 'join'
    const isOwn = after.organisationId === author.organisationId
    if (before === null) return isOwn && after.personId === author.personId ? null : 'ownView'
    return isOwn || isConvener(author, after.ecosystemId, rows) ? null : 'runSession'
  },

  sticky: ({ verb, before, after, fields }, author, rows) => {
    if (!activeOrganisations(after.mapId, rows).includes(author.organisationId)) return 'join'
    const session = rows.get('session', after.sessionId)
    const isOwn = after.organisationId === author.organisationId
    if (before === null && !(isOwn && after.personId === author.personId)) return 'ownView'
    const isReworded = verb !== 'change' || fields.has('text')
    if (isReworded && !isOwn && session?.organisationId !== author.organisationId) return 'ownSticky'
    // What a file tells of stays as it was told, and as private.
    if (verb === 'change' && isRecorded(after)) return 'openSession'
    // What was captured can still be placed, or thrown away, when the session is over.
    const isPlacing = verb === 'remove' || [...fields].every((field) => field === 'touchpointId')
    if (verb === 'add' && belongsToRecord(after, session)) return null
    return isPlacing || (session?.state === 'open' && !session.deleted) ? null : 'openSession'
  },
}
