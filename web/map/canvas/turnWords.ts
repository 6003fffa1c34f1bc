import type { Stage, Touchpoint } from '../../../shared/model/rows.ts'
import { periodNames } from '../words.ts'

/** What one chooses between and by what, or why and how many leave; empty where nobody has said. */
export function turnWords(touchpoint: Touchpoint): string[] {
  const { kind, options, criteria, reasons, leavers, leaversPer } = touchpoint
  if (kind === 'decision')
    return [
      options.length > 0 ? `between ${options.join(', ')}` : '',
      criteria.length > 0 ? `decided by ${criteria.join(', ')}` : '',
    ].filter(Boolean)
  if (kind === 'exit')
    return [
      leavers === null ? '' : `${leavers} leave each ${periodNames[leaversPer]}`,
      reasons.length > 0 ? `because: ${reasons.join(', ')}` : '',
    ].filter(Boolean)
  return []
}

/** How often a stage comes back; null where it is gone through once. */
export function recurrenceWords({ recurs, frequency }: Stage): string | null {
  if (!recurs) return null
  return frequency || 'again and again'
}
