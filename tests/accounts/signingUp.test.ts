import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountAnswer, SignUpAnswer } from '../../shared/accounts/answers.ts'
import { freshDatabase } from '../support/database.ts'
import { password, signIn, signUp } from './people.ts'
import { buildWorld, type World } from './world.ts'

const ada = { name: 'Ada', email: 'Ada@Fernhill.example', password, organisation: 'Fernhill' }

describe('signing up where no mail is sent', () => {
  let world: World
  beforeAll(async () => {
    world = await buildWorld(await freshDatabase())
  })
  afterAll(() => world.close())

  it('creates a person and an organisation with the person as its admin, and signs in', async () => {
    const visitor = world.visitor()
    const answer = await visitor.send<SignUpAnswer>('POST', '/api/account', ada)
    expect(answer.status).toBe(201)
    const account = await visitor.send<AccountAnswer>('GET', '/api/account')
    expect(account.body).toMatchObject({
      person: { name: 'Ada', email: 'ada@fernhill.example', emailVerified: false },
      memberships: [{ organisation: { name: 'Fernhill' }, role: 'admin' }],
      sendsMail: false,
    })
    expect(answer.body).toEqual({ status: 'signedIn', account: account.body })
  })

  it('takes addresses that differ only in case for one account', async () => {
    const answer = await world
      .visitor()
      .send('POST', '/api/account', { ...ada, email: 'ADA@fernhill.EXAMPLE', name: 'Another' })
    expect(answer.status).toBe(409)
    expect(answer.body.error).toMatchObject({ code: 'accounts.emailTaken', field: 'email' })
  })

  it('creates one account when the same sign-up is sent several times at once', async () => {
    const request = { ...ada, email: 'twice@fernhill.example' }
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => world.visitor().send('POST', '/api/account', request)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
  })

  it('asks for a password of at least ten characters', async () => {
    const answer = await world.visitor().send('POST', '/api/account', { ...ada, password: 'ninechars' })
    expect(answer.status).toBe(400)
    expect(answer.body.error).toEqual({
      code: 'input.invalid',
      message: 'Choose a password of at least 10 characters.',
      field: 'password',
    })
  })

  it('names the field that is wrong', async () => {
    const noAddress = await world.visitor().send('POST', '/api/account', { ...ada, email: 'ada' })
    expect(noAddress.body.error.field).toBe('email')
    const noName = await world.visitor().send('POST', '/api/account', { ...ada, name: '  ' })
    expect(noName.body.error).toMatchObject({ field: 'name', message: 'Enter a name.' })
  })

  it('answers a body that is no JSON with a refusal of the same shape', async () => {
    const headers = { 'Content-Type': 'application/json' }
    const answer = await world.app.request('/api/account', { method: 'POST', headers, body: '{' })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ error: { code: 'request.notUnderstood' } })
  })
})

describe('what is sent', () => {
  it('is refused, in one shape, when it is larger than any form', async () => {
    const world = await buildWorld(await freshDatabase())
    const large = { ...ada, name: 'A'.repeat(70_000) }
    for (const path of ['/api/account', '/api/sessions', '/api/password-resets', '/api/organisations']) {
      const answer = await world.visitor().send('POST', path, large)
      expect([path, answer.status, answer.body.error.message]).toEqual([
        path,
        400,
        'This is more than 64 KB. Send less.',
      ])
    }
    await world.close()
  })
})

describe('signing up where mail is sent', () => {
  let world: World
  beforeAll(async () => {
    world = await buildWorld(await freshDatabase(), { sendsMail: true })
  })
  afterAll(() => world.close())

  it('answers the same, without a cookie, whether or not the address has an account', async () => {
    await signUp(world, 'known@fernhill.example')
    const [known, unknown] = await Promise.all(
      ['known', 'unknown'].map((name) =>
        world.visitor().send('POST', '/api/account', { ...ada, email: `${name}@fernhill.example` }),
      ),
    )
    expect(known).toMatchObject({ status: 202, body: { status: 'checkMail' } })
    expect(unknown).toMatchObject({ status: 202, body: { status: 'checkMail' } })
    expect([...(known?.headers.keys() ?? [])]).toEqual([...(unknown?.headers.keys() ?? [])])
    await world.services.afterwards.idle()
    const subjectTo = (email: string) => world.outbox.filter(({ to }) => to === email).at(-1)?.subject
    expect(subjectTo('known@fernhill.example')).toBe('You already have an account on Interlane')
    expect(subjectTo('unknown@fernhill.example')).toBe('Confirm your e-mail address for Interlane')
  })

  it('does not change the account that an address already has', async () => {
    await signUp(world, 'kept@fernhill.example')
    const attack = { ...ada, email: 'kept@fernhill.example', password: 'the password of another' }
    await world.visitor().send('POST', '/api/account', attack)
    await world.services.afterwards.idle()
    expect((await signIn(world, 'kept@fernhill.example')).status).toBe(201)
    expect((await signIn(world, 'kept@fernhill.example', attack.password)).status).toBe(401)
  })

  it('lets nobody sign in before the address is confirmed, with the answer of a wrong password', async () => {
    const email = 'waiting@fernhill.example'
    await world.visitor().send('POST', '/api/account', { ...ada, email })
    await world.services.afterwards.idle()
    const attempt = (secret: string) =>
      world.visitor().send('POST', '/api/sessions', { email, password: secret })
    const right = await attempt(password)
    const wrong = await attempt('a wrong password')
    expect(right.status).toBe(401)
    expect(right.body).toEqual(wrong.body)
  })

  it('confirms the address and signs in with the link and the password', async () => {
    const { visitor, account } = await signUp(world, 'grace@fernhill.example')
    expect(account.person.emailVerified).toBe(true)
    expect((await visitor.send<AccountAnswer>('GET', '/api/account')).body).toEqual(account)
  })

  it('does not confirm an address that somebody else signed up with', async () => {
    const email = 'victim@fernhill.example'
    await world.visitor().send('POST', '/api/account', { ...ada, email })
    const token = { 'Interlane-Token': await world.secretMailedTo(email) }
    const victim = world.visitor()
    const path = '/api/email-confirmations/current'
    const shown = await victim.send('GET', path, undefined, token)
    expect(shown.body).toMatchObject({ email, needsPassword: true })
    expect((await victim.send('POST', path, {}, token)).body.error.field).toBe('password')
    expect((await victim.send('POST', path, { password: 'not known to me' }, token)).status).toBe(401)
    expect((await signIn(world, email)).status).toBe(401)
  })

  it('lets the latest sign-up of an unconfirmed address count', async () => {
    const email = 'late@fernhill.example'
    const first = { ...ada, email, password: 'the password of another', organisation: 'Impostor' }
    await world.visitor().send('POST', '/api/account', first)
    const earlier = await world.secretMailedTo(email)
    const { account } = await signUp(world, email, 'Fernhill')
    expect(account.memberships.map(({ organisation }) => organisation.name)).toEqual(['Fernhill'])
    const token = { 'Interlane-Token': earlier }
    const path = '/api/email-confirmations/current'
    const late = await world.visitor().send('POST', path, { password: first.password }, token)
    expect(late.body.error.code).toBe('links.notValid')
  })
})
