import type { Author } from './author.ts'
import { type Right, rights } from './rights.ts'

/** What an organisation's admins give or keep, person by person. */
const givenByAdmins: ReadonlySet<Right> = new Set<Right>(['share', 'confirm'])

/** The sentence for whoever lacks a right; where their own admins give it, with the names to ask. */
export function sayLacking(right: Right, { admins = [] }: Pick<Author, 'admins'>): string {
  if (!givenByAdmins.has(right) || admins.length === 0) return rights[right]
  const names = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(admins)
  return `${rights[right].slice(0, -1)}: ${names}.`
}
