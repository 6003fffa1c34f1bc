// Steps that many tests begin with.
import type { AccountAnswer, SignUpAnswer } from '../../shared/accounts/answers.ts'
import type { Visitor } from './visitor.ts'
import type { buildInstance } from './world.ts'

export const password = 'correct horse battery'

type Instance = Pick<Awaited<ReturnType<typeof buildInstance>>, 'visitor' | 'secretMailedTo'>

export interface SignedUp {
  visitor: Visitor
  account: AccountAnswer
  organisationId: string
}

/** Signs up somebody new, following the mailed link where there is one. */
export async function signUp(world: Instance, email: string, organisation = 'Fernhill'): Promise<SignedUp> {
  const visitor = world.visitor()
  const [name = ''] = email.split('@')
  const request = { name, email, password, organisation }
  const answer = await visitor.send<SignUpAnswer>('POST', '/api/account', request)
  if (answer.body.status === 'signedIn') return signedUp(visitor, answer.body.account)
  const token = { 'Interlane-Token': await world.secretMailedTo(email) }
  const path = '/api/email-confirmations/current'
  const confirmed = await visitor.send<AccountAnswer>('POST', path, { password }, token)
  return signedUp(visitor, confirmed.body)
}

export async function signIn(world: Pick<Instance, 'visitor'>, email: string, withPassword = password) {
  const visitor = world.visitor()
  const { status } = await visitor.send('POST', '/api/sessions', { email, password: withPassword })
  return { visitor, status }
}

function signedUp(visitor: Visitor, account: AccountAnswer): SignedUp {
  return { visitor, account, organisationId: account.memberships[0]?.organisation.id ?? '' }
}
