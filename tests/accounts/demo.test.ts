import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDemoPerson, alignDemoAccounts } from '../../api/accounts/demo.ts'
import { foundOrganisation } from '../../api/organisations/founding.ts'
import type { AccountAnswer, DemoAccountAnswer } from '../../shared/accounts/answers.ts'
import { freshDatabase } from '../support/database.ts'
import { password, signIn, signUp } from './people.ts'
import type { Visitor } from './visitor.ts'
import { buildInstance, buildWorld, type World } from './world.ts'

let world: World
const changed: string[] = []
beforeAll(async () => {
  world = await buildWorld(await freshDatabase(), { demo: true })
  await seed(world)
})
afterAll(() => world.close())

/** Two organisations founded by a real person, each with somebody of the demo. */
async function seed({ services, door }: World) {
  const founder = await signUp(world, 'founder@real.example', 'Real')
  await door.asSystem('seed', async (tx) => {
    for (const [name, person] of [
      ['Fernhill', 'Imogen'],
      ['Oakes & Vale', 'Jonas'],
    ] as const) {
      const organisation = { name, founderId: founder.account.person.id }
      const organisationId = await foundOrganisation(tx, new Date(), organisation, async () => {})
      const email = `${person.toLowerCase()}@demo.example`
      const demo = { id: randomUUID(), name: person, email, organisationId, role: 'editor' } as const
      await addDemoPerson(tx, new Date(), services.passwords, demo)
    }
  })
}

const list = (visitor: Visitor, headers?: Record<string, string>) =>
  visitor.send<DemoAccountAnswer[]>('GET', '/api/demo/accounts', undefined, headers)

describe('the demo accounts', () => {
  it('are listed with passwords one can sign in with, random for each', async () => {
    const { status, body } = await list(world.visitor())
    expect(status).toBe(200)
    expect(body).toEqual([
      {
        email: 'imogen@demo.example',
        name: 'Imogen',
        organisation: 'Fernhill',
        password: expect.stringMatching(/^.{10,}$/),
      },
      {
        email: 'jonas@demo.example',
        name: 'Jonas',
        organisation: 'Oakes & Vale',
        password: expect.stringMatching(/^.{10,}$/),
      },
    ])
    expect(new Set(body.map((account) => account.password)).size).toBe(2)
    for (const { email, password: shown } of body)
      expect((await signIn(world, email, shown)).status).toBe(201)
  })

  it('are shown to this machine only, directly, under a loopback name', async () => {
    for (const address of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1']) {
      expect([address, (await list(world.visitor(address))).status]).toEqual([address, 200])
    }
    for (const address of ['192.168.1.7', '10.0.0.1', '2001:db8::1', '::ffff:192.168.1.7', '']) {
      expect([address, (await list(world.visitor(address))).status]).toEqual([address, 404])
    }
    for (const host of ['localhost', 'LOCALHOST:3000', '127.0.0.1:8080', '[::1]:3000']) {
      expect([host, (await list(world.visitor(), { Host: host })).status]).toEqual([host, 200])
    }
    for (const host of ['interlane.example', 'localhost.evil.example', '127.0.0.1.nip.io:3000', '', '@@']) {
      expect([host, (await list(world.visitor(), { Host: host })).status]).toEqual([host, 404])
    }
    for (const header of ['X-Forwarded-For', 'Forwarded', 'X-Real-IP', 'X-Forwarded-Host', 'Via']) {
      expect([header, (await list(world.visitor(), { [header]: '127.0.0.1' })).status]).toEqual([header, 404])
    }
  })

  it('are no longer shown once somebody chose a password for them', async () => {
    const own = (await list(world.visitor())).body.find(({ name }) => name === 'Jonas')
    const { visitor } = await signIn(world, 'jonas@demo.example', own?.password)
    const change = { currentPassword: own?.password, newPassword: 'chosen by somebody' }
    expect((await visitor.send('PUT', '/api/account/password', change)).status).toBe(204)
    expect((await list(world.visitor())).body.map(({ name }) => name)).toEqual(['Imogen'])
  })

  it('lose passwords, sessions and memberships when the program starts without the demo', async () => {
    const [imogen] = (await list(world.visitor())).body
    const { visitor } = await signIn(world, 'imogen@demo.example', imogen?.password)
    const membershipChanged = async (_organisationId: string, personId: string) => void changed.push(personId)
    const without = await buildInstance(world.door, { demo: false, membershipChanged })
    await alignDemoAccounts(without.services)
    expect((await list(without.visitor())).status).toBe(404)
    expect((await visitor.send('GET', '/api/account')).status).toBe(401)
    expect((await signIn(without, 'imogen@demo.example', imogen?.password)).status).toBe(401)
    expect((await signIn(without, 'jonas@demo.example', 'chosen by somebody')).status).toBe(401)
    expect((await signIn(without, 'founder@real.example', password)).status).toBe(201)
    expect(changed).toHaveLength(2)
  })

  it('come back with new passwords when it starts with the demo again', async () => {
    await alignDemoAccounts(world.services)
    await alignDemoAccounts(world.services)
    const { body } = await list(world.visitor())
    expect(body.map(({ name }) => name)).toEqual(['Imogen', 'Jonas'])
    const { visitor, status } = await signIn(world, 'jonas@demo.example', body[1]?.password)
    expect(status).toBe(201)
    const account = await visitor.send<AccountAnswer>('GET', '/api/account')
    expect(account.body.memberships).toMatchObject([
      { organisation: { name: 'Oakes & Vale' }, role: 'editor' },
    ])
  })
})
