import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { throttleRules } from '../../api/accounts/throttle.ts'
import { freshDatabase } from '../support/database.ts'
import { password, signUp } from './people.ts'
import { buildInstance, buildWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await buildWorld(await freshDatabase())
})
afterAll(() => world.close())

const { signInFromAddressToAccount, signInToAccount } = throttleRules

async function guess(instance: Pick<World, 'visitor'>, email: string, address: string, secret = 'a guess') {
  const visitor = instance.visitor(address)
  return visitor.send('POST', '/api/sessions', { email, password: secret })
}

async function guessOften(instance: Pick<World, 'visitor'>, email: string, address: string, times: number) {
  for (let guesses = 0; guesses < times; guesses++) await guess(instance, email, address)
}

describe('guessing passwords', () => {
  it('ends after a few tries from one address, for the right password too, and says how long', async () => {
    await signUp(world, 'ada@fernhill.example')
    await guessOften(world, 'ada@fernhill.example', '192.0.2.1', signInFromAddressToAccount.points)
    const refused = await guess(world, 'ada@fernhill.example', '192.0.2.1', password)
    expect(refused.status).toBe(429)
    expect(refused.body.error.code).toBe('accounts.tooManyAttempts')
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(60)
    expect((await guess(world, 'ada@fernhill.example', '192.0.2.2', password)).status).toBe(201)
  })

  it('is counted for addresses without an account alike', async () => {
    await guessOften(world, 'nobody@fernhill.example', '192.0.2.3', signInFromAddressToAccount.points)
    const refused = await guess(world, 'nobody@fernhill.example', '192.0.2.3')
    expect(refused.body.error.code).toBe('accounts.tooManyAttempts')
  })

  it('cannot be spread over addresses without end', async () => {
    await signUp(world, 'grace@fernhill.example')
    for (let host = 0; host < signInToAccount.points; host++) {
      await guess(world, 'grace@fernhill.example', `198.51.100.${host}`)
    }
    expect((await guess(world, 'grace@fernhill.example', '198.51.100.250', password)).status).toBe(429)
  })

  it('cannot be spread over instances of the program', async () => {
    const second = await buildInstance(world.door)
    const half = signInFromAddressToAccount.points / 2
    await guessOften(world, 'shared@fernhill.example', '192.0.2.4', half)
    await guessOften(second, 'shared@fernhill.example', '192.0.2.4', half)
    expect((await guess(world, 'shared@fernhill.example', '192.0.2.4')).status).toBe(429)
    expect((await guess(second, 'shared@fernhill.example', '192.0.2.4')).status).toBe(429)
  })

  it('cannot be speeded up by guessing at the same time', async () => {
    const times = signInFromAddressToAccount.points * 2
    const guesses = Array.from({ length: times }, () => guess(world, 'fast@fernhill.example', '192.0.2.5'))
    const statuses = (await Promise.all(guesses)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(signInFromAddressToAccount.points)
    expect(statuses.filter((status) => status === 429)).toHaveLength(signInFromAddressToAccount.points)
  })

  it('cannot hide behind a header, unless a proxy on this machine wrote it', async () => {
    const tryAs = (instance: Pick<World, 'visitor'>, forwardedFor: string) =>
      instance.visitor('127.0.0.1').send(
        'POST',
        '/api/sessions',
        { email: 'x@fernhill.example', password: 'a guess' },
        {
          'X-Forwarded-For': forwardedFor,
        },
      )
    const times = signInFromAddressToAccount.points
    for (let host = 0; host < times; host++) await tryAs(world, `203.0.113.${host}`)
    expect((await tryAs(world, '203.0.113.250')).status).toBe(429)
    const proxied = await buildInstance(world.door, { publicUrl: 'https://interlane.example' })
    expect((await tryAs(proxied, 'forged, 203.0.113.251')).status).toBe(401)
  })

  it('is forgotten once the right password came', async () => {
    const email = 'clumsy@fernhill.example'
    await signUp(world, email)
    for (let round = 0; round < 3; round++) {
      await guessOften(world, email, '192.0.2.6', signInFromAddressToAccount.points - 1)
      expect((await guess(world, email, '192.0.2.6', password)).status).toBe(201)
    }
  })

  it('does not work through changing the password either', async () => {
    const { visitor } = await signUp(world, 'session@fernhill.example')
    const change = { currentPassword: 'a guess', newPassword: 'my new password' }
    const statuses: number[] = []
    for (let guesses = 0; guesses <= throttleRules.checkPassword.points; guesses++) {
      statuses.push((await visitor.send('PUT', '/api/account/password', change)).status)
    }
    expect(statuses.slice(0, -1).every((status) => status === 403)).toBe(true)
    expect(statuses.at(-1)).toBe(429)
  })
})

describe('other attempts', () => {
  it('are counted for sign-ups from one address, by network for IPv6', async () => {
    const { points } = throttleRules.signUpFromAddress
    const signUpFrom = (address: string) =>
      world.visitor(address).send('POST', '/api/account', {
        name: 'Ada',
        email: 'ada@fernhill.example',
        password,
        organisation: 'Fernhill',
      })
    for (let times = 0; times < points; times++) await signUpFrom(`2001:db8::${times.toString(16)}`)
    expect((await signUpFrom('2001:db8::ffff')).status).toBe(429)
    expect((await signUpFrom('2001:db8:0:1::1')).status).toBe(409)
  })

  it('are counted for sign-ups that mail one address, from wherever, with or without an account', async () => {
    const mailing = await buildInstance(world.door, { sendsMail: true })
    const { points } = throttleRules.signUpMailToEmail
    for (const email of ['ada@fernhill.example', 'stranger@fernhill.example']) {
      const statuses: number[] = []
      for (let times = 0; times <= points; times++) {
        const request = { name: 'Ada', email, password, organisation: 'Fernhill' }
        const { status } = await mailing.visitor(`203.0.113.${times}`).send('POST', '/api/account', request)
        statuses.push(status)
      }
      expect(statuses).toEqual([...Array<number>(points).fill(202), 429])
    }
    await mailing.services.afterwards.idle()
  })

  it('are counted for password resets of one address, with or without an account', async () => {
    const { points } = throttleRules.resetForEmail
    for (const email of ['ada@fernhill.example', 'nobody@fernhill.example']) {
      const ask = () => world.visitor('192.0.2.7').send('POST', '/api/password-resets', { email })
      const statuses: number[] = []
      for (let times = 0; times <= points; times++) statuses.push((await ask()).status)
      expect(statuses).toEqual([...Array<number>(points).fill(202), 429])
    }
  })
})
