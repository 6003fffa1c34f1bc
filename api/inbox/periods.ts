import type { Digest } from '../../shared/inbox/news.ts'

/** When the period began that is going on now: letters sum up the one before. Whoever wants none reads their inbox by the week. */
export function periodStart(digest: Digest, now: Date): Date {
  return digest === 'daily' ? lastMorning(now) : lastMonday(now)
}

/** Six in the morning (UTC), today or yesterday: a letter sums up a day, it does not follow each event. */
export function lastMorning(now: Date): Date {
  const morning = new Date(now)
  morning.setUTCHours(6, 0, 0, 0)
  if (morning > now) morning.setUTCDate(morning.getUTCDate() - 1)
  return morning
}

function lastMonday(now: Date): Date {
  const monday = lastMorning(now)
  monday.setUTCDate(monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7))
  return monday
}
