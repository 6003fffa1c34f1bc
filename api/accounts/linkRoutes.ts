// What mailed links lead to: GET shows what a link is about, only POST does it. Secrets come in a header, never in an address.
import { Hono } from 'hono'
import {
  accountAnswer,
  askPasswordResetAnswer,
  passwordResetWayAnswer,
  shownConfirmationAnswer,
  shownLinkAnswer,
} from '../../shared/accounts/answers.ts'
import {
  askPasswordResetRequest,
  confirmEmailRequest,
  linkHeader,
  resetPasswordRequest,
} from '../../shared/accounts/requests.ts'
import { describe } from '../describe.ts'
import { input } from '../input.ts'
import { callerOf } from './caller.ts'
import { dropSessionCookie, setSessionCookie } from './cookie.ts'
import { askConfirmation, confirmEmail, showConfirmation } from './emailConfirmation.ts'
import { askPasswordReset, resetPassword, showPasswordReset } from './passwordReset.ts'
import type { AccountServices } from './services.ts'
import { recognisePerson, requirePerson } from './signedIn.ts'

/** Forgotten passwords and unconfirmed addresses. */
export function linkRoutes(services: AccountServices) {
  return new Hono()
    .get(
      '/api/password-resets',
      describe('Accounts', 'Whether links to choose a new password are mailed here', {
        200: passwordResetWayAnswer,
      }),
      (context) => context.json({ sendsMail: services.mailer.sends }),
    )
    .post(
      '/api/password-resets',
      describe('Accounts', 'Ask for a link to choose a new password', { 202: askPasswordResetAnswer }),
      input('json', askPasswordResetRequest),
      async (context) => {
        const { email } = context.req.valid('json')
        return context.json(await askPasswordReset(services, email, callerOf(services, context)), 202)
      },
    )
    .get(
      '/api/password-resets/current',
      describe('Accounts', 'Whose password a link is about', { 200: shownLinkAnswer }),
      input('header', linkHeader),
      async (context) =>
        context.json(await showPasswordReset(services, context.req.valid('header')['interlane-token'])),
    )
    .post(
      '/api/password-resets/current',
      describe('Accounts', 'Choose a new password; ends all sessions', { 204: null }),
      input('header', linkHeader),
      input('json', resetPasswordRequest),
      async (context) => {
        const { newPassword } = context.req.valid('json')
        await resetPassword(services, context.req.valid('header')['interlane-token'], newPassword)
        dropSessionCookie(services, context)
        return context.body(null, 204)
      },
    )
    .post(
      '/api/email-confirmations',
      describe('Accounts', 'Ask for the link that confirms the address again', { 202: null }),
      requirePerson(services),
      async (context) => {
        await askConfirmation(services, context.get('person').personId)
        return context.body(null, 202)
      },
    )
    .get(
      '/api/email-confirmations/current',
      describe('Accounts', 'Which address a link confirms', { 200: shownConfirmationAnswer }),
      input('header', linkHeader),
      async (context) => {
        const secret = context.req.valid('header')['interlane-token']
        const person = await recognisePerson(services, context)
        return context.json(await showConfirmation(services, secret, person?.personId))
      },
    )
    .post(
      '/api/email-confirmations/current',
      describe('Accounts', 'Confirm the address', { 200: accountAnswer }),
      input('header', linkHeader),
      input('json', confirmEmailRequest),
      async (context) => {
        const secret = context.req.valid('header')['interlane-token']
        const { password } = context.req.valid('json')
        const person = await recognisePerson(services, context)
        const from = { password, signedInAs: person?.personId, caller: callerOf(services, context) }
        const confirmed = await confirmEmail(services, secret, from)
        if ('token' in confirmed) setSessionCookie(services, context, confirmed)
        return context.json(confirmed.account)
      },
    )
}
