// A Postgres that a test may kill and start again: the embedded one, or the programs in TEST_POSTGRES_BIN.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { serverAccount } from '../../api/database/embedded/account.ts'
import { findBinaries } from '../../api/database/embedded/binaries.ts'
import { openCluster, superuser } from '../../api/database/embedded/cluster.ts'
import {
  freePort,
  readPostmaster,
  runPostmaster,
  stopPostmaster,
} from '../../api/database/embedded/postmaster.ts'
import { newDataFolder } from '../support/server.ts'

const settings = ['max_connections=150', 'shared_buffers=64MB']

export async function startOwnPostgres() {
  const account = await serverAccount()
  const folder = process.env.TEST_POSTGRES_BIN
  const binaries = folder
    ? { postgres: join(folder, 'postgres'), initdb: join(folder, 'initdb'), pgCtl: join(folder, 'pg_ctl') }
    : findBinaries(account)
  const place = folder ? reachableFolder() : newDataFolder()
  const cluster = await openCluster(join(place, 'postgres'), binaries, account)
  const port = await freePort()
  const start = () => runPostmaster(cluster, binaries, { settings, port })
  await start()
  return {
    url: `postgres://${superuser}:${encodeURIComponent(cluster.password)}@127.0.0.1:${port}/postgres`,
    /** Ends it as a power cut would, and starts it on the same port; it recovers what was committed. */
    async killAndRestart(): Promise<void> {
      const running = readPostmaster(cluster)!
      process.kill(running.pid, 'SIGKILL')
      while (isThere(running.pid)) await sleep(20)
      await start()
    },
    async stop(): Promise<void> {
      await stopPostmaster(cluster, binaries)
      rmSync(place, { recursive: true, force: true })
    },
  }
}

/** Other programs than the embedded ones ask for the path of their folder, which their account must be able to walk. */
function reachableFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'interlane-servers-'))
  chmodSync(folder, 0o711)
  return folder
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
