// Who answers for something inside one's own organisation, once people leave it. Only its members know who left.
import { peopleInCharge } from '../model/ownership.ts'

export interface Answering {
  /** Null when everybody named has left. */
  name: string | null
  /** Who was named before and belongs to the organisation no more. */
  left: string[]
}

/**
 * Somebody without an account is taken at one's word: only who was a member, and is none now, has left.
 * @returns null when nobody is named
 */
export function whoAnswers(person: string, hasLeft: (name: string) => boolean): Answering | null {
  const names = peopleInCharge(person)
  if (names.length === 0) return null
  const first = names.findIndex((name) => !hasLeft(name))
  if (first < 0) return { name: null, left: names }
  return { name: names[first]!, left: names.slice(0, first) }
}

/** Who left an organisation, by the names of its members and former members. A name that two people bear stays. */
export function leftByName(
  members: readonly { name: string }[],
  former: readonly { name: string }[],
): (name: string) => boolean {
  const [here, gone] = [members, former].map((people) => new Set(people.map(({ name }) => comparable(name))))
  return (name) => gone!.has(comparable(name)) && !here!.has(comparable(name))
}

/** The same name in other letters or with other spaces is the same person. */
export function comparable(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('en')
}
