// The program refuses to serve with a role that could go past row-level security, however it came by that right.
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepareDatabase } from '../../api/database/migrate.ts'
import { startServer } from '../support/server.ts'
import { startOwnPostgres } from './ownPostgres.ts'

const database = await startOwnPostgres()
const owner = postgres(database.url, { max: 1, onnotice: () => {} })
let login: string
beforeAll(async () => {
  login = new URL(await prepareDatabase({ privilegedUrl: database.url })).username
  await owner`create role mighty nologin bypassrls`
})
afterAll(async () => {
  await owner.end()
  await database.stop()
})

describe('the role that serves', () => {
  it.each([
    [
      'may bypass row-level security',
      () => `alter role ${login} bypassrls`,
      () => `alter role ${login} nobypassrls`,
    ],
    ['is a superuser', () => `alter role ${login} superuser`, () => `alter role ${login} nosuperuser`],
    ['may take a role that could', () => `grant mighty to ${login}`, () => `revoke mighty from ${login}`],
  ])('is refused when it %s, and taken again when it may not any more', async (_, spoil, mend) => {
    await owner.unsafe(spoil())
    const refused = expect(prepareDatabase({ privilegedUrl: database.url })).rejects
    await refused.toThrow('could go past row-level security')
    await owner.unsafe(mend())
    expect(await prepareDatabase({ privilegedUrl: database.url })).toContain(login)
  })

  it('is refused as a group whose members would inherit it', async () => {
    await owner`alter role interlane_viewer bypassrls`
    await expect(prepareDatabase({ privilegedUrl: database.url })).rejects.toThrow('NOBYPASSRLS')
    await owner`alter role interlane_viewer nobypassrls`
  })

  it('keeps the program from starting, with a sentence that says what to do', async () => {
    await owner.unsafe(`alter role ${login} bypassrls`)
    const started = expect(startServer({ databaseUrl: database.url })).rejects
    await started.toThrow('take that right from it')
    await owner.unsafe(`alter role ${login} nobypassrls`)
  })
})
