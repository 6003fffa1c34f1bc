import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { StartRefusal } from '../../startRefusal.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'

/** A folder that holds one initialised cluster: `data/`, the superuser's `password` and the server's `log`. */
export interface Cluster {
  folder: string
  dataFolder: string
  /** The path by which the server's own account names `dataFolder`, valid with `dataFolder` as working directory. */
  dataFolderSeenByServer: string
  account: Account | undefined
  password: string
}

export const superuser = 'postgres'

/**
 * Opens the cluster in `folder`, initialising it first if there is none. It is initialised in a folder beside and then
 * renamed, because an initdb that was killed midway leaves a cluster that never starts.
 */
export async function openCluster(
  folder: string,
  binaries: Binaries,
  account: Account | undefined,
): Promise<Cluster> {
  if (!existsSync(folder)) await initialise(folder, binaries, account)
  const dataFolder = join(folder, 'data')
  return {
    folder,
    dataFolder,
    dataFolderSeenByServer: pathSeenBy(account, dataFolder),
    account: account && ownerOf(dataFolder),
    password: readPassword(folder),
  }
}

function readPassword(folder: string): string {
  try {
    return readFileSync(join(folder, 'password'), 'utf8').trim()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new StartRefusal(
      `The database in ${folder} cannot be opened (${code}): start as the user who created it, or set DATA_DIR to another folder.`,
    )
  }
}

async function initialise(folder: string, binaries: Binaries, account: Account | undefined) {
  mkdirSync(dirname(folder), { recursive: true })
  removeAbandoned(folder)
  const unfinished = mkdtempSync(`${folder}.new-`)
  const dataFolder = join(unfinished, 'data')
  const passwordFile = join(unfinished, 'password')
  writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flush: true })
  mkdirSync(dataFolder, { mode: 0o700 })
  if (account)
    for (const path of [unfinished, passwordFile, dataFolder]) chownSync(path, account.uid, account.gid)
  const seen = pathSeenBy(account, dataFolder)
  // Not `join`, which would fold "/proc/self/cwd/.." into "/proc/self", another folder.
  const access = ['-U', superuser, '--auth=scram-sha-256', `--pwfile=${seen}/../password`]
  const flags = ['-D', seen, ...access, '--encoding=UTF8', '--no-locale', '--no-instructions']
  await run(binaries.initdb, flags, dataFolder, account)
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    // Another instance finished first: its cluster is the cluster.
    if (!existsSync(folder)) throw error
  }
}

/**
 * The server's account may be unable to walk down to the data folder (DATA_DIR below /root): the working directory,
 * which root sets before giving up its rights, is open to it all the same.
 */
function pathSeenBy(account: Account | undefined, dataFolder: string): string {
  return account && process.platform === 'linux' ? '/proc/self/cwd' : dataFolder
}

function ownerOf(path: string): Account {
  const { uid, gid } = statSync(path)
  return { uid, gid }
}

/** Initialisations that were killed midway; younger ones may belong to an instance that starts right now. */
function removeAbandoned(folder: string) {
  const oneHourAgo = Date.now() - 3_600_000
  for (const name of readdirSync(dirname(folder))) {
    const path = join(dirname(folder), name)
    if (name.startsWith(`${basename(folder)}.new-`) && statSync(path).mtimeMs < oneHourAgo) {
      rmSync(path, { recursive: true, force: true })
    }
  }
}

function run(program: string, flags: string[], cwd: string, account: Account | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, flags, { ...account, cwd, stdio: ['ignore', 'ignore', 'pipe'] })
    let complaint = ''
    child.stderr.on('data', (chunk) => {
      complaint += chunk
    })
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0
        ? resolve()
        : reject(
            new StartRefusal(`The embedded database could not be created in ${cwd}: ${complaint.trim()}`),
          ),
    )
  })
}
