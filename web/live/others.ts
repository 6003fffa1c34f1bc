// Other people on the map, from where one stands.
import type { PresentPerson } from '../../shared/live/messages.ts'

export interface Other extends PresentPerson {
  relation: 'yours' | 'others'
}

/** Everybody but oneself, whose other windows are nobody else, by name. */
export function othersOf(
  people: readonly PresentPerson[],
  own: { personId: string; organisationId: string },
): Other[] {
  return people
    .filter(({ personId }) => personId !== own.personId)
    .map((person) => ({
      ...person,
      relation: person.organisationId === own.organisationId ? ('yours' as const) : ('others' as const),
    }))
    .toSorted((left, right) => left.name.localeCompare(right.name))
}

/** One entry for each person, however many windows they have: the one in which they are at something. */
export function onePerPerson(others: readonly Other[]): Other[] {
  const found = new Map<string, Other>()
  for (const other of others) {
    const known = found.get(other.personId)
    if (!known || (!known.selected && other.selected)) found.set(other.personId, other)
  }
  return [...found.values()]
}

/** "Anna Lindqvist (Fernhill)" */
export function sayWho({ name, organisation }: Pick<PresentPerson, 'name' | 'organisation'>): string {
  return `${name} (${organisation})`
}
