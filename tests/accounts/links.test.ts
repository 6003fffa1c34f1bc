import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printableResetLink } from '../../api/accounts/passwordReset.ts'
import { tokens } from '../../api/database/tables/accounts.ts'
import type { AccountAnswer } from '../../shared/accounts/answers.ts'
import { freshDatabase } from '../support/database.ts'
import { password, signIn, signUp } from './people.ts'
import { buildWorld, daysOfMinutes, secretIn, type World } from './world.ts'

const resetPath = '/api/password-resets/current'
const confirmPath = '/api/email-confirmations/current'
const newPassword = 'my new password'
const withToken = (token: string) => ({ 'Interlane-Token': token })

let world: World
beforeAll(async () => {
  world = await buildWorld(await freshDatabase(), { sendsMail: true })
})
afterAll(() => world.close())

async function mailedReset(email: string): Promise<string> {
  await world.visitor().send('POST', '/api/password-resets', { email })
  return world.secretMailedTo(email)
}

const reset = (secret: string, chosen = newPassword) =>
  world.visitor().send('POST', resetPath, { newPassword: chosen }, withToken(secret))

describe('a link to choose a new password', () => {
  it('shows whose password it is about and changes nothing by being opened', async () => {
    await signUp(world, 'opens@fernhill.example')
    const secret = await mailedReset('opens@fernhill.example')
    for (const times of [1, 2]) {
      const shown = await world.visitor().send('GET', resetPath, undefined, withToken(secret))
      expect([times, shown.status]).toEqual([times, 200])
      expect(shown.body).toEqual({ email: 'opens@fernhill.example', expiresAt: expect.any(String) })
    }
    expect((await signIn(world, 'opens@fernhill.example')).status).toBe(201)
    expect((await reset(secret)).status).toBe(204)
  })

  it('sets the password, ends all sessions and tells the person', async () => {
    const email = 'forgot@fernhill.example'
    const { visitor } = await signUp(world, email)
    expect((await reset(await mailedReset(email))).status).toBe(204)
    expect((await visitor.send('GET', '/api/account')).status).toBe(401)
    expect((await signIn(world, email)).status).toBe(401)
    expect((await signIn(world, email, newPassword)).status).toBe(201)
    await world.services.afterwards.idle()
    expect(world.outbox.at(-1)).toMatchObject({ to: email, subject: 'Your Interlane password was changed' })
  })

  it('works once, also when it is used several times at once', async () => {
    const email = 'once@fernhill.example'
    await signUp(world, email)
    const secret = await mailedReset(email)
    const answers = await Promise.all([1, 2, 3, 4, 5].map((n) => reset(secret, `password number ${n}`)))
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404, 404, 404])
    const winner = answers.findIndex(({ status }) => status === 204) + 1
    expect((await signIn(world, email, `password number ${winner}`)).status).toBe(201)
  })

  it('expires after an hour', async () => {
    await signUp(world, 'late@fernhill.example')
    const secret = await mailedReset('late@fernhill.example')
    world.passMinutes(61)
    expect((await reset(secret)).body.error.code).toBe('links.notValid')
    const shown = await world.visitor().send('GET', resetPath, undefined, withToken(secret))
    expect(shown.body.error.code).toBe('links.notValid')
  })

  it('is replaced by a later one', async () => {
    const email = 'later@fernhill.example'
    await signUp(world, email)
    const [first, second] = [await mailedReset(email), await mailedReset(email)]
    expect((await reset(first)).body.error.code).toBe('links.notValid')
    expect((await reset(second)).status).toBe(204)
  })

  it('is refused with one answer whether it never existed or is for something else', async () => {
    const email = 'mixed@fernhill.example'
    await world
      .visitor()
      .send('POST', '/api/account', { name: 'Ada', email, password, organisation: 'Fernhill' })
    const confirmation = await world.secretMailedTo(email)
    const madeUp = await reset('A'.repeat(43))
    expect(madeUp.status).toBe(404)
    expect(await reset(confirmation)).toEqual(madeUp)
    expect((await reset('short')).body.error.code).toBe('input.invalid')
  })

  it('keeps its secret out of addresses and out of the database', async () => {
    const email = 'secret@fernhill.example'
    await signUp(world, email)
    const secret = await mailedReset(email)
    const link = new RegExp(`http://localhost:3000/reset-password#${secret}`)
    expect(world.outbox.at(-1)?.text).toMatch(link)
    expect(world.outbox.at(-1)?.html).toMatch(link)
    const rows = await world.door.asSystem('test', (tx) =>
      tx.select().from(tokens).where(eq(tokens.email, email)),
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(secret)
  })

  it('confirms the address when it was mailed, so that an unconfirmed person gets in with it', async () => {
    const email = 'lost@fernhill.example'
    await world
      .visitor()
      .send('POST', '/api/account', { name: 'Ada', email, password, organisation: 'Fernhill' })
    await world.services.afterwards.idle()
    await reset(await mailedReset(email))
    const { visitor } = await signIn(world, email, newPassword)
    const account = await visitor.send<AccountAnswer>('GET', '/api/account')
    expect(account.body.person.emailVerified).toBe(true)
  })
})

