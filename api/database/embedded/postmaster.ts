import { execFileSync, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartRefusal } from '../../startRefusal.ts'
import type { Binaries } from './binaries.ts'
import type { Cluster } from './cluster.ts'

/** What `postmaster.pid` says about the server that runs on a cluster. */
export interface Postmaster {
  pid: number
  port: number
  ready: boolean
}

const startTimeoutMilliseconds = 60_000
const launchLimit = 20
const pauseBetweenLaunchesMilliseconds = 250

interface Launch {
  /** `name=value`, beside those that every server gets. */
  settings: string[]
  /** Without it a free port is chosen; a server that runs already keeps its own. */
  port?: number
}

/**
 * Answers the server that runs on the cluster, starting it if none does. A server that outlived its program (kill -9)
 * or belongs to another instance is adopted.
 */
export async function runPostmaster(
  cluster: Cluster,
  binaries: Binaries,
  wanted: Launch,
): Promise<Postmaster> {
  const deadline = Date.now() + startTimeoutMilliseconds
  let startedPid: number | undefined
  for (let launches = 0; Date.now() < deadline && launches <= launchLimit; ) {
    const found = readPostmaster(cluster)
    if (found && isAlive(found.pid)) {
      if (found.ready) return found
    } else if (startedPid === undefined || !isAlive(startedPid)) {
      // A killed server's remains hold its memory for a moment, and the port may have been taken: more than one try.
      if (launches > 0) await sleep(pauseBetweenLaunchesMilliseconds)
      if (found && isPidTaken(found.pid)) rmSync(join(cluster.dataFolder, 'postmaster.pid'), { force: true })
      startedPid = await launch(cluster, binaries, wanted)
      launches++
    }
    await sleep(25)
  }
  throw new StartRefusal(
    `The embedded database does not start: ${lastComplaint(join(cluster.folder, 'log'))}`,
  )
}

function lastComplaint(log: string): string {
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : []
  const complaint = lines.findLast((line) => /FATAL|PANIC|error/.test(line))
  return complaint
    ? `${complaint.replace(/^.*?(FATAL|PANIC): */, '')} (its log is ${log}).`
    : `see its log ${log}.`
}

/** Stops the server and waits until it is gone; writes finish, open sessions are closed. */
export async function stopPostmaster(cluster: Cluster, binaries: Binaries): Promise<void> {
  const found = readPostmaster(cluster)
  if (!found || !isAlive(found.pid)) return
  if (process.platform === 'win32') {
    execFileSync(binaries.pgCtl, ['stop', '-D', cluster.dataFolder, '-m', 'fast'], { stdio: 'ignore' })
    return
  }
  process.kill(found.pid, 'SIGINT')
  for (let waited = 0; waited < 15_000 && isAlive(found.pid); waited += 20) await sleep(20)
}

/** Reads pid, port and state from the lock file that Postgres keeps in its data folder. */
export function readPostmaster(cluster: Cluster): Postmaster | undefined {
  const path = join(cluster.dataFolder, 'postmaster.pid')
  if (!existsSync(path)) return undefined
  try {
    const lines = readFileSync(path, 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}

async function launch(cluster: Cluster, binaries: Binaries, wanted: Launch): Promise<number | undefined> {
  const { settings, port = await freePort() } = wanted
  const flags = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', ...settings]
  const options = flags.flatMap((flag) => ['-c', flag])
  if (process.platform === 'win32') return launchOnWindows(cluster, binaries, options)
  const log = openSync(join(cluster.folder, 'log'), flagsFor(join(cluster.folder, 'log')), 0o600)
  // Detached, so that Ctrl+C in a terminal lets the program drain before the server stops.
  const child = spawn(binaries.postgres, ['-D', cluster.dataFolderSeenByServer, ...options], {
    ...cluster.account,
    cwd: cluster.dataFolder,
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.on('error', () => {})
  child.unref()
  return child.pid
}

/** The log begins anew with a start once it is large. */
function flagsFor(log: string): 'a' | 'w' {
  return existsSync(log) && statSync(log).size > 10_000_000 ? 'w' : 'a'
}

/** Only pg_ctl can give up administrator rights there, which Postgres insists on. */
function launchOnWindows(cluster: Cluster, binaries: Binaries, options: string[]): undefined {
  const log = join(cluster.folder, 'log')
  const words = options.map((word) => `"${word}"`).join(' ')
  execFileSync(binaries.pgCtl, ['start', '-W', '-D', cluster.dataFolder, '-l', log, '-o', words], {
    stdio: 'ignore',
  })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' && isPostgres(pid)
  }
  return isPostgres(pid)
}

/** After a reboot, or in a new container, the pid in the file may belong to another program. */
function isPidTaken(pid: number): boolean {
  return existsSync(`/proc/${pid}`) && !isPostgres(pid)
}

function isPostgres(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.includes('(postgres)') && !stat.includes(') Z ')
  } catch {
    return !existsSync('/proc/self')
  }
}

/** A port of the loopback interface that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
