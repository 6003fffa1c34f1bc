import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as tables from '../../api/database/tables/accounts.ts'
import { freshDatabase } from '../support/database.ts'
import { type SignedUp, signUp } from './people.ts'
import { buildWorld, type World } from './world.ts'

const all = Object.values(tables).filter((table) => table instanceof PgTable)
const names = all.map((table) => getTableConfig(table).name)
const closed = names.filter((name) => name !== 'organisations')

let world: World
let ada: SignedUp
beforeAll(async () => {
  world = await buildWorld(await freshDatabase())
  ada = await signUp(world, 'ada@fernhill.example')
  await signUp(world, 'jonas@oakes.example', 'Oakes & Vale')
})
afterAll(() => world.close())

const viewer = () => ({ personId: ada.account.person.id, organisationId: ada.organisationId })

describe('the tables of accounts', () => {
  it('are all guarded by row-level security, their owner included', async () => {
    const guarded = await world.door.asSystem('test', (tx) =>
      tx.execute<{ relname: string }>(
        sql`select relname from pg_class where relrowsecurity and relforcerowsecurity`,
      ),
    )
    expect(guarded.map(({ relname }) => relname)).toEqual(expect.arrayContaining(names))
    expect(names.length).toBeGreaterThanOrEqual(8)
  })

  it.each(closed)('%s cannot be read or written by a viewer', async (name) => {
    const statements = [sql`select 1 from ${sql.identifier(name)}`, sql`delete from ${sql.identifier(name)}`]
    for (const statement of statements) {
      const attempt = world.door.asAuthor(viewer(), randomUUID(), (tx) => tx.execute(statement))
      await expect(attempt).rejects.toMatchObject({ cause: { code: '42501' } })
    }
  })

  it('show a viewer no organisation with which it shares nothing', async () => {
    const seen = await world.door.asViewer(viewer(), (tx) => tx.select().from(tables.organisations))
    expect(seen.map(({ name }) => name)).toEqual(['Fernhill'])
  })

  it('cannot be read by the login that the program serves with, outside the door', async () => {
    for (const name of names) {
      await expect(world.database.sql.unsafe(`select 1 from ${name}`)).rejects.toMatchObject({
        code: '42501',
      })
    }
  })
})
