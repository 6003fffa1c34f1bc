// What each organisation says about one touchpoint or handoff, to be read side by side.
import type { Trend } from '../model/perspective.ts'
import type { Mark, Perspective } from '../model/rows.ts'
import { living, type SeenRows } from './seenRows.ts'

export interface Voice {
  organisationId: string
  onBehalfOf: 'self' | 'customer'
  /** One sentence: what it says of its view, else of its mark, else why it disputes; empty when it says none. */
  statement: string
  /** 0 to 10. */
  performance: number | null
  performanceTrend: Trend | null
  experiencedMinutes: number | null
  /** How many customers were asked; only on their behalf. */
  sampleSize: number | null
  verbatims: readonly string[]
  marks: Mark[]
  perspective: Perspective | null
  /** Only the viewer's own organisation sees the score and words of this voice. */
  isPrivate: boolean
}

/** @returns our own voice first, then the other organisations', customers (told by an organisation) last */
export function voicesOn(targetId: string, rows: SeenRows, organisationId: string): Voice[] {
  const perspectives = rows.list('perspective', 'targetId', targetId).filter((row) => !row.deleted)
  const marks = rows.list('mark', 'targetId', targetId).filter((row) => !row.deleted)
  const notes = disputesOf(targetId, rows)
  const speakers = new Set([
    ...perspectives.filter((row) => row.onBehalfOf === 'self').map((row) => row.organisationId),
    ...marks.map((row) => row.organisationId),
    ...notes.keys(),
  ])
  const own = [...speakers].map((speaker) =>
    voiceOf(
      speaker,
      perspectives.find((row) => row.organisationId === speaker && row.onBehalfOf === 'self') ?? null,
      marks.filter((row) => row.organisationId === speaker),
      notes.get(speaker) ?? '',
    ),
  )
  const customers = perspectives
    .filter((row) => row.onBehalfOf === 'customer')
    .map((row) => voiceOf(row.organisationId, row, [], ''))
  const isOther = (voice: Voice) => Number(voice.organisationId !== organisationId)
  return [...own, ...customers].sort(
    (left, right) =>
      Number(left.onBehalfOf === 'customer') - Number(right.onBehalfOf === 'customer') ||
      isOther(left) - isOther(right) ||
      (left.organisationId < right.organisationId ? -1 : 1),
  )
}

/** The distance between the best and the worst performance score given; 0 with fewer than two. */
export function spreadOf(voices: readonly Voice[]): number {
  const scores = voices.map((voice) => voice.performance).filter((score) => score !== null)
  return scores.length < 2 ? 0 : Math.max(...scores) - Math.min(...scores)
}

function voiceOf(
  organisationId: string,
  perspective: Perspective | null,
  marks: Mark[],
  note: string,
): Voice {
  const marked = marks.find((mark) => mark.statement !== '')?.statement
  const audience = perspective?.audience ?? []
  return {
    organisationId,
    onBehalfOf: perspective?.onBehalfOf ?? 'self',
    statement: perspective?.statement || marked || note,
    performance: perspective?.performance ?? null,
    performanceTrend: perspective?.performanceTrend ?? null,
    experiencedMinutes: perspective?.experiencedMinutes ?? null,
    sampleSize: perspective?.sampleSize ?? null,
    verbatims: perspective?.verbatims ?? [],
    marks,
    perspective,
    isPrivate: perspective !== null && audience.every((key) => key === `org:${organisationId}`),
  }
}

/** Why an organisation disputes a handoff, by organisation. */
function disputesOf(linkId: string, rows: SeenRows): Map<string, string> {
  const disputed = rows
    .list('confirmation', 'linkId', linkId)
    .filter((row) => !row.deleted && row.state === 'disputed' && living('link', linkId, rows))
  return new Map(disputed.map((row) => [row.organisationId, row.note]))
}
