// The same sessions on Postgres, one request at a time so that seeds replay, beside the stand-in in memory.
import { afterAll, describe, expect, it } from 'vitest'
import { connect } from '../../api/database/connect.ts'
import { freshDatabase } from '../support/database.ts'
import { MemoryServer } from './memoryServer.ts'
import { PostgresServer } from './postgresServer.ts'
import { firstSeed, replayLine, seedsFrom } from './seeds.ts'
import { playSession } from './session.ts'
import { TwinServer } from './twinServer.ts'

const database = await freshDatabase()
const other = connect(database.servingUrl, 2)
afterAll(async () => {
  await other.close()
  await database.close()
})

const sessions = process.env.LONG ? 100 : 25
const seeds = seedsFrom(firstSeed, sessions)

describe('sessions on Postgres', { timeout: 600_000 }, () => {
  it.each(seeds)(
    'answer as in memory, and end with everybody holding what is theirs (seed %i)',
    async (seed) => {
      const server = new TwinServer(new PostgresServer([database, other]), new MemoryServer())
      const { faults, course } = await playSession({ seed, server })
      const line = replayLine(seed, 'postgres')
      expect([...faults, ...server.differences].slice(0, 5), line).toEqual([])
      const { course: inMemory } = await playSession({ seed, server: new MemoryServer() })
      expect(course, line).toBe(inMemory)
    },
  )
})
