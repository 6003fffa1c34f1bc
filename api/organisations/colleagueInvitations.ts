// Admins invite colleagues by link. Opening a link changes nothing; accepting it uses it up.
import { and, eq } from 'drizzle-orm'
import type { InviteColleagueRequest, InvitedColleagueAnswer } from '../../shared/accounts/organisations.ts'
import { deliverInvitation } from '../accounts/deliverInvitation.ts'
import { findPersonByEmail } from '../accounts/people.ts'
import { readRole } from '../accounts/queries.ts'
import type { AccountServices } from '../accounts/services.ts'
import type { SignedIn } from '../accounts/signedIn.ts'
import { issueToken, revokeTokens } from '../accounts/tokens.ts'
import type { Transaction } from '../database/door.ts'
import { tokens } from '../database/tables/accounts.ts'
import { AppError } from '../errors.ts'
import { colleagueInvitationLetter } from '../mail/invitationLetters.ts'
import { requireAdmin } from './membership.ts'
import { readColleagueInvitations, readOrganisation } from './queries.ts'

const lifetimeHours = 7 * 24

/** Replaces an earlier invitation of the same address. Without mail the link is given to the inviter, with a warning. */
export async function inviteColleague(
  services: AccountServices,
  inviter: SignedIn,
  organisationId: string,
  { email, role, withheld }: InviteColleagueRequest,
): Promise<InvitedColleagueAnswer> {
  const { door, mailer, clock, pageLink } = services
  const issued = await door.asSystem('invite a colleague', async (tx) => {
    await requireAdmin(tx, organisationId, inviter.personId)
    await refuseMember(tx, organisationId, email)
    await revokeTokens(tx, clock(), 'joinOrganisation', addressedTo(organisationId, email))
    const given = { role, withheld }
    const bound = { purpose: 'joinOrganisation', email, organisationId, mailed: mailer.sends } as const
    const { secret, row } = await issueToken(tx, clock(), {
      ...bound,
      ...given,
      createdBy: inviter.personId,
      lifetimeHours,
    })
    const { name } = await readOrganisation(tx, organisationId, 'admin')
    const invitations = await readColleagueInvitations(tx, clock(), organisationId)
    const invitation = invitations.find(({ id }) => id === row.id)
    if (!invitation) throw new AppError('notThere')
    return { invitation, organisation: name, link: pageLink('/join', secret) }
  })
  const { invitation, organisation, link } = issued
  const letter = colleagueInvitationLetter({ to: email, organisation, invitedBy: inviter.name, role, link })
  const revoke = () => revokeInvitation(services, inviter, organisationId, invitation.id)
  return { invitation, delivery: await deliverInvitation(services, { organisationId, link, letter, revoke }) }
}

/** Withdraws a pending invitation; refuses with `notThere` if there is none. */
export async function revokeInvitation(
  services: AccountServices,
  { personId }: SignedIn,
  organisationId: string,
  invitationId: string,
): Promise<void> {
  await services.door.asSystem('revoke an invitation', async (tx) => {
    await requireAdmin(tx, organisationId, personId)
    const one = and(eq(tokens.organisationId, organisationId), eq(tokens.id, invitationId))
    const revoked = await revokeTokens(tx, services.clock(), 'joinOrganisation', one)
    if (revoked === 0) throw new AppError('notThere')
  })
}

async function refuseMember(tx: Transaction, organisationId: string, email: string) {
  const person = await findPersonByEmail(tx, email)
  const role = person && (await readRole(tx, organisationId, person.id))
  if (role) throw new AppError('invitations.alreadyMember', { field: 'email' })
}

const addressedTo = (organisationId: string, email: string) =>
  and(eq(tokens.organisationId, organisationId), eq(tokens.email, email))
