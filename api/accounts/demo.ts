// The made-up people of the demo, with passwords that are random per install and shown on this machine only.
import { randomBytes } from 'node:crypto'
import { and, asc, eq, isNotNull, max } from 'drizzle-orm'
import type { DemoAccountAnswer } from '../../shared/accounts/answers.ts'
import type { MemberRight, MemberRole } from '../../shared/accounts/roles.ts'
import type { Transaction } from '../database/door.ts'
import {
  credentials,
  demoAccounts,
  memberships,
  organisations,
  people,
  sessions,
} from '../database/tables/accounts.ts'
import type { Passwords } from './passwords.ts'
import { setPasswordHash } from './people.ts'
import type { AccountServices, MembershipChanged } from './services.ts'

interface DemoPerson {
  id: string
  name: string
  email: string
  organisationId: string
  role: MemberRole
  withheld?: MemberRight[]
}

/** Adds a person of the demo as a member of an organisation that exists, with a random password. */
export async function addDemoPerson(
  tx: Transaction,
  now: Date,
  passwords: Passwords,
  { id: personId, name, email, organisationId, role, withheld = [] }: DemoPerson,
): Promise<void> {
  const [last] = await tx.select({ order: max(demoAccounts.order) }).from(demoAccounts)
  await tx.insert(people).values({ id: personId, name, email, emailVerifiedAt: now, createdAt: now })
  await tx.insert(memberships).values({ organisationId, personId, role, withheld, active: true, since: now })
  await tx.insert(demoAccounts).values({ personId, order: (last?.order ?? 0) + 1 })
  await givePassword(tx, now, passwords, personId)
}

/** The demo accounts that can be signed in to, in the order they were added. */
export async function readDemoAccounts(tx: Transaction): Promise<DemoAccountAnswer[]> {
  const rows = await tx
    .select({
      email: people.email,
      name: people.name,
      organisation: organisations.name,
      password: demoAccounts.password,
    })
    .from(demoAccounts)
    .innerJoin(people, eq(people.id, demoAccounts.personId))
    .innerJoin(memberships, and(eq(memberships.personId, people.id), eq(memberships.active, true)))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(isNotNull(demoAccounts.password))
    .orderBy(asc(demoAccounts.order), asc(memberships.since))
  const once = new Map<string, DemoAccountAnswer>()
  for (const row of rows) {
    if (!once.has(row.email)) once.set(row.email, { ...row, password: row.password ?? '' })
  }
  return [...once.values()]
}

/**
 * At every start: without the demo its people lose password, sessions and memberships, but keep their names in what they did;
 * with it those who lost them get new ones.
 */
export async function alignDemoAccounts(
  services: Pick<AccountServices, 'door' | 'demo' | 'clock' | 'passwords' | 'membershipChanged'>,
): Promise<void> {
  await services.door.asSystem('open or close the demo accounts', async (tx) => {
    if (!services.demo) return closeDemo(tx, services.membershipChanged)
    const closed = await tx.select().from(demoAccounts).where(eq(demoAccounts.closed, true)).for('update')
    for (const { personId } of closed) {
      await givePassword(tx, services.clock(), services.passwords, personId)
      await setMemberships(tx, personId, true, services.membershipChanged)
    }
  })
}

/** Somebody chose a password for this demo account: it is theirs now and no longer shown. */
export async function closeDemoPassword(tx: Transaction, personId: string): Promise<void> {
  await tx.update(demoAccounts).set({ password: null }).where(eq(demoAccounts.personId, personId))
}

async function closeDemo(tx: Transaction, membershipChanged: MembershipChanged) {
  const open = await tx.select().from(demoAccounts).where(eq(demoAccounts.closed, false)).for('update')
  for (const { personId } of open) {
    await tx
      .update(demoAccounts)
      .set({ password: null, closed: true })
      .where(eq(demoAccounts.personId, personId))
    await tx.delete(credentials).where(eq(credentials.personId, personId))
    await tx.delete(sessions).where(eq(sessions.personId, personId))
    await setMemberships(tx, personId, false, membershipChanged)
  }
}

async function givePassword(tx: Transaction, now: Date, passwords: Passwords, personId: string) {
  const password = randomBytes(9).toString('base64url')
  await setPasswordHash(tx, now, personId, await passwords.hash(password))
  const open = { password, closed: false }
  await tx.update(demoAccounts).set(open).where(eq(demoAccounts.personId, personId))
}

async function setMemberships(
  tx: Transaction,
  personId: string,
  active: boolean,
  membershipChanged: MembershipChanged,
) {
  const changed = await tx
    .update(memberships)
    .set({ active })
    .where(and(eq(memberships.personId, personId), eq(memberships.active, !active)))
    .returning()
  for (const { organisationId } of changed) await membershipChanged(organisationId, personId, tx)
}
