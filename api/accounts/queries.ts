import { and, asc, eq } from 'drizzle-orm'
import type { AccountAnswer, MembershipAnswer, PersonAnswer } from '../../shared/accounts/answers.ts'
import type { Transaction } from '../database/door.ts'
import { memberships, organisations, people } from '../database/tables/accounts.ts'
import { AppError } from '../errors.ts'
import { adminsToAsk } from './adminsToAsk.ts'
import type { PersonRow } from './people.ts'

/** The person with its active memberships, by name of the organisation; refuses with `accounts.notSignedIn` if it is gone. */
export async function readAccount(
  tx: Transaction,
  personId: string,
  sendsMail: boolean,
): Promise<AccountAnswer> {
  const person = await readPerson(tx, personId)
  if (!person) throw new AppError('accounts.notSignedIn')
  return { person, memberships: await readMemberships(tx, personId), sendsMail }
}

/** Undefined when the person is gone. */
export async function readPerson(tx: Transaction, personId: string): Promise<PersonAnswer | undefined> {
  const [row] = await tx.select().from(people).where(eq(people.id, personId))
  return row && personAnswerOf(row)
}

/** The role in which a person acts for an organisation now, if it may. */
export async function readRole(tx: Transaction, organisationId: string, personId: string) {
  return (await readMembership(tx, organisationId, personId))?.role
}

/** As what a person acts for an organisation now, if it may. */
export async function readMembership(tx: Transaction, organisationId: string, personId: string) {
  const [row] = await tx
    .select({ role: memberships.role, withheld: memberships.withheld, admins: adminsToAsk })
    .from(memberships)
    .where(
      and(
        eq(memberships.organisationId, organisationId),
        eq(memberships.personId, personId),
        eq(memberships.active, true),
      ),
    )
  return row
}

async function readMemberships(tx: Transaction, personId: string): Promise<MembershipAnswer[]> {
  return tx
    .select({
      organisation: { id: organisations.id, name: organisations.name },
      ...{ role: memberships.role, withheld: memberships.withheld, admins: adminsToAsk },
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(memberships.personId, personId), eq(memberships.active, true)))
    .orderBy(asc(organisations.name), asc(organisations.id))
}

const personAnswerOf = (row: PersonRow): PersonAnswer => ({
  id: row.id,
  name: row.name,
  email: row.email,
  emailVerified: row.emailVerifiedAt !== null,
})
