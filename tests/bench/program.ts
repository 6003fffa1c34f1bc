// The built program as the benchmark starts it: two instances on one embedded database, and people who use it over HTTP.
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../../api/database/embedded/postmaster.ts'
import { projectFolder } from '../../api/projectFolder.ts'
import { buildWhatChanged } from '../../operations/build.mjs'

export interface Instance {
  address: string
  child: ChildProcess
}

export async function startInstances(count: number, dataFolder: string): Promise<Instance[]> {
  await buildWhatChanged(projectFolder, () => {}, ['api'])
  return Promise.all(Array.from({ length: count }, () => startInstance(dataFolder)))
}

async function startInstance(dataFolder: string): Promise<Instance> {
  const port = await freePort()
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, ['dist/api/main.js'], {
    cwd: projectFolder,
    env: { PATH, HOME, PORT: String(port), DATA_DIR: dataFolder, DEMO: 'off' },
    stdio: 'ignore',
  })
  const address = `http://127.0.0.1:${port}`
  for (let waited = 0; waited < 120_000; waited += 100) {
    const answer = await fetch(`${address}/readyz`).catch(() => undefined)
    if (answer?.ok) return { address, child }
    if (child.exitCode !== null) break
    await sleep(100)
  }
  throw new Error('the program did not start')
}

export async function stop({ child }: Instance): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

/** Bytes of memory that a process holds; 0 where the system does not tell. */
export function memoryOf({ pid }: ChildProcess): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) * 1_024
  } catch {
    return 0
  }
}
