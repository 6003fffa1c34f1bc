import { forgetOldNews } from '../inbox/oldNews.ts'
import type { AccountServices } from './services.ts'
import { forgetOldTokens } from './tokens.ts'

/** Forgets what expired, now and once a day; gives what stops doing so. */
export function keepHouse(services: AccountServices): () => void {
  const tidy = () => services.afterwards.run('housekeeping', () => forgetWhatExpired(services))
  tidy()
  const daily = setInterval(tidy, 86_400_000)
  daily.unref()
  return () => clearInterval(daily)
}

/** Deletes expired sessions, links long over, counters of old attempts and news read long ago. */
export async function forgetWhatExpired({
  door,
  clock,
  sessions,
  throttle,
}: Pick<AccountServices, 'door' | 'clock' | 'sessions' | 'throttle'>): Promise<void> {
  await door.asSystem('forget expired sessions, links, attempts and news', async (tx) => {
    await sessions.forgetExpired(tx)
    await forgetOldTokens(tx, clock())
    await throttle.forgetExpired(tx)
    await forgetOldNews(tx, clock())
  })
}
