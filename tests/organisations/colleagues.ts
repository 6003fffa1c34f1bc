// Inviting where no mail is sent, as many tests begin.
import type { AccountAnswer } from '../../shared/accounts/answers.ts'
import type { InvitedColleagueAnswer } from '../../shared/accounts/organisations.ts'
import type { MemberRole } from '../../shared/accounts/roles.ts'
import { password, type SignedUp } from '../accounts/people.ts'
import { secretIn, type World } from '../accounts/world.ts'

/** Invites an address to an admin's organisation and gives the secret of the link shown to the inviter. */
export async function inviteByLink(admin: SignedUp, email: string, role: MemberRole): Promise<string> {
  const path = `/api/organisations/${admin.organisationId}/invitations`
  const { body } = await admin.visitor.send<InvitedColleagueAnswer>('POST', path, { email, role })
  return secretIn(body.delivery.by === 'link' ? body.delivery.link : '')
}

/** A colleague with a new account in the admin's organisation. */
export async function addColleague(
  world: Pick<World, 'visitor'>,
  admin: SignedUp,
  email: string,
  role: MemberRole,
): Promise<SignedUp> {
  const token = { 'Interlane-Token': await inviteByLink(admin, email, role) }
  const visitor = world.visitor()
  const [name = ''] = email.split('@')
  const path = '/api/colleague-invitations/current'
  const request = { newAccount: { name, password } }
  const { body } = await visitor.send<AccountAnswer>('POST', path, request, token)
  return { visitor, account: body, organisationId: admin.organisationId }
}
