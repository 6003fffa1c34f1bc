import type { Link } from '../model/rows.ts'
import type { SeenRows } from './seenRows.ts'

/** How long one organisation says a handoff takes, as it lives it. */
export interface ExperiencedTime {
  organisationId: string
  onBehalfOf: 'self' | 'customer'
  minutes: number
}

/** What the terms expect beside what those who shared their view experience; all times in minutes. */
export interface Lateness {
  expectedMinutes: number | null
  experienced: ExperiencedTime[]
  /** The longest experienced time; null while nobody who lets the viewer see it has said one. */
  worstMinutes: number | null
  /** How much longer than expected; 0 when in time, null when one of the two is unknown. */
  lateByMinutes: number | null
}

/** Worst minutes that anybody says it takes, beside the expected minutes of the terms. */
export function latenessOf(link: Link, rows: SeenRows): Lateness {
  const experienced = rows
    .list('perspective', 'targetId', link.id)
    .filter((row) => !row.deleted && row.experiencedMinutes !== null)
    .map(({ organisationId, onBehalfOf, experiencedMinutes }) => ({
      organisationId,
      onBehalfOf,
      minutes: experiencedMinutes!,
    }))
  const worstMinutes = experienced.length > 0 ? Math.max(...experienced.map((time) => time.minutes)) : null
  const { expectedMinutes } = link
  const isKnown = worstMinutes !== null && expectedMinutes !== null
  const lateByMinutes = isKnown ? Math.max(0, worstMinutes - expectedMinutes) : null
  return { expectedMinutes, experienced, worstMinutes, lateByMinutes }
}
