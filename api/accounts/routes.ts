import { Hono } from 'hono'
import { z } from 'zod'
import {
  accountAnswer,
  demoAccountAnswer,
  type SignUpAnswer,
  signUpAnswer,
} from '../../shared/accounts/answers.ts'
import { changePasswordRequest, renamePersonRequest, signUpRequest } from '../../shared/accounts/requests.ts'
import { describe } from '../describe.ts'
import { AppError } from '../errors.ts'
import { input } from '../input.ts'
import { smallBody } from '../smallBody.ts'
import { callerOf, isFromThisMachine } from './caller.ts'
import { setSessionCookie } from './cookie.ts'
import { readDemoAccounts } from './demo.ts'
import { linkRoutes } from './linkRoutes.ts'
import { readAccount } from './queries.ts'
import { changePassword, renamePerson } from './service.ts'
import type { AccountServices } from './services.ts'
import { sessionRoutes } from './sessionRoutes.ts'
import { requirePerson } from './signedIn.ts'
import { signUp } from './signUp.ts'

/** Everything about one's own account. */
export function accountRoutes(services: AccountServices) {
  const signedIn = requirePerson(services)
  return new Hono()
    .use('/api/account/*', smallBody)
    .use('/api/sessions/*', smallBody)
    .use('/api/password-resets/*', smallBody)
    .use('/api/email-confirmations/*', smallBody)
    .post(
      '/api/account',
      describe('Accounts', 'Sign up: a person and its organisation', {
        201: signUpAnswer,
        202: signUpAnswer,
      }),
      input('json', signUpRequest),
      async (context) => {
        const started = await signUp(services, context.req.valid('json'), callerOf(services, context))
        if (!started) return context.json<SignUpAnswer, 202>({ status: 'checkMail' }, 202)
        setSessionCookie(services, context, started)
        return context.json<SignUpAnswer, 201>({ status: 'signedIn', account: started.account }, 201)
      },
    )
    .get(
      '/api/account',
      describe('Accounts', 'Who is signed in, and for which organisations it may act', {
        200: accountAnswer,
      }),
      signedIn,
      async (context) => {
        const { personId } = context.get('person')
        const account = await services.door.asSystem('read an account', (tx) =>
          readAccount(tx, personId, services.mailer.sends),
        )
        return context.json(account)
      },
    )
    .patch(
      '/api/account',
      describe('Accounts', 'Change one’s name', { 200: accountAnswer }),
      signedIn,
      input('json', renamePersonRequest),
      async (context) =>
        context.json(await renamePerson(services, context.get('person'), context.req.valid('json').name)),
    )
    .put(
      '/api/account/password',
      describe('Accounts', 'Change one’s password; ends all other sessions', { 204: null }),
      signedIn,
      input('json', changePasswordRequest),
      async (context) => {
        await changePassword(services, context.get('person'), context.req.valid('json'))
        return context.body(null, 204)
      },
    )
    .get(
      '/api/demo/accounts',
      describe('Accounts', 'The demo accounts, on the machine of the demo only', {
        200: z.array(demoAccountAnswer),
      }),
      async (context) => {
        if (!services.demo || !isFromThisMachine(context)) throw new AppError('notThere')
        return context.json(await services.door.asSystem('show the demo accounts', readDemoAccounts))
      },
    )
    .route('/', sessionRoutes(services))
    .route('/', linkRoutes(services))
}
