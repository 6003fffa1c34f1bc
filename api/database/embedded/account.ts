import { execFileSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartRefusal } from '../../startRefusal.ts'

/** The operating system account that runs the embedded server. */
export interface Account {
  uid: number
  gid: number
}

const accountName = 'interlane'

/**
 * Postgres refuses to run as root, so root runs it as `interlane`, created if missing. It is not `postgres`, which
 * could read a system cluster. Answers undefined for an ordinary user, who runs the server as themselves.
 */
export async function serverAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined
  return findAccount() ?? (await createAccount())
}

function findAccount(): Account | undefined {
  try {
    return { uid: askId('-u'), gid: askId('-g') }
  } catch {
    return undefined
  }
}

function askId(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, accountName], { stdio: ['ignore', 'pipe', 'ignore'] }).toString())
}

async function createAccount(): Promise<Account> {
  // Another instance may hold the lock on /etc/passwd or create the account first: look again before giving up.
  for (let attempt = 0; attempt < 20; attempt++) {
    for (const [command, ...flags] of waysToCreate) tryToRun(command, flags)
    const account = findAccount()
    if (account) return account
    await sleep(100)
  }
  throw new StartRefusal(
    `Postgres does not run as root and the account "${accountName}" could not be created: create it, start as an ordinary user, or set DATABASE_URL.`,
  )
}

const waysToCreate: [string, ...string[]][] = [
  ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', accountName],
  ['adduser', '-S', '-D', '-H', '-s', '/sbin/nologin', accountName],
]

function tryToRun(command: string, flags: string[]) {
  try {
    execFileSync(command, flags, { stdio: 'ignore' })
  } catch {
    // The next way, or the next attempt, may do.
  }
}
