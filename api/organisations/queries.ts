import { and, asc, desc, eq } from 'drizzle-orm'
import type {
  ColleagueInvitationAnswer,
  FormerMemberAnswer,
  MemberAnswer,
  OrganisationAnswer,
  ShownColleagueInvitationAnswer,
} from '../../shared/accounts/organisations.ts'
import type { MemberRole } from '../../shared/accounts/roles.ts'
import { pending, type TokenRow } from '../accounts/tokens.ts'
import type { Transaction } from '../database/door.ts'
import { memberships, organisations, people, tokens } from '../database/tables/accounts.ts'
import { AppError } from '../errors.ts'

/** @param role of whoever asks. Refuses with `notThere`. */
export async function readOrganisation(
  tx: Transaction,
  organisationId: string,
  role: MemberRole,
): Promise<OrganisationAnswer> {
  const [row] = await tx.select().from(organisations).where(eq(organisations.id, organisationId))
  if (!row) throw new AppError('notThere')
  return { id: row.id, name: row.name, role }
}

/** The active members by name. */
export async function readMembers(tx: Transaction, organisationId: string): Promise<MemberAnswer[]> {
  const { role, withheld, since } = memberships
  const rows = await tx
    .select({ personId: people.id, name: people.name, email: people.email, role, withheld, since })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.organisationId, organisationId), eq(memberships.active, true)))
    .orderBy(asc(people.name), asc(people.id))
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }))
}

/** Who left or was removed, by name. */
export async function readFormerMembers(
  tx: Transaction,
  organisationId: string,
): Promise<FormerMemberAnswer[]> {
  return tx
    .select({ personId: people.id, name: people.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.organisationId, organisationId), eq(memberships.active, false)))
    .orderBy(asc(people.name), asc(people.id))
}

/** The invitations that can still be accepted, the latest first. */
export async function readColleagueInvitations(
  tx: Transaction,
  now: Date,
  organisationId: string,
): Promise<ColleagueInvitationAnswer[]> {
  const rows = await invitationRows(tx)
    .where(and(eq(tokens.organisationId, organisationId), pending(now, 'joinOrganisation')))
    .orderBy(desc(tokens.createdAt))
  return rows.map(({ token, invitedBy }) => ({
    id: token.id,
    email: token.email,
    role: roleOf(token),
    withheld: token.withheld,
    invitedBy: invitedBy ?? formerMember,
    mailed: token.mailed,
    createdAt: token.createdAt.toISOString(),
    expiresAt: token.expiresAt.toISOString(),
  }))
}

/** What an invited person sees of an invitation; refuses with `links.notValid` if it cannot be accepted any more. */
export async function readShownInvitation(
  tx: Transaction,
  now: Date,
  invitationId: string,
): Promise<ShownColleagueInvitationAnswer> {
  const condition = and(eq(tokens.id, invitationId), pending(now, 'joinOrganisation'))
  const [row] = await invitationRows(tx).where(condition)
  if (!row) throw new AppError('links.notValid')
  return shown(row)
}

/** The pending invitations to an address, which the caller knows to be the asking person's own. */
export async function readInvitationsTo(
  tx: Transaction,
  now: Date,
  email: string,
): Promise<ShownColleagueInvitationAnswer[]> {
  const condition = and(eq(tokens.email, email), pending(now, 'joinOrganisation'))
  const rows = await invitationRows(tx).where(condition).orderBy(desc(tokens.createdAt))
  return rows.map(shown)
}

/** The role a token for joining an organisation gives. */
export function roleOf(token: TokenRow): MemberRole {
  if (!token.role) throw new Error('An invitation without a role.')
  return token.role
}

const formerMember = 'a former member'

function invitationRows(tx: Transaction) {
  return tx
    .select({ token: tokens, organisation: organisations.name, invitedBy: people.name })
    .from(tokens)
    .innerJoin(organisations, eq(organisations.id, tokens.organisationId))
    .leftJoin(people, eq(people.id, tokens.createdBy))
    .$dynamic()
}

function shown(row: { token: TokenRow; organisation: string; invitedBy: string | null }) {
  const { id, email, mailed, expiresAt } = row.token
  const names = { organisation: row.organisation, invitedBy: row.invitedBy ?? formerMember }
  return { id, email, mailed, ...names, role: roleOf(row.token), expiresAt: expiresAt.toISOString() }
}
