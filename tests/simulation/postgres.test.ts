// The same sessions on a real Postgres: two instances with a pool and a bus of their own, one request after the other so that seeds
// replay, and everything asked of the stand-in in memory as well.
import { afterAll, describe, expect, it } from 'vitest'
import { connect } from '../../api/database/connect.ts'
import { freshDatabase } from '../support/database.ts'
import { MemoryServer } from './memoryServer.ts'
import { PostgresServer } from './postgresServer.ts'
import { firstSeed, replayLine, seedsFrom } from './seeds.ts'
import { playSession } from './session.ts'
import { TwinServer } from './twinServer.ts'

const sessions = 25

const database = await freshDatabase()
const other = connect(database.servingUrl, 2)
afterAll(async () => {
  await other.close()
  await database.close()
})

const pools = [database, other] as const

async function playTwins(seed: number, present: MemoryServer) {
  const server = new TwinServer(new PostgresServer(pools), present)
  const { faults, course } = await playSession({ seed, server, present })
  return { faults, course, differences: server.differences }
}

describe('sessions on Postgres', { timeout: 120_000 }, () => {
  it.each(seedsFrom(firstSeed, sessions))(
    'end with everybody holding what is theirs, nothing lost, and every answer as in memory (seed %i)',
    async (seed) => {
      const { faults, differences, course } = await playTwins(seed, new MemoryServer())
      const line = replayLine(seed, 'postgres')
      expect([...faults, ...differences].slice(0, 5), line).toEqual([])
      const inMemory = await playSession({ seed, present: new MemoryServer() })
      expect(course, line).toBe(inMemory.course)
    },
  )

  it('would show a stand-in that answers otherwise', async () => {
    const { differences } = await playTwins(
      firstSeed + sessions,
      new MemoryServer({ audienceFilterOff: true }),
    )
    expect(differences.length).toBeGreaterThan(0)
  })
})
