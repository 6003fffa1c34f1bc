// Who appears in a story.
import type { MemberRight } from '../shared/accounts/roles.ts'
import type { Author } from '../shared/rules/author.ts'
import { nameId } from './nameId.ts'

export interface StoryPerson {
  id: string
  name: string
  email: string
  role: Author['role']
  withheld?: MemberRight[]
}

export interface StoryOrganisation {
  id: string
  name: string
  people: StoryPerson[]
}

/** @param people names; the first is the admin who speaks for the organisation, the others are editors */
export function organisation(name: string, domain: string, ...people: string[]): StoryOrganisation {
  return {
    id: nameId('organisation', name),
    name,
    people: people.map((person, index) => ({
      id: nameId('person', name, person),
      name: person,
      email: `${person.split(' ')[0]!.toLowerCase()}@${domain}.example`,
      role: index === 0 ? 'admin' : 'editor',
    })),
  }
}

/** A colleague who edits, while others of the organisation confirm its handoffs. */
export function withoutConfirming(cast: StoryOrganisation, name: string): StoryOrganisation {
  const people = cast.people.map((one) =>
    one.name === name ? { ...one, withheld: ['confirm' as const] } : one,
  )
  return { ...cast, people }
}

export function speakerOf({ id: organisationId, people }: StoryOrganisation): Author {
  const { id: personId, role } = people[0]!
  return { personId, organisationId, role }
}
