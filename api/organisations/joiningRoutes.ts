import { Hono } from 'hono'
import { z } from 'zod'
import { accountAnswer } from '../../shared/accounts/answers.ts'
import {
  joinOrganisationRequest,
  ownInvitationParameter,
  shownColleagueInvitationAnswer,
} from '../../shared/accounts/organisations.ts'
import { linkHeader } from '../../shared/accounts/requests.ts'
import { callerOf } from '../accounts/caller.ts'
import { setSessionCookie } from '../accounts/cookie.ts'
import type { AccountServices } from '../accounts/services.ts'
import { recognisePerson, requirePerson } from '../accounts/signedIn.ts'
import { describe } from '../describe.ts'
import { AppError } from '../errors.ts'
import { input } from '../input.ts'
import {
  joinOwnInvitation,
  joinSignedIn,
  joinWithNewAccount,
  listOwnInvitations,
  showInvitation,
} from './joining.ts'

/** The invited colleague's side; the secret of the link comes in a header, never in an address. */
export function joiningRoutes(services: AccountServices) {
  const signedIn = requirePerson(services)
  return new Hono()
    .get(
      '/api/colleague-invitations/current',
      describe('Organisations', 'What an invitation is about', { 200: shownColleagueInvitationAnswer }),
      input('header', linkHeader),
      async (context) =>
        context.json(await showInvitation(services, context.req.valid('header')['interlane-token'])),
    )
    .post(
      '/api/colleague-invitations/current',
      describe('Organisations', 'Accept an invitation', { 200: accountAnswer }),
      input('header', linkHeader),
      input('json', joinOrganisationRequest),
      async (context) => {
        const secret = context.req.valid('header')['interlane-token']
        const { newAccount } = context.req.valid('json')
        if (newAccount) {
          const started = await joinWithNewAccount(services, secret, newAccount, callerOf(services, context))
          setSessionCookie(services, context, started)
          return context.json(started.account)
        }
        const person = await recognisePerson(services, context)
        if (!person) throw new AppError('accounts.notSignedIn')
        return context.json((await joinSignedIn(services, person, secret)).account)
      },
    )
    .get(
      '/api/account/invitations',
      describe('Organisations', 'Invitations to one’s own confirmed address', {
        200: z.array(shownColleagueInvitationAnswer),
      }),
      signedIn,
      async (context) => context.json(await listOwnInvitations(services, context.get('person'))),
    )
    .post(
      '/api/account/invitations/:invitationId',
      describe('Organisations', 'Accept an invitation to one’s own confirmed address', {
        200: accountAnswer,
      }),
      signedIn,
      input('param', ownInvitationParameter),
      async (context) => {
        const { invitationId } = context.req.valid('param')
        return context.json(await joinOwnInvitation(services, context.get('person'), invitationId))
      },
    )
}
