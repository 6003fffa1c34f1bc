import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { type Cluster, superuser } from './cluster.ts'

/** One instance's hold on the server: a session that keeps a shared lock, which ends with its process, however that ends. */
interface Lease {
  sql: postgres.Sql
  take(): Promise<void>
  /** Lets go; the last instance to do so runs `stop`. Never throws: a server that is gone needs no stopping. */
  giveBack(stop: () => Promise<void>): Promise<void>
  /** Closes the session without a word. */
  drop(): Promise<void>
}

/** Held shared by every instance that uses the server, exclusively by the one that stops it. */
const useLock = 7_316_001

/** Prepares a lease on the server at `port`; `revive` starts that server again if it goes while the lease is held. */
export function takeLease(cluster: Cluster, port: number, revive: () => Promise<unknown>): Lease {
  let isHeld = false
  const sql = postgres(urlOf(cluster, port, superuser, 'postgres'), {
    max: 1,
    max_lifetime: null,
    connect_timeout: 10,
    onnotice: () => {},
    onclose: () => void keepServerRunning(),
    connection: { application_name: 'interlane lease' },
  })
  const lock = () => sql`select pg_advisory_lock_shared(${useLock})`

  async function keepServerRunning() {
    while (isHeld) {
      try {
        await revive()
        await lock()
        return
      } catch {
        await sleep(1_000)
      }
    }
  }

  return {
    sql,
    async take() {
      await lock()
      isHeld = true
    },
    async giveBack(stop) {
      isHeld = false
      try {
        await sql`select pg_advisory_unlock_shared(${useLock})`
        const [answer] = await sql`select pg_try_advisory_lock(${useLock}) as last`
        if (answer?.last) await stop()
      } catch {
        // The server has gone already.
      }
      await sql.end({ timeout: 0 })
    },
    async drop() {
      isHeld = false
      await sql.end({ timeout: 0 })
    },
  }
}

/** The password serves superuser and owner alike; it never leaves this computer. */
export function urlOf(cluster: Cluster, port: number, role: string, database: string): string {
  return `postgres://${role}:${cluster.password}@127.0.0.1:${port}/${database}`
}