describe('where no mail is sent', () => {
  it('only the operator gets a link, once per call, and it does not confirm the address', async () => {
    const own = await buildWorld(await freshDatabase())
    const email = 'ada@fernhill.example'
    const { visitor } = await signUp(own, email)
    const way = await own.visitor().send('GET', '/api/password-resets')
    expect(way).toMatchObject({ status: 200, body: { sendsMail: false } })
    const asked = await own.visitor().send('POST', '/api/password-resets', { email })
    expect(asked).toMatchObject({ status: 202, body: { status: 'askOperator' } })
    expect(await printableResetLink(own.services, 'nobody@fernhill.example')).toBeUndefined()
    const link = await printableResetLink(own.services, 'ADA@fernhill.example')
    const secret = secretIn(link ?? '')
    const answer = await own.visitor().send('POST', resetPath, { newPassword }, withToken(secret))
    expect(answer.status).toBe(204)
    expect((await visitor.send('GET', '/api/account')).status).toBe(401)
    const again = await signIn(own, email, newPassword)
    const account = await again.visitor.send<AccountAnswer>('GET', '/api/account')
    expect(account.body.person.emailVerified).toBe(false)
    const confirmation = await again.visitor.send('POST', '/api/email-confirmations')
    expect(confirmation.body.error.code).toBe('accounts.noMail')
    await own.close()
  })
})

describe('a link to confirm an address', () => {
  it('is sent again to whoever is signed in, and then needs no password', async () => {
    const database = await freshDatabase()
    const before = await buildWorld(database)
    const { visitor } = await signUp(before, 'ada@fernhill.example')
    const after = await buildWorld(database, { sendsMail: true })
    const browser = after.visitor()
    for (const [name, value] of visitor.cookies) browser.cookies.set(name, value)
    expect((await browser.send('POST', '/api/email-confirmations')).status).toBe(202)
    const token = withToken(await after.secretMailedTo('ada@fernhill.example'))
    const shown = await browser.send('GET', confirmPath, undefined, token)
    expect(shown.body).toMatchObject({ needsPassword: false })
    const confirmed = await browser.send<AccountAnswer>('POST', confirmPath, {}, token)
    expect(confirmed.body.person.emailVerified).toBe(true)
    expect(confirmed.headers.getSetCookie()).toEqual([])
    expect((await browser.send('POST', confirmPath, {}, token)).body.error.code).toBe('links.notValid')
    await after.close()
  })

  it('expires after two days', async () => {
    const request = { name: 'Ada', email: 'slow@fernhill.example', password, organisation: 'Fernhill' }
    await world.visitor().send('POST', '/api/account', request)
    const token = withToken(await world.secretMailedTo(request.email))
    world.passMinutes(daysOfMinutes(2) + 1)
    const late = await world.visitor().send('POST', confirmPath, { password }, token)
    expect(late.body.error.code).toBe('links.notValid')
    await signUp(world, request.email)
    expect((await signIn(world, request.email)).status).toBe(201)
  })
})

describe('the log', () => {
  it('holds no secret, address or password, whatever happens', async () => {
    const own = await buildWorld(await freshDatabase(), { sendsMail: true })
    const email = 'ada@fernhill.example'
    const { visitor } = await signUp(own, email)
    await own.visitor().send('POST', '/api/password-resets', { email })
    const secret = await own.secretMailedTo(email)
    await own.visitor().send('POST', resetPath, { newPassword }, withToken('B'.repeat(43)))
    own.sending.fails = true
    await own.visitor('192.0.2.9').send('POST', '/api/password-resets', { email })
    await own.services.afterwards.idle()
    const { database } = own
    await database.sql.end()
    const broken = await visitor.send('GET', '/api/account')
    expect(broken).toMatchObject({ status: 500, body: { error: { code: 'server.failed' } } })
    await own.visitor().send('POST', resetPath, { newPassword }, withToken(secret))
    await own.visitor().send('POST', '/api/sessions', { email, password })
    const log = own.logged.join('')
    expect(log).toContain('password reset mail failed')
    expect(log).toContain('a request failed')
    const secrets = [secret, email, password, newPassword, ...visitor.cookies.values()]
    for (const kept of secrets) expect(log).not.toContain(kept)
    await own.close()
  })
})
