// The built program as the benchmark starts it: instances on one embedded database, or on a Postgres that is there.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../../api/database/embedded/postmaster.ts'
import { projectFolder } from '../../api/projectFolder.ts'
import { buildWhatChanged } from '../../operations/build.mjs'
import { ownDatabaseOn } from '../simulation/ownDatabase.ts'

export interface Program {
  /** One for each instance. */
  addresses: string[]
  /** Bytes that all instances hold; 0 where the system does not tell. */
  memory(): number
  stop(): Promise<void>
}

/**
 * @param externalUrl a Postgres on which a database is made for it; without one it starts its embedded server
 * @param publicUrl as behind a proxy, which names the many addresses people come from: one alone may not sign up many
 */
export async function openProgram(
  count: number,
  externalUrl: string | undefined,
  publicUrl?: string,
): Promise<Program> {
  await buildWhatChanged(projectFolder, () => {}, ['api'])
  const database = externalUrl ? await ownDatabaseOn(externalUrl) : undefined
  const folder = mkdtempSync(join(tmpdir(), 'interlane-bench-'))
  const environment = {
    DATA_DIR: folder,
    ...(database && { DATABASE_URL: database.ownerUrl }),
    ...(publicUrl && { PUBLIC_URL: publicUrl }),
  }
  const instances = await Promise.all(Array.from({ length: count }, () => startInstance(environment)))
  return {
    addresses: instances.map(({ address }) => address),
    memory: () => instances.reduce((sum, { child }) => sum + memoryOf(child), 0),
    async stop() {
      await Promise.all(instances.map(stopInstance))
      await database?.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

interface Instance {
  address: string
  child: ChildProcess
}

async function startInstance(environment: Record<string, string>): Promise<Instance> {
  const port = await freePort()
  const { PATH, HOME } = process.env
  const address = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['dist/api/main.js'], {
    cwd: projectFolder,
    env: { PATH, HOME, PORT: String(port), DEMO: 'off', ...environment },
    stdio: 'ignore',
  })
  for (let waited = 0; waited < 120_000; waited += 100) {
    const answer = await fetch(`${address}/readyz`).catch(() => undefined)
    if (answer?.ok) return { address, child }
    if (child.exitCode !== null) break
    await sleep(100)
  }
  throw new Error('the program did not start')
}

async function stopInstance({ child }: Instance): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

function memoryOf({ pid }: ChildProcess): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) * 1_024
  } catch {
    return 0
  }
}
