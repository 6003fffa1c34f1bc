// Organisations and who belongs to them. What is written here counts from the next request of everybody concerned.
import { and, eq } from 'drizzle-orm'
import type { ChangeMemberRequest, OrganisationAnswer } from '../../shared/accounts/organisations.ts'
import type { AccountServices } from '../accounts/services.ts'
import type { SignedIn } from '../accounts/signedIn.ts'
import { revokeTokens } from '../accounts/tokens.ts'
import type { Transaction } from '../database/door.ts'
import { memberships, organisations, tokens } from '../database/tables/accounts.ts'
import { AppError } from '../errors.ts'
import { foundOrganisation } from './founding.ts'
import { lockMembers, requireAdmin, requireMember, requireSomeAdmin } from './membership.ts'
import { readColleagueInvitations, readFormerMembers, readMembers, readOrganisation } from './queries.ts'
import { readRightChanges, writeRightChange } from './rightChanges.ts'

/** A further organisation, whose admin the person is. */
export async function createOrganisation(
  services: AccountServices,
  { personId }: SignedIn,
  name: string,
): Promise<OrganisationAnswer> {
  await services.throttle.attempt(['foundByPerson', personId])
  return services.door.asSystem('found an organisation', async (tx) => {
    const founding = { name, founderId: personId }
    const id = await foundOrganisation(tx, services.clock(), founding, services.membershipChanged)
    return { id, name, role: 'admin' }
  })
}

/** For its members; refuses with `notThere` otherwise. */
export async function showOrganisation(
  services: AccountServices,
  { personId }: SignedIn,
  organisationId: string,
) {
  return services.door.asSystem('read an organisation', async (tx) =>
    readOrganisation(tx, organisationId, await requireMember(tx, organisationId, personId)),
  )
}

/** For admins. Moves the epochs of what it may see: others read the new name too. */
export async function renameOrganisation(
  services: AccountServices,
  { personId }: SignedIn,
  organisationId: string,
  name: string,
): Promise<OrganisationAnswer> {
  return services.door.asSystem('rename an organisation', async (tx) => {
    await requireAdmin(tx, organisationId, personId)
    await tx.update(organisations).set({ name }).where(eq(organisations.id, organisationId))
    await services.membershipChanged(organisationId, personId, tx)
    return { id: organisationId, name, role: 'admin' }
  })
}

/** For its members; refuses with `notThere` otherwise. */
export async function listMembers(services: AccountServices, { personId }: SignedIn, organisationId: string) {
  return services.door.asSystem('list members', async (tx) => {
    await requireMember(tx, organisationId, personId)
    return readMembers(tx, organisationId)
  })
}

/** For its members; refuses with `notThere` otherwise. */
export async function listFormerMembers(
  services: AccountServices,
  { personId }: SignedIn,
  organisationId: string,
) {
  return services.door.asSystem('list former members', async (tx) => {
    await requireMember(tx, organisationId, personId)
    return readFormerMembers(tx, organisationId)
  })
}

/** What its admins let whom do, and no longer: for its members; refuses with `notThere` otherwise. */
export async function listRightChanges(
  services: AccountServices,
  { personId }: SignedIn,
  organisationId: string,
) {
  return services.door.asSystem('list changes of rights', async (tx) => {
    await requireMember(tx, organisationId, personId)
    return readRightChanges(tx, organisationId)
  })
}

/** For admins. */
export async function listInvitations(
  services: AccountServices,
  { personId }: SignedIn,
  organisationId: string,
) {
  return services.door.asSystem('list invitations of colleagues', async (tx) => {
    await requireAdmin(tx, organisationId, personId)
    return readColleagueInvitations(tx, services.clock(), organisationId)
  })
}

/** An admin gives a member, perhaps itself, another role or other rights; the last admin stays one. */
export async function changeMember(
  services: AccountServices,
  { personId }: SignedIn,
  membership: Membership,
  { role, withheld }: ChangeMemberRequest,
): Promise<void> {
  await services.door.asSystem('change what a member may do', async (tx) => {
    await requireAdmin(tx, membership.organisationId, personId)
    const before = await readMembership(tx, membership)
    const after = await changeMembership(services, tx, membership, {
      ...(role && { role }),
      ...(withheld && { withheld }),
    })
    await writeRightChange(tx, {
      ...membership,
      ...{ byPersonId: personId, at: services.clock(), before, after },
    })
    if (role !== undefined && role !== 'admin') await withdrawInvitationsOf(services, tx, membership)
  })
}

/** An admin removes a member, or a member leaves; the last admin can do neither. */
export async function removeMember(
  services: AccountServices,
  { personId }: SignedIn,
  membership: Membership,
): Promise<void> {
  await services.door.asSystem('remove a member', async (tx) => {
    if (membership.personId === personId) await requireMember(tx, membership.organisationId, personId)
    else await requireAdmin(tx, membership.organisationId, personId)
    await lockMembers(tx, membership.organisationId)
    await changeMembership(services, tx, membership, { active: false })
    await withdrawInvitationsOf(services, tx, membership)
  })
}

interface Membership {
  organisationId: string
  personId: string
}

async function readMembership(tx: Transaction, membership: Membership) {
  const [found] = await tx.select().from(memberships).where(isActive(membership))
  if (!found) throw new AppError('notThere')
  return found
}

async function changeMembership(
  services: AccountServices,
  tx: Transaction,
  membership: Membership,
  change: Partial<Pick<typeof memberships.$inferInsert, 'role' | 'withheld' | 'active'>>,
) {
  const { organisationId, personId } = membership
  const [changed] = await tx.update(memberships).set(change).where(isActive(membership)).returning()
  if (!changed) throw new AppError('notThere')
  await requireSomeAdmin(tx, organisationId)
  await services.membershipChanged(organisationId, personId, tx)
  return changed
}

const isActive = ({ organisationId, personId }: Membership) =>
  and(
    eq(memberships.organisationId, organisationId),
    eq(memberships.personId, personId),
    eq(memberships.active, true),
  )

/** Or a former admin could come back through a link made beforehand. */
async function withdrawInvitationsOf(
  services: AccountServices,
  tx: Transaction,
  { organisationId, personId }: Membership,
) {
  const own = and(eq(tokens.organisationId, organisationId), eq(tokens.createdBy, personId))
  await revokeTokens(tx, services.clock(), 'joinOrganisation', own)
}
