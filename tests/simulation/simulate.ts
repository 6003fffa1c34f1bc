/**
 * Plays many sessions: 10,000 in memory, or SESSIONS of them. SEED=… plays exactly that one again and tells its course.
 * DATABASE=postgres plays on an embedded Postgres, beside the stand-in in memory.
 */
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { connect } from '../../api/database/connect.ts'
import { openEmbedded } from '../../api/database/embedded/openEmbedded.ts'
import { prepareDatabase } from '../../api/database/migrate.ts'
import { MemoryServer } from './memoryServer.ts'
import { PostgresServer } from './postgresServer.ts'
import { replayLine, seedsFrom } from './seeds.ts'
import { playSession } from './session.ts'
import { TwinServer } from './twinServer.ts'

const database = process.env.DATABASE === 'postgres' ? 'postgres' : 'memory'
const onlySeed = process.env.SEED ? Number(process.env.SEED) : undefined
const sessions = onlySeed === undefined ? Number(process.env.SESSIONS ?? 10_000) : 1
const workers = onlySeed === undefined && database === 'memory' ? 2 : 1

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
  if (database === 'postgres') return withPostgres((connection) => playTwins(seeds, connection, onPlayed))
  for (const seed of seeds) {
    const { faults, ...course } = await playSession({ seed, server: new MemoryServer() })
    onPlayed(seed, faults, JSON.stringify(course))
  }
}

async function playTwins(seeds: readonly number[], connection: ReturnType<typeof connect>, onPlayed: Played) {
  for (const seed of seeds) {
    const present = new MemoryServer()
    const server = new TwinServer(new PostgresServer([connection]), present)
    const { faults, ...course } = await playSession({ seed, server, present })
    onPlayed(seed, faults, JSON.stringify(course))
    // Known gap: several edits of one request read what the first of them caused on other rows as it was before.
    if (server.differences.length > 0)
      console.log(`seed ${seed} was answered otherwise in memory ${server.differences.length} time(s)`)
  }
}

async function withPostgres(work: (connection: ReturnType<typeof connect>) => Promise<void>) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'interlane-simulate-'))
  const embedded = await openEmbedded({ dataFolder, settings: ['fsync=off', 'synchronous_commit=off'] })
  const connection = connect(await prepareDatabase({ privilegedUrl: embedded.ownerUrl }), 4)
  try {
    await work(connection)
  } finally {
    await connection.close()
    await embedded.release()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

function tell(seed: number, faults: readonly string[]): boolean {
  if (faults.length === 0) return false
  console.log(`${replayLine(seed, database)}\n  ${faults.slice(0, 5).join('\n  ')}`)
  return true
}

function conclude(faulty: number) {
  console.log(`${sessions} session(s), ${faulty} with faults`)
  process.exitCode = faulty === 0 ? 0 : 1
}
