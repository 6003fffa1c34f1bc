import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPersonWithPassword } from '../../api/accounts/createPerson.ts'
import type { AccountAnswer, SessionAnswer } from '../../shared/accounts/answers.ts'
import { freshDatabase } from '../support/database.ts'
import { password, signIn, signUp } from './people.ts'
import { buildWorld, daysOfMinutes, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await buildWorld(await freshDatabase())
})
afterAll(() => world.close())

const sessionsOf = async (visitor: Awaited<ReturnType<typeof signIn>>['visitor']) =>
  (await visitor.send<SessionAnswer[]>('GET', '/api/sessions')).body

describe('signing in', () => {
  it('gives the account and a cookie that scripts and other sites cannot use', async () => {
    const { account } = await signUp(world, 'ada@fernhill.example')
    const visitor = world.visitor()
    const credentials = { email: 'ADA@fernhill.example', password }
    const answer = await visitor.send<AccountAnswer>('POST', '/api/sessions', credentials)
    expect(answer.status).toBe(201)
    expect(answer.body).toEqual(account)
    const [cookie = ''] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/^interlane=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/)
  })

  it('works for a person that a seed created', async () => {
    const { door, services } = world
    const seeded = { name: 'Seeded', email: 'seeded@fernhill.example', password }
    const { passwords } = services
    await door.asSystem('seed', (tx) => createPersonWithPassword(tx, { now: new Date(), passwords }, seeded))
    expect((await signIn(world, seeded.email)).status).toBe(201)
  })

  it('binds the cookie to the host and to TLS where the program is published with TLS', async () => {
    const visitor = world.visitor()
    const published = await buildWorld(await freshDatabase(), { publicUrl: 'https://interlane.example' })
    await signUp(published, 'ada@fernhill.example')
    const { visitor: browser } = await signIn(published, 'ada@fernhill.example')
    expect([...browser.cookies.keys()]).toEqual(['__Host-interlane'])
    const credentials = { email: 'ada@fernhill.example', password }
    const { headers } = await published.visitor().send('POST', '/api/sessions', credentials)
    expect(headers.getSetCookie()[0]).toMatch(/^__Host-interlane=.*; Path=\/; .*Secure/)
    expect(headers.getSetCookie()[0]).not.toMatch(/Domain/)
    expect(visitor.cookies.size).toBe(0)
    await published.close()
  })

  it('answers an unknown address exactly as a wrong password', async () => {
    await signUp(world, 'known@fernhill.example')
    const wrong = { password: 'a wrong password' }
    const known = { ...wrong, email: 'known@fernhill.example' }
    const unknown = { ...wrong, email: 'unknown@fernhill.example' }
    const [first, second] = [
      await world.visitor().send('POST', '/api/sessions', known),
      await world.visitor().send('POST', '/api/sessions', unknown),
    ]
    expect(first.status).toBe(401)
    expect(first.body.error.code).toBe('accounts.wrongCredentials')
    expect(second).toEqual(first)
  })

  it('forgets the session at signing out, also when signed out already', async () => {
    const { visitor } = await signUp(world, 'leaver@fernhill.example')
    const before = new Map(visitor.cookies)
    expect((await visitor.send('DELETE', '/api/sessions/current')).status).toBe(204)
    expect(visitor.cookies.size).toBe(0)
    expect((await visitor.send('DELETE', '/api/sessions/current')).status).toBe(204)
    for (const [name, value] of before) visitor.cookies.set(name, value)
    expect((await visitor.send('GET', '/api/account')).body.error.code).toBe('accounts.notSignedIn')
  })

  it('ends the session that a browser had when it signs in again', async () => {
    const { visitor } = await signUp(world, 'again@fernhill.example')
    await visitor.send('POST', '/api/sessions', { email: 'again@fernhill.example', password })
    expect(await sessionsOf(visitor)).toHaveLength(1)
  })

  it('renews the cookie of a session in use and ends it for good after 90 days', async () => {
    const own = await buildWorld(await freshDatabase())
    const { visitor } = await signUp(own, 'ada@fernhill.example')
    own.passMinutes(daysOfMinutes(16))
    const renewed = await visitor.send('GET', '/api/account')
    expect(renewed.headers.getSetCookie()[0]).toMatch(/^interlane=/)
    expect((await visitor.send('GET', '/api/account')).headers.getSetCookie()).toEqual([])
    for (const days of [25, 25, 23.9]) {
      own.passMinutes(daysOfMinutes(days))
      expect((await visitor.send('GET', '/api/account')).status).toBe(200)
    }
    own.passMinutes(daysOfMinutes(0.2))
    expect((await visitor.send('GET', '/api/account')).status).toBe(401)
    await own.close()
  })
})

