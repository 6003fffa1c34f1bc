import type { Mention } from '../../shared/model/comment.ts'
import type { Comment } from '../../shared/model/rows.ts'

/** Somebody one can call with an @: an organisation, or one person of it. */
export interface Mentionable {
  /** What stands after the @, different for each. */
  label: string
  /** Tells people of the same name apart in the list. */
  detail: string
  mention: Mention
}

interface Known {
  organisations: readonly { id: string; name: string }[]
  /** People of one's own organisation. */
  colleagues: readonly { personId: string; name: string }[]
  own: { personId: string; organisationId: string }
  /** Whoever spoke in a comment one sees can be called by name. */
  comments: readonly Comment[]
}

/** Organisations first, then people by name; never oneself. */
export function mentionablesOf({ organisations, colleagues, own, comments }: Known): Mentionable[] {
  const nameOf = new Map(organisations.map(({ id, name }) => [id, name]))
  const people = new Map<string, Mentionable>()
  const add = (personId: string, organisationId: string, name: string) => {
    const organisation = nameOf.get(organisationId)
    if (personId === own.personId || organisation === undefined) return
    people.set(`${organisationId} ${personId}`, {
      label: name,
      detail: organisation,
      mention: { organisationId, personId },
    })
  }
  for (const { personId, organisationId, authorName } of comments) add(personId, organisationId, authorName)
  for (const { personId, name } of colleagues) add(personId, own.organisationId, name)
  const companies = organisations.map(({ id, name }) => ({
    label: name,
    detail: id === own.organisationId ? 'all of us' : 'organisation',
    mention: { organisationId: id, personId: null },
  }))
  return toldApart([...companies, ...[...people.values()].sort((a, b) => a.label.localeCompare(b.label))])
}

function toldApart(all: readonly Mentionable[]): Mentionable[] {
  return all.map((one) => {
    const isDouble = all.some((other) => other !== one && other.label === one.label)
    return isDouble && one.mention.personId ? { ...one, label: `${one.label} of ${one.detail}` } : one
  })
}

/** Whom a text calls; a longer name is not mistaken for a shorter one it begins with. */
export function mentionedIn(text: string, candidates: readonly Mentionable[]): Mentionable[] {
  let rest = text
  return candidates
    .toSorted((left, right) => right.label.length - left.label.length)
    .filter(({ label }) => {
      const isThere = rest.includes(`@${label}`)
      rest = rest.replaceAll(`@${label}`, '')
      return isThere
    })
}
