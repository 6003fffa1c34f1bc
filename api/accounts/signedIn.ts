// Who is asking, and for which organisation: what every route behind a sign-in begins with.
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { MemberRole } from '../../shared/accounts/roles.ts'
import type { Viewer } from '../../shared/audience/audience.ts'
import { id } from '../../shared/model/fields.ts'
import { AppError } from '../errors.ts'
import { readSessionCookie, setSessionCookie } from './cookie.ts'
import { readPerson, readRole } from './queries.ts'
import type { AccountServices } from './services.ts'

export interface SignedIn {
  personId: string
  sessionId: string
  name: string
  email: string
  emailVerified: boolean
}

/** A person acting for one of its organisations. */
export interface ActingViewer extends Viewer {
  role: MemberRole
}

export interface PersonEnvironment {
  Variables: { person: SignedIn }
}

export interface ViewerEnvironment {
  Variables: { person: SignedIn; viewer: ActingViewer }
}

/**
 * Sets `person`, or refuses with `accounts.notSignedIn`. A page that has edits of somebody names them in `Interlane-Person`:
 * the cookie may be another person's by then, who must neither answer for them nor read what was asked in their name.
 */
export const requirePerson = (services: AccountServices) =>
  createMiddleware<PersonEnvironment>(async (context, next) => {
    const person = await recognisePerson(services, context)
    if (!person) throw new AppError('accounts.notSignedIn')
    const named = context.req.header('Interlane-Person')
    if (named !== undefined && named !== person.personId) throw new AppError('accounts.otherPerson')
    context.set('person', person)
    await next()
  })

/**
 * After {@link requirePerson}: sets `viewer` from the header `Interlane-Organisation`, or where `named` finds it. Whoever may not act
 * for it (any more) is told, as for any organisation that does not exist, that it is not there.
 */
export const actingOrganisation = (services: AccountServices, named = organisationInHeader) =>
  createMiddleware<ViewerEnvironment>(async (context, next) => {
    const { personId } = context.get('person')
    const organisation = id.safeParse(named(context))
    if (!organisation.success) throw new AppError('notThere')
    const organisationId = organisation.data
    const role = await services.door.asSystem('read a membership', (tx) =>
      readRole(tx, organisationId, personId),
    )
    if (!role) throw new AppError('notThere')
    context.set('viewer', { personId, organisationId, role })
    await next()
  })

const organisationInHeader = (context: Context) => context.req.header('Interlane-Organisation')

/** The person of the session cookie, if there is one; moves the end of the session and of its cookie along. */
export async function recognisePerson(
  services: AccountServices,
  context: Context,
): Promise<SignedIn | undefined> {
  const token = readSessionCookie(services, context)
  if (token === undefined) return undefined
  const found = await services.door.asSystem('recognise a session', async (tx) => {
    const session = await services.sessions.recognise(tx, token)
    const person = session && (await readPerson(tx, session.personId))
    return session && person ? { session, person } : undefined
  })
  if (!found) return undefined
  const { session, person } = found
  if (session.renewed) setSessionCookie(services, context, { token, expiresAt: session.expiresAt })
  const { id: personId, ...known } = person
  return { personId, sessionId: session.id, ...known }
}
