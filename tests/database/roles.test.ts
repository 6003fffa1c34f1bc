import postgres from 'postgres'
import { afterAll, expect, test } from 'vitest'
import { prepareDatabase } from '../../api/database/migrate.ts'
import { freshDatabase } from '../support/database.ts'

const database = await freshDatabase()
afterAll(database.close)

test('the serving login takes each group role within a transaction only', async () => {
  const { sql } = database
  for (const role of ['interlane_viewer', 'interlane_system']) {
    const [inside] = await sql.begin(async (tx) => {
      await tx.unsafe(`set local role ${role}`)
      return tx`select current_user as name`
    })
    expect(inside?.name).toBe(role)
  }
  const [outside] = await sql`select current_user as name`
  expect(outside?.name).toBe(new URL(database.servingUrl).username)
})

test('the serving login has no rights of its own', async () => {
  const owner = postgres(database.ownerUrl, { max: 1 })
  await owner`create table of_the_group (id int)`
  await owner`grant select on of_the_group to interlane_viewer`
  await expect(database.sql`select * from of_the_group`).rejects.toMatchObject({ code: '42501' })
  await owner.end()
})

test('neither the login nor the group roles can go past row-level security', async () => {
  const login = new URL(database.servingUrl).username
  const roles = await database.sql`
    select rolname, rolsuper, rolbypassrls, rolcreaterole, rolinherit from pg_roles
    where rolname in ('interlane_viewer', 'interlane_system', ${login})`
  expect(roles).toHaveLength(3)
  for (const role of roles) {
    expect(role).toMatchObject({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolinherit: false,
    })
  }
})

test('every start derives the same login', async () => {
  expect(await prepareDatabase({ privilegedUrl: database.ownerUrl })).toBe(database.servingUrl)
})