describe('the list of sessions', () => {
  it('names device and times, and which one asks', async () => {
    const { visitor } = await signUp(world, 'lists@fernhill.example')
    await signIn(world, 'lists@fernhill.example')
    const sessions = await sessionsOf(visitor)
    expect(sessions).toHaveLength(2)
    expect(sessions.filter(({ current }) => current)).toHaveLength(1)
    expect(sessions[0]).toMatchObject({ device: 'Firefox on Linux', lastSeenAt: expect.any(String) })
  })

  it('ends one of them, and nobody else’s', async () => {
    const owner = await signUp(world, 'owner@fernhill.example')
    const other = await signIn(world, 'owner@fernhill.example')
    const stranger = await signUp(world, 'stranger@fernhill.example')
    const id = (await sessionsOf(other.visitor)).find(({ current }) => current)?.id
    const path = `/api/sessions/${id}`
    expect((await stranger.visitor.send('DELETE', path)).status).toBe(404)
    expect((await other.visitor.send('GET', '/api/account')).status).toBe(200)
    expect((await owner.visitor.send('DELETE', path)).status).toBe(204)
    expect((await other.visitor.send('GET', '/api/account')).status).toBe(401)
    expect((await owner.visitor.send('DELETE', path)).status).toBe(404)
    expect((await owner.visitor.send('DELETE', '/api/sessions/nonsense')).status).toBe(404)
  })

  it('ends all others at once', async () => {
    const owner = await signUp(world, 'many@fernhill.example')
    const others = [
      await signIn(world, 'many@fernhill.example'),
      await signIn(world, 'many@fernhill.example'),
    ]
    expect((await owner.visitor.send('DELETE', '/api/sessions/others')).status).toBe(204)
    for (const { visitor } of others) expect((await visitor.send('GET', '/api/account')).status).toBe(401)
    expect(await sessionsOf(owner.visitor)).toHaveLength(1)
  })
})

describe('one’s own account', () => {
  it('is for whoever is signed in', async () => {
    for (const [method, path, body] of [
      ['GET', '/api/account'],
      ['PATCH', '/api/account', { name: 'Eve' }],
      ['PUT', '/api/account/password', { currentPassword: password, newPassword: password }],
      ['GET', '/api/sessions'],
      ['DELETE', '/api/sessions/others'],
    ] as const) {
      const answer = await world.visitor().send(method, path, body)
      expect([method, path, answer.status]).toEqual([method, path, 401])
    }
  })

  it('changes its name', async () => {
    const { visitor } = await signUp(world, 'renamed@fernhill.example')
    const answer = await visitor.send<AccountAnswer>('PATCH', '/api/account', { name: ' Ada Lovelace ' })
    expect(answer.body.person.name).toBe('Ada Lovelace')
  })

  it('changes its password, knowing the current one, and ends all other sessions', async () => {
    const email = 'changes@fernhill.example'
    const { visitor } = await signUp(world, email)
    const other = await signIn(world, email)
    const change = (currentPassword: string, newPassword: string) =>
      visitor.send('PUT', '/api/account/password', { currentPassword, newPassword })
    expect((await change('not my password', 'my new password')).body.error).toMatchObject({
      code: 'accounts.wrongPassword',
      field: 'currentPassword',
    })
    expect((await change(password, 'short')).body.error.field).toBe('newPassword')
    expect((await change(password, 'my new password')).status).toBe(204)
    expect((await visitor.send('GET', '/api/account')).status).toBe(200)
    expect((await other.visitor.send('GET', '/api/account')).status).toBe(401)
    expect((await signIn(world, email)).status).toBe(401)
    expect((await signIn(world, email, 'my new password')).status).toBe(201)
  })
})
