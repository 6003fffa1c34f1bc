import { randomUUID } from 'node:crypto'
import type { MembershipChanged } from '../accounts/services.ts'
import type { Transaction } from '../database/door.ts'
import { memberships, organisations } from '../database/tables/accounts.ts'

interface NewOrganisation {
  id?: string
  name: string
  /** Becomes its first admin. */
  founderId: string
}

/** Adds an organisation with its first admin and gives its id. */
export async function foundOrganisation(
  tx: Transaction,
  now: Date,
  { id: organisationId = randomUUID(), name, founderId }: NewOrganisation,
  membershipChanged: MembershipChanged,
): Promise<string> {
  await tx.insert(organisations).values({ id: organisationId, name, createdAt: now })
  const membership = { organisationId, personId: founderId, role: 'admin', active: true, since: now } as const
  await tx.insert(memberships).values(membership)
  await membershipChanged(organisationId, founderId, tx)
  return organisationId
}
