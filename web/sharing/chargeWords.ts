import { peopleInCharge } from '../../shared/model/ownership.ts'
import type { Responsibility } from '../../shared/model/rows.ts'

/** The names of what says who answers for a card inside a company, wherever one reads or writes them. */
export const chargeNames = { department: 'Department', region: 'Region', person: 'Person' } as const

type Named = keyof typeof chargeNames

/** Who answers for it, field by field; what is empty says nothing. */
export function saidInCharge(
  row: Pick<Responsibility, Named>,
): { field: Named; name: string; text: string }[] {
  return (Object.keys(chargeNames) as Named[])
    .map((field) => ({
      ...{ field, name: chargeNames[field] },
      text: field === 'person' ? sayPeople(row.person) : row[field],
    }))
    .filter(({ text }) => text !== '')
}

/** "Priya Nair, else Joe Vale". */
function sayPeople(person: string): string {
  return peopleInCharge(person).join(', else ')
}
