// What an organisation says in its own name is changed and shared by that organisation alone.
import type { RulesFor } from './rule.ts'

export const viewRules: RulesFor<'responsibility' | 'perspective' | 'mark' | 'attributedNote'> = {
  responsibility: ({ after }, author) => (after.organisationId === author.organisationId ? null : 'ownView'),

  perspective: ({ after, fields }, author) =>
    after.organisationId === author.organisationId ? null : fields.has('audience') ? 'shareView' : 'ownView',

  mark: ({ after, fields }, author) =>
    after.organisationId === author.organisationId ? null : fields.has('audience') ? 'shareView' : 'ownView',

  attributedNote: ({ verb, after }, author) =>
    verb !== 'change' && after.organisationId === author.organisationId ? null : 'ownView',
}
