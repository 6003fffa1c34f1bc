// Whether an address has an account shows neither in answers nor in the work an answer waits for.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPasswords } from '../../api/accounts/passwords.ts'
import { signIn } from '../../api/accounts/signIn.ts'
import { signUp as signUpService } from '../../api/accounts/signUp.ts'
import { freshDatabase } from '../support/database.ts'
import { password, signUp } from './people.ts'
import { buildWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await buildWorld(await freshDatabase(), { sendsMail: true })
  await signUp(world, 'known@fernhill.example')
})
afterAll(() => world.close())

const caller = { address: '192.0.2.1', device: 'Firefox on Linux' }

/** The reasons and hashes of everything that happens until an answer is there, in order. */
async function stepsOf(work: (services: World['services']) => Promise<unknown>): Promise<string[]> {
  const steps: string[] = []
  const { door, passwords, afterwards } = world.services
  const services: World['services'] = {
    ...world.services,
    door: {
      ...door,
      asSystem(reason, inside) {
        steps.push(reason)
        return door.asSystem(reason, inside)
      },
    },
    passwords: {
      hash: async (text) => {
        steps.push('hash')
        return passwords.hash(text)
      },
      verify: async (hash, text) => {
        steps.push('verify')
        return passwords.verify(hash, text)
      },
    },
    afterwards: { ...afterwards, run: (name) => void steps.push(`afterwards: ${name}`) },
  }
  await work(services).catch(() => {})
  return steps
}

describe('an address with and one without an account', () => {
  it('cost the same steps at signing in', async () => {
    const attempt = (email: string) =>
      stepsOf((services) => signIn(services, { email, password: 'a wrong password' }, caller))
    const known = await attempt('known@fernhill.example')
    expect(known).toEqual(['find a credential', 'verify'])
    expect(await attempt('unknown@fernhill.example')).toEqual(known)
  })

  it('cost the same steps at signing up, before the answer', async () => {
    const fields = { name: 'Ada', password, organisation: 'Fernhill' }
    const attempt = (email: string) =>
      stepsOf((services) => signUpService(services, { ...fields, email }, caller))
    const known = await attempt('known@fernhill.example')
    expect(known).toEqual(['hash', 'afterwards: sign-up'])
    expect(await attempt('unknown@fernhill.example')).toEqual(known)
  })

  it('are answered alike when a new password is asked for', async () => {
    const ask = (email: string) => world.visitor().send('POST', '/api/password-resets', { email })
    const known = await ask('known@fernhill.example')
    expect(known).toMatchObject({ status: 202, body: { status: 'checkMail' } })
    expect(await ask('unknown@fernhill.example')).toEqual(known)
    await world.services.afterwards.idle()
    expect(world.outbox.filter(({ to }) => to === 'unknown@fernhill.example')).toEqual([])
  })
})

describe('hashing', () => {
  it('happens for a person who does not exist as well, and never matches', async () => {
    const passwords = await createPasswords()
    expect(await passwords.verify(undefined, 'the password of nobody')).toBe(false)
    const hash = await passwords.hash(password)
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await passwords.verify(hash, password)).toBe(true)
    expect(await passwords.verify(hash, `${password} `)).toBe(false)
  })

  it('takes a password for the same however its letters are composed', async () => {
    const passwords = await createPasswords()
    const hash = await passwords.hash('zw\u00f6lf Hüte im Flur')
    expect(await passwords.verify(hash, 'zwo\u0308lf Hüte im Flur')).toBe(true)
  })

  it('does no more at once than memory is meant to bear, and refuses an endless queue', async () => {
    const passwords = await createPasswords({ concurrent: 1, waiting: 1 })
    const first = passwords.hash(password)
    const second = passwords.hash(password)
    await expect(passwords.hash(password)).rejects.toMatchObject({ code: 'server.busy' })
    await Promise.all([first, second])
    await expect(passwords.hash(password)).resolves.toMatch(/^\$argon2id/)
  })
})
