import type { ReviewItem } from './reviewItem.ts'

/**
 * Ranks what hurts: every organisation that names a pain counts, and so do a dispute, reopened terms, the times a
 * handoff takes longer than expected, low scores and scores that lie apart; a moment of truth weighs half as much again.
 */
export function severityOf(item: Omit<ReviewItem, 'severity'>): number {
  const pains = new Set(item.marks.filter((mark) => mark.kind === 'pain').map((mark) => mark.organisationId))
  const scores = item.voices.map((voice) => voice.performance).filter((score) => score !== null)
  const lowest = scores.length > 0 ? Math.min(...scores) : null
  const sum =
    pains.size * 3 +
    (item.reasons.includes('disputed') ? 4 : 0) +
    (item.reasons.includes('changed') ? 2 : 0) +
    (item.reasons.includes('apart') ? 2 : 0) +
    timesLate(item) +
    (lowest === null ? 0 : Math.max(0, 6 - lowest) / 2)
  return item.isMomentOfTruth ? sum * 1.5 : sum
}

/** From 1 when slightly late up to 4 when it takes five times as long or more. */
function timesLate({ handoff }: Pick<ReviewItem, 'handoff'>): number {
  const lateness = handoff?.lateness
  if (!lateness?.lateByMinutes) return 0
  return 1 + Math.min(3, lateness.lateByMinutes / Math.max(1, lateness.expectedMinutes ?? 1))
}
