// Whoever was asked for something finds it once more when its day is near, without anybody reminding them.
import { sql } from 'drizzle-orm'
import type { AccountServices } from '../accounts/services.ts'
import { callDueRequests } from './dueRequests.ts'
import { callDueRounds } from './dueRounds.ts'

/** Looks every hour whose day is near, and gives what stops looking. */
export function callDueHourly(services: AccountServices): () => void {
  const look = () => services.afterwards.run('what is due', () => callDue(services))
  look()
  const timer = setInterval(look, 3_600_000)
  timer.unref()
  return () => clearInterval(timer)
}

/** From the day before on, once for each open request and round; what was due long ago, before anybody looked, calls nobody. */
export async function callDue({ door, clock }: Pick<AccountServices, 'door' | 'clock'>): Promise<void> {
  const span = { from: dayOf(clock(), -longAgoDays), until: dayOf(clock(), 1) }
  await door.asSystem('call whom something is due', async (tx) => {
    // Of instances that look at once, the second finds what the first has written.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('interlane due requests'))`)
    await callDueRequests(tx, span)
    await callDueRounds(tx, span)
  })
}

const longAgoDays = 30

function dayOf(now: Date, days: number): string {
  return new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
}
