import { randomUUID } from 'node:crypto'
import type { Door } from '../../api/database/door.ts'
import { memberships, organisations, people } from '../../api/database/tables/accounts.ts'
import type { MemberRole } from '../../shared/accounts/roles.ts'
import type { Viewer } from '../../shared/audience/audience.ts'

/** A person of a new organisation of that name, without going through sign-up. */
export async function addOrganisation(door: Door, name: string, role: MemberRole = 'admin'): Promise<Viewer> {
  const organisationId = randomUUID()
  await door.asSystem('test', (tx) =>
    tx.insert(organisations).values({ id: organisationId, name, createdAt: new Date() }),
  )
  return addColleague(door, organisationId, role)
}

/** One more person of an organisation. */
export async function addColleague(door: Door, organisationId: string, role: MemberRole): Promise<Viewer> {
  const personId = randomUUID()
  const email = `${personId}@example.com`
  await door.asSystem('test', async (tx) => {
    await tx.insert(people).values({ id: personId, name: 'Test Person', email, createdAt: new Date() })
    await tx.insert(memberships).values({ organisationId, personId, role, active: true, since: new Date() })
  })
  return { personId, organisationId }
}
