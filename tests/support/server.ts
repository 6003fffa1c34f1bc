import { type ChildProcess, spawn } from 'node:child_process'
import { appendFileSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inject } from 'vitest'
import { projectFolder } from '../../api/projectFolder.ts'
import { buildWhatChanged } from '../../operations/build.mjs'
import { oneAtATime } from '../../operations/oneAtATime.mjs'
import { programsList } from './programsList.ts'

/** The real program in a process of its own. */
export interface TestServer {
  /** Without a trailing slash. */
  address: string
  port: number
  dataFolder: string
  process: ChildProcess
  /** All it wrote so far, standard output and error. */
  output(): string
  /** SIGTERM; answers the exit code once it ended. */
  stop(): Promise<number | null>
  /** SIGKILL; an embedded database server goes on running. */
  killHard(): Promise<void>
}

interface ServerOptions {
  /** External database; without it the embedded one of `dataFolder`. */
  databaseUrl?: string
  /** A folder to start again on; without it a new one, removed with the run. */
  dataFolder?: string
  port?: number
  /** Further variables; the demo is off unless asked for with `DEMO: 'on'`. */
  environment?: Record<string, string>
  /** Browser tests need the built web, others save the time. */
  web?: boolean
}

/** Builds what changed, starts the program, on a port that it takes itself unless one is given, and waits until `/readyz` says yes. Throws with its output if it ends first. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const { dataFolder = newDataFolder(), web = false } = options
  await buildProgram(web)
  const { child, output, ended } = runProgram({
    PORT: String(options.port ?? 0),
    DATA_DIR: dataFolder,
    DEMO: 'off',
    ...(options.databaseUrl ? { DATABASE_URL: options.databaseUrl } : {}),
    ...options.environment,
  })
  const port = await portOnceReady(child, output)
  const killHard = async () => {
    child.kill('SIGKILL')
    await ended
  }
  const stop = () => {
    child.kill('SIGTERM')
    return ended
  }
  return { address: `http://127.0.0.1:${port}`, port, dataFolder, process: child, output, stop, killHard }
}

/** Builds the server, and the web if wanted, unless they are up to date. */
export function buildProgram(web: boolean): Promise<void> {
  const quietly = () => {}
  const names = web ? ['web', 'api'] : ['api']
  return oneAtATime(projectFolder, quietly, () => buildWhatChanged(projectFolder, quietly, names))
}

/** Runs the built program with exactly these settings, and answers its process, its output and the promise of its exit code. */
export function runProgram(environment: Record<string, string>) {
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/api/main.js'], {
    cwd: projectFolder,
    env: { PATH, HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  appendFileSync(join(inject('databaseFolder'), programsList), `${child.pid}\n`)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      text += chunk
    })
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  return { child, output: () => text, ended }
}

/** A folder for DATA_DIR that is removed, and an embedded server in it stopped, when the run ends. */
export function newDataFolder(): string {
  return mkdtempSync(join(inject('databaseFolder'), 'program-'))
}

async function portOnceReady(child: ChildProcess, output: () => string): Promise<number> {
  for (let waited = 0; waited < 90_000; waited += 50) {
    if (child.exitCode !== null) throw new Error(`The program ended with ${child.exitCode}:\n${output()}`)
    const port = /is ready at http:\/\/[^:\s]+:(\d+)/.exec(output())?.[1]
    const answer = port ? await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined) : undefined
    if (port && answer?.ok) return Number(port)
    await sleep(50)
  }
  child.kill('SIGKILL')
  throw new Error(`The program was not ready within 90 s:\n${output()}`)
}
