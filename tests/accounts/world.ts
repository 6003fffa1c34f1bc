// A whole account system on a database of its own: the real routes, a mailer that keeps what it sends, a clock one can turn.
import { Writable } from 'node:stream'
import { Hono } from 'hono'
import { accountRoutes } from '../../api/accounts/routes.ts'
import { createAccountServices, type MembershipChanged } from '../../api/accounts/services.ts'
import { type Door, openDoor } from '../../api/database/door.ts'
import { answerErrors } from '../../api/errors.ts'
import { createLog } from '../../api/log.ts'
import { type Mail, noMailer } from '../../api/mail/mailer.ts'
import { organisationRoutes } from '../../api/organisations/routes.ts'
import type { TestDatabase } from '../support/database.ts'
import { createVisitor, type Visitor } from './visitor.ts'

interface Wishes {
  sendsMail?: boolean
  demo?: boolean
  publicUrl?: string
  membershipChanged?: MembershipChanged
}

export interface World extends Awaited<ReturnType<typeof buildWorld>> {}

export async function buildWorld(database: TestDatabase, wishes: Wishes = {}) {
  const world = await buildInstance(openDoor(database.database), wishes)
  return { ...world, database, close: () => database.close() }
}

/** One instance of the program; several may stand on one door's database. */
export async function buildInstance(door: Door, wishes: Wishes = {}) {
  const { sendsMail = false, demo = false, publicUrl = 'http://localhost:3000' } = wishes
  const outbox: Mail[] = []
  const sending = { fails: false }
  const logged: string[] = []
  const log = createLog(new Writable({ write: (line, _, done) => done(void logged.push(String(line))) }))
  const time = { now: new Date() }
  const send = async (mail: Mail) => {
    if (sending.fails) throw new Error('the server does not take it')
    outbox.push(mail)
  }
  const services = await createAccountServices({
    door,
    mailer: sendsMail ? { sends: true, send, close() {} } : noMailer,
    publicUrl: () => publicUrl,
    demo,
    membershipChanged: wishes.membershipChanged ?? (async () => {}),
    logFailure: (name, err) => log.error({ err }, `${name} failed`),
    clock: () => new Date(time.now),
  })
  const app = new Hono()
  app.onError(answerErrors((err) => log.error({ err }, 'a request failed')))
  app.route('/', accountRoutes(services)).route('/', organisationRoutes(services))
  return {
    app,
    services,
    door,
    outbox,
    sending,
    logged,
    /** A browser of its own, by default on this machine. */
    visitor: (address?: string): Visitor => createVisitor(app, address),
    passMinutes(minutes: number) {
      time.now = new Date(time.now.getTime() + minutes * 60_000)
    },
    /** The secret of the link in the latest mail to an address, once everything under way is done. */
    async secretMailedTo(email: string): Promise<string> {
      await services.afterwards.idle()
      const mail = outbox.filter(({ to }) => to === email).at(-1)
      return secretIn(mail?.text ?? '')
    },
  }
}

/** The secret in the first link of a text. */
export function secretIn(text: string): string {
  const secret = /#([A-Za-z0-9_-]{43})/.exec(text)?.[1]
  if (!secret) throw new Error('There is no link with a secret here.')
  return secret
}

export const daysOfMinutes = (days: number) => days * 24 * 60
