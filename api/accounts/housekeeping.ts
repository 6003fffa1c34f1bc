import type { AccountServices } from './services.ts'
import { forgetOldTokens } from './tokens.ts'

/** Deletes expired sessions, links long over and counters of old attempts: at the start, and then once a day. */
export async function forgetWhatExpired({
  door,
  clock,
  sessions,
  throttle,
}: Pick<AccountServices, 'door' | 'clock' | 'sessions' | 'throttle'>): Promise<void> {
  await door.asSystem('forget expired sessions, links and attempts', async (tx) => {
    await sessions.forgetExpired(tx)
    await forgetOldTokens(tx, clock())
    await throttle.forgetExpired(tx)
  })
}
