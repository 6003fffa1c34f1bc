import type { Party } from '../model/rows.ts'

/** True while a party is called by nothing but its role, as a starter names it before anybody holds it. */
export function isNamedByRole({ name }: Pick<Party, 'name'>): boolean {
  return roles.has(name.trim().toLowerCase())
}

const roles = new Set(['distributor', 'customer', 'manufacturer', 'producer', 'supplier', 'partner'])
