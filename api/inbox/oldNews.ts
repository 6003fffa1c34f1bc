import { lt } from 'drizzle-orm'
import type { Transaction } from '../database/door.ts'
import { news } from '../database/tables/inbox.ts'

const keptDays = 90

/** Forgets what was read so long ago that nobody looks it up; what nobody has read waits as long as it takes. */
export async function forgetOldNews(tx: Transaction, now: Date): Promise<void> {
  await tx.delete(news).where(lt(news.readAt, new Date(now.getTime() - keptDays * 86_400_000)))
}
