/**
 * Plays many sessions: 10,000 in memory, or SESSIONS of them. SEED=… plays exactly that one again and tells its course.
 * DATABASE=postgres plays on the Postgres at TEST_DATABASE_URL or an embedded one, beside the stand-in in memory.
 */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Connection, connect } from '../../api/database/connect.ts'
import { MemoryServer } from './memoryServer.ts'
import { openOwnDatabase } from './ownDatabase.ts'
import { PostgresServer } from './postgresServer.ts'
import { replayLine, seedsFrom } from './seeds.ts'
import { playSession } from './session.ts'
import { TwinServer } from './twinServer.ts'

const database = process.env.DATABASE === 'postgres' ? 'postgres' : 'memory'
const onlySeed = process.env.SEED ? Number(process.env.SEED) : undefined
const sessions = onlySeed === undefined ? Number(process.env.SESSIONS ?? 10_000) : 1
const workers = onlySeed === undefined && database === 'memory' ? 2 : 1
const startedAt = performance.now()
/** The session under way: one that ends the process is to be seen again as well. */
let current: number | undefined
process.once('uncaughtExceptionMonitor', () => {
  if (current !== undefined) console.log(replayLine(current, database))
})

if (process.send) process.once('message', (seeds: number[]) => void playForParent(seeds))
else if (workers === 1) await inThisProcess()
else await inWorkers()

async function inThisProcess() {
  let faulty = 0
  const seeds = seedsFrom(onlySeed ?? 1, sessions)
  await playAll(seeds, (seed, faults, course) => {
    if (onlySeed !== undefined) console.log(course)
    if (tell(seed, faults)) faulty += 1
  })
  conclude(faulty)
}

async function inWorkers() {
  let [played, faulty] = [0, 0]
  const seeds = seedsFrom(1, sessions)
  const ended = Array.from({ length: workers }, (_, index) => {
    const own = seeds.filter((seed) => seed % workers === index)
    const worker = fork(fileURLToPath(import.meta.url), { execArgv: ['--import', 'tsx'] })
    worker.send(own)
    worker.on('message', (message) => {
      const { seed, faults } = message as { seed: number; faults: string[] }
      played += 1
      if (tell(seed, faults)) faulty += 1
      if (played % 500 === 0) console.log(`${played} sessions, ${faulty} with faults`)
    })
    return new Promise<void>((resolve, reject) => {
      worker.once('error', reject)
      worker.once('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`a process ended with ${code}`)),
      )
    })
  })
  await Promise.all(ended)
  conclude(faulty)
}

async function playForParent(seeds: readonly number[]) {
  await playAll(seeds, (seed, faults) => process.send!({ seed, faults }))
  process.disconnect()
}

type Played = (seed: number, faults: string[], course: string) => void

async function playAll(seeds: readonly number[], onPlayed: Played) {
  if (database === 'postgres') return withPostgres((pools) => playTwins(seeds, pools, onPlayed))
  for (const seed of seeds) {
    current = seed
    const { faults, ...course } = await playSession({ seed, present: new MemoryServer() })
    onPlayed(seed, faults, JSON.stringify(course))
  }
}

async function playTwins(seeds: readonly number[], pools: [Connection, Connection], onPlayed: Played) {
  for (const seed of seeds) {
    current = seed
    const present = new MemoryServer()
    const server = new TwinServer(new PostgresServer(pools), present)
    const { faults, ...course } = await playSession({ seed, server, present })
    onPlayed(seed, [...faults, ...server.differences], JSON.stringify(course))
  }
}

async function withPostgres(work: (pools: [Connection, Connection]) => Promise<void>) {
  const own = await openOwnDatabase(process.env.TEST_DATABASE_URL)
  const pools: [Connection, Connection] = [connect(own.servingUrl, 2), connect(own.servingUrl, 2)]
  try {
    await work(pools)
  } finally {
    for (const pool of pools) await pool.close()
    await own.close()
  }
}

function tell(seed: number, faults: readonly string[]): boolean {
  if (faults.length === 0) return false
  console.log(`${replayLine(seed, database)}\n  ${faults.slice(0, 5).join('\n  ')}`)
  return true
}

function conclude(faulty: number) {
  const seconds = (performance.now() - startedAt) / 1_000
  console.log(`${sessions} session(s), ${faulty} with faults, ${(sessions / seconds).toFixed(1)} a second`)
  process.exitCode = faulty === 0 ? 0 : 1
}
