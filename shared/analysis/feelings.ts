// How people feel along a lane, and how they should: as one organisation tells it.
import type { emotions } from '../model/fields.ts'
import type { Perspective } from '../model/rows.ts'
import type { SeenRows } from './seenRows.ts'

type Emotion = (typeof emotions)[number]

/** Whose telling: an organisation on its own behalf, or on behalf of the customer. */
export type Teller = Pick<Perspective, 'organisationId' | 'onBehalfOf'>

export interface Feeling {
  emotion: Emotion
  /** 1 to 5; null when nobody said how strongly. */
  intensity: number | null
  /** From -5, overwhelmingly unpleasant, to 5, overwhelmingly pleasant. */
  level: number
}

export interface FeltPoint {
  touchpointId: string
  felt: Feeling | null
  desired: Feeling | null
}

/** @returns one point per touchpoint, in the order given; empty where this teller says nothing, or nothing one may see */
export function feelingCurve(touchpointIds: readonly string[], teller: Teller, rows: SeenRows): FeltPoint[] {
  return touchpointIds.map((touchpointId) => {
    const view = viewsOn(touchpointId, rows).find((one) => isBy(teller, one))
    return {
      touchpointId,
      felt: view ? feelingOf(view.emotion, view.emotionIntensity) : null,
      desired: view ? feelingOf(view.desiredEmotion, view.desiredIntensity) : null,
    }
  })
}

/** Who tells of feelings on these touchpoints, as far as one sees; whoever tells most comes first. */
export function feelingTellers(touchpointIds: readonly string[], rows: SeenRows): Teller[] {
  const counted = new Map<string, { teller: Teller; count: number }>()
  for (const view of touchpointIds.flatMap((id) => viewsOn(id, rows))) {
    if (!view.emotion && !view.desiredEmotion) continue
    const { organisationId, onBehalfOf } = view
    const key = `${onBehalfOf} ${organisationId}`
    const count = (counted.get(key)?.count ?? 0) + 1
    counted.set(key, { teller: { organisationId, onBehalfOf }, count })
  }
  return [...counted]
    .sort(([left, one], [right, other]) => other.count - one.count || (left < right ? -1 : 1))
    .map(([, { teller }]) => teller)
}

export function feelingOf(emotion: Emotion | null, intensity: number | null): Feeling | null {
  if (!emotion) return null
  return { emotion, intensity, level: signOf[emotion] * (intensity ?? unsaidIntensity) }
}

/** "Clearly", while nobody says how strongly. */
const unsaidIntensity = 3

const signOf: Record<Emotion, -1 | 0 | 1> = {
  delighted: 1,
  confident: 1,
  relieved: 1,
  calm: 1,
  indifferent: 0,
  confused: -1,
  anxious: -1,
  frustrated: -1,
  angry: -1,
}

function viewsOn(touchpointId: string, rows: SeenRows): Perspective[] {
  return rows.list('perspective', 'targetId', touchpointId).filter(({ deleted }) => !deleted)
}

function isBy(teller: Teller, view: Perspective): boolean {
  return view.organisationId === teller.organisationId && view.onBehalfOf === teller.onBehalfOf
}
