// The whole program on a database of its own: every route, a mailer that keeps what it sends, people who act.
import { Writable } from 'node:stream'
import { createApp } from '../../api/app.ts'
import { readConfig } from '../../api/config.ts'
import { createLog } from '../../api/log.ts'
import { type Mail, noMailer } from '../../api/mail/mailer.ts'
import { createServices } from '../../api/services.ts'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { ChangesResponse, EditsResponse } from '../../shared/edits/exchange.ts'
import { createVisitor, type Visitor } from '../accounts/visitor.ts'
import { freshDatabase } from './database.ts'

/** Somebody signed in, acting for the organisation they signed up with. */
export interface Actor extends Visitor {
  personId: string
  organisationId: string
  email: string
  /** Sends a request for the acting organisation. */
  act<Body>(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: Body; headers: Headers }>
  /** Makes one edit; answers the server's answer to it. */
  edit(ecosystemId: string, ...actions: ActionInput[]): Promise<EditsResponse['answers'][number]>
  pull(ecosystemId: string, cursor?: string): Promise<ChangesResponse>
}

export interface World extends Awaited<ReturnType<typeof createWorld>> {}

export async function createWorld({ sendsMail = false } = {}) {
  const database = await freshDatabase()
  const outbox: Mail[] = []
  const logged: string[] = []
  const log = createLog(new Writable({ write: (line, _, done) => done(void logged.push(String(line))) }))
  const mailer = { sends: true, send: async (mail: Mail) => void outbox.push(mail), close() {} }
  const services = await createServices({
    connection: database,
    mailer: sendsMail ? mailer : noMailer,
    log,
    publicUrl: () => 'http://localhost:3000',
    demo: false,
  })
  const readiness = { isDraining: () => false, askDatabase: () => database.sql`select 1` }
  const config = readConfig({ DEMO: 'off' })
  const app = createApp({ config, log, readiness, services, webFolder: 'dist/web' })

  let signedUp = 0
  return {
    app,
    database,
    services,
    outbox,
    logged,
    close: () => database.close(),
    visitor: () => createVisitor(app as never),
    /** Signs somebody up as the admin of a new organisation. */
    async actor(organisation: string): Promise<Actor> {
      signedUp += 1
      const visitor = createVisitor(app as never, `127.0.1.${signedUp}`)
      const email = `person${signedUp}@${organisation.toLowerCase().replaceAll(/[^a-z]/g, '')}.example`
      const name = `Person ${signedUp}`
      const account = { name, email, password: 'long enough for anyone', organisation }
      await visitor.send('POST', '/api/account', account)
      return asActor(visitor, email)
    },
    asActor,
  }
}

/** Takes up acting for the first organisation of whoever is signed in. */
export async function asActor(visitor: Visitor, email: string): Promise<Actor> {
  const { body } = await visitor.send<{
    person: { id: string }
    memberships: { organisation: { id: string } }[]
  }>('GET', '/api/account')
  const organisationId = body.memberships[0]!.organisation.id
  let number = 0
  const act = <Body>(method: string, path: string, sent?: unknown) =>
    visitor.send<Body>(method, path, sent, { 'Interlane-Organisation': organisationId })
  return {
    ...visitor,
    personId: body.person.id,
    organisationId,
    email,
    act,
    async edit(ecosystemId, ...actions) {
      const edit = { clientId: organisationId, number: ++number, version: 1, actions }
      const answered = await act<EditsResponse>('POST', `/api/ecosystems/${ecosystemId}/edits`, {
        edits: [edit],
      })
      return answered.body.answers[0]!
    },
    async pull(ecosystemId, cursor) {
      const query = cursor === undefined ? '' : `?cursor=${cursor}`
      return (await act<ChangesResponse>('GET', `/api/ecosystems/${ecosystemId}/changes${query}`)).body
    },
  }
}
