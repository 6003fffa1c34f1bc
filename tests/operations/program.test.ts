import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { buildProgram, newDataFolder, runProgram, startServer } from '../support/server.ts'

const database = await freshDatabase({ migrated: false })
afterAll(database.close)
await buildProgram(false)

describe('instances', () => {
  test('three may start at once on one empty database', async () => {
    const instances = await Promise.all([1, 2, 3].map(() => startServer({ databaseUrl: database.ownerUrl })))
    const logins = await database.sql`select distinct usename from pg_stat_activity
      where datname = current_database() and application_name = 'interlane' and usename like 'interlane_serve%'`
    expect(logins).toHaveLength(1)
    expect(await Promise.all(instances.map((instance) => instance.stop()))).toEqual([0, 0, 0])
  })

  test('three may start at once on one empty data folder; the last to go stops the embedded server', async () => {
    const dataFolder = newDataFolder()
    const instances = await Promise.all([1, 2, 3].map(() => startServer({ dataFolder })))
    expect(await Promise.all(instances.slice(1).map((instance) => instance.stop()))).toEqual([0, 0])
    expect((await fetch(`${instances[0]!.address}/readyz`)).status).toBe(200)
    // Postgres removes its lock file as the last thing it does.
    const lock = join(dataFolder, 'postgres', 'data', 'postmaster.pid')
    expect(existsSync(lock)).toBe(true)
    expect(await instances[0]!.stop()).toBe(0)
    expect(existsSync(lock)).toBe(false)
  })
})

describe('a program that cannot start says so in one sentence, ends with 1 and changes nothing', () => {
  test('when its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    const { sentence, code } = await refusal({ PORT: `${port}`, DATABASE_URL: database.ownerUrl })
    expect(sentence).toBe(
      `Port ${port} on 127.0.0.1 is in use by another program: stop it, or set PORT to a free one.`,
    )
    expect(code).toBe(1)
    other.close()
  })

  test('when its configuration is wrong', async () => {
    expect(await refusal({ PORT: 'x' })).toEqual({
      sentence: 'PORT must be a whole number from 0 to 65535, not "x".',
      code: 1,
    })
  })

  test('when no database answers', async () => {
    const url = 'postgres://somebody:s3cret@127.0.0.1:1/interlane'
    const { sentence, code } = await refusal({ PORT: '0', DATABASE_URL: url })
    expect(sentence).toMatch(/^No Postgres answers at 127\.0\.0\.1:1 \(ECONNREFUSED\)[^\n]*$/)
    expect(code).toBe(1)
  })

  test('when the database does not know the password', async () => {
    const url = new URL(database.ownerUrl)
    url.password = 's3cret'
    const { sentence, code } = await refusal({ PORT: '0', DATABASE_URL: url.href })
    expect(sentence).toMatch(/^The Postgres at [^\n]* refuses the user or password of DATABASE_URL[^\n]*$/)
    expect(sentence).not.toContain('s3cret')
    expect(code).toBe(1)
  })

  test('when the database has not been created', async () => {
    const url = new URL(database.ownerUrl)
    url.pathname = '/nowhere'
    const { sentence } = await refusal({ PORT: '0', DATABASE_URL: url.href })
    expect(sentence).toMatch(/^The Postgres at [^\n]* has no database "nowhere"[^\n]*$/)
  })

  test('when a newer version has written the database', async () => {
    const newer = await freshDatabase()
    const owner = postgres(newer.ownerUrl, { max: 1, onnotice: () => {} })
    await owner`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of the future', 99999999999999)`
    const before = await owner`select count(*) from pg_class`
    const { sentence, code } = await refusal({ PORT: '0', DATABASE_URL: newer.ownerUrl })
    expect(sentence).toMatch(/^The database was written by a newer version of Interlane[^\n]*$/)
    expect(code).toBe(1)
    expect(await owner`select count(*) from pg_class`).toEqual(before)
    await owner.end()
    await newer.close()
  })
})

describe('a program that is told to stop', () => {
  test('answers what is under way, takes nothing new, and ends with 0', async () => {
    const server = await startServer({ databaseUrl: database.ownerUrl })
    const underWay = new AbortController()
    const slow = fetch(`${server.address}/api/nothing`, {
      method: 'POST',
      body: slowBody(400),
      signal: underWay.signal,
      // @ts-expect-error Node streams a request only when told that it is half duplex.
      duplex: 'half',
    })
    await new Promise((resolve) => setTimeout(resolve, 100))
    const stopped = server.stop()
    await new Promise((resolve) => setTimeout(resolve, 100))
    await expect(fetch(`${server.address}/livez`)).rejects.toThrow()
    expect((await slow).status).toBe(404)
    expect(await stopped).toBe(0)
  })
})

function slowBody(milliseconds: number): ReadableStream<Uint8Array> {
  const text = new TextEncoder()
  return new ReadableStream({
    async start(controller) {
      controller.enqueue(text.encode('{'))
      await new Promise((resolve) => setTimeout(resolve, milliseconds))
      controller.enqueue(text.encode('}'))
      controller.close()
    },
  })
}

/** What a start that fails writes to standard error, with its exit code. */
async function refusal(environment: Record<string, string>) {
  const dataFolder = newDataFolder()
  const { child, ended } = runProgram({ DATA_DIR: dataFolder, ...environment })
  let sentence = ''
  child.stderr.on('data', (chunk) => {
    sentence += chunk
  })
  const code = await ended
  return { sentence: sentence.trim(), code }
}
