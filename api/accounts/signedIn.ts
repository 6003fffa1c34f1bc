// Who is asking, and for which organisation: what every route behind a sign-in begins with.
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import {
  type MemberRight,
  type MemberRole,
  sayStanding,
  standingHeader,
} from '../../shared/accounts/roles.ts'
import type { Viewer } from '../../shared/audience/audience.ts'
import { id } from '../../shared/model/fields.ts'
import { bySession, header, needing } from '../describe.ts'
import { AppError } from '../errors.ts'
import { readSessionCookie, setSessionCookie } from './cookie.ts'
import { readMembership, readPerson } from './queries.ts'
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
  withheld: MemberRight[]
  admins: string[]
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
export const requirePerson = (services: AccountServices) => {
  const middleware = createMiddleware<PersonEnvironment>(async (context, next) => {
    const person = await recognisePerson(services, context)
    if (!person) throw new AppError('accounts.notSignedIn')
    const named = context.req.header('Interlane-Person')
    if (named !== undefined && named !== person.personId) throw new AppError('accounts.otherPerson')
    context.set('person', person)
    await next()
  })
  return needing({ ...bySession, parameters: [personHeader] }, middleware)
}

const personHeader = header('Interlane-Person', 'Refuse unless this is who is signed in.', false)

/**
 * After {@link requirePerson}: sets `viewer` from the header `Interlane-Organisation`, or where `named` finds it. Whoever may not act
 * for it (any more) is told, as for any organisation that does not exist, that it is not there. Every answer says under which rights
 * it was given, so that an open page notices when they have changed.
 */
export const actingOrganisation = (services: AccountServices, named = organisationInHeader) => {
  const middleware = createMiddleware<ViewerEnvironment>(async (context, next) => {
    const { personId } = context.get('person')
    const organisation = id.safeParse(named(context))
    if (!organisation.success) throw new AppError('notThere')
    const organisationId = organisation.data
    const membership = await services.door.asSystem('read a membership', (tx) =>
      readMembership(tx, organisationId, personId),
    )
    if (!membership) throw new AppError('notThere')
    context.set('viewer', { personId, organisationId, ...membership })
    context.header(standingHeader, sayStanding(membership))
    await next()
  })
  return named === organisationInHeader
    ? needing({ parameters: [organisationHeader] }, middleware)
    : middleware
}

const organisationHeader = header(
  'Interlane-Organisation',
  'For which of one’s organisations one acts.',
  true,
)

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
