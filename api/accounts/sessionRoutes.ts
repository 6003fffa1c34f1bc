import { Hono } from 'hono'
import { z } from 'zod'
import { accountAnswer, sessionAnswer } from '../../shared/accounts/answers.ts'
import { sessionParameter, signInRequest } from '../../shared/accounts/requests.ts'
import { describe } from '../describe.ts'
import { input } from '../input.ts'
import { callerOf } from './caller.ts'
import { dropSessionCookie, setSessionCookie } from './cookie.ts'
import { endOtherSessions, endSession, listSessions, signOut } from './service.ts'
import type { AccountServices } from './services.ts'
import { recognisePerson, requirePerson } from './signedIn.ts'
import { signIn } from './signIn.ts'

/** Signing in and out, here and elsewhere. */
export function sessionRoutes(services: AccountServices) {
  const signedIn = requirePerson(services)
  return new Hono()
    .post(
      '/api/sessions',
      describe('Accounts', 'Sign in', { 201: accountAnswer }),
      input('json', signInRequest),
      async (context) => {
        const before = await recognisePerson(services, context)
        const started = await signIn(services, context.req.valid('json'), callerOf(services, context))
        if (before) await signOut(services, before)
        setSessionCookie(services, context, started)
        return context.json(started.account, 201)
      },
    )
    .get(
      '/api/sessions',
      describe('Accounts', 'List where one is signed in', { 200: z.array(sessionAnswer) }),
      signedIn,
      async (context) => context.json(await listSessions(services, context.get('person'))),
    )
    .delete('/api/sessions/current', describe('Accounts', 'Sign out', { 204: null }), async (context) => {
      const person = await recognisePerson(services, context)
      if (person) await signOut(services, person)
      dropSessionCookie(services, context)
      return context.body(null, 204)
    })
    .delete(
      '/api/sessions/others',
      describe('Accounts', 'Sign out everywhere else', { 204: null }),
      signedIn,
      async (context) => {
        await endOtherSessions(services, context.get('person'))
        return context.body(null, 204)
      },
    )
    .delete(
      '/api/sessions/:sessionId',
      describe('Accounts', 'Sign out somewhere else', { 204: null }),
      signedIn,
      input('param', sessionParameter),
      async (context) => {
        await endSession(services, context.get('person'), context.req.valid('param').sessionId)
        return context.body(null, 204)
      },
    )
}
