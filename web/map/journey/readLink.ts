import { type Handoff, type HandoffSide, handoffOf, sideOf } from '../../../shared/handoffs/handoff.ts'
import type { Link } from '../../../shared/model/rows.ts'
import type { HalfState } from '../../seam/seamShapes.ts'
import { type SeamSide, sayMinutes } from '../../seam/seamWords.ts'
import type { JourneyLink } from './journey.ts'
import { marksOn } from './readCard.ts'
import type { Reading } from './readJourney.ts'

const halves: Record<HandoffSide['state'], HalfState> = {
  open: 'hollow',
  confirmed: 'filled',
  disputed: 'cracked',
  changed: 'cracked',
}

export function readLink(link: Link, reading: Reading): JourneyLink {
  const handoff = handoffOf(link, reading.rows)
  return {
    id: link.id,
    link,
    handoff,
    giving: handoff ? seamSide(handoff.from, reading) : null,
    taking: handoff && !handoff.isPromise ? seamSide(handoff.to, reading) : undefined,
    lateness: handoff ? latenessOf(link, reading) : null,
    waitsOnUs: handoff !== null && waitsOn(reading.organisationId, handoff),
    marks: marksOn(link.id, reading),
  }
}

/** The organisation is a side of an agreement and has not confirmed the terms as they stand. */
export function waitsOn(organisationId: string, handoff: Handoff): boolean {
  const side = sideOf(handoff, organisationId)
  return !handoff.isPromise && side !== null && side.state !== 'confirmed'
}

function seamSide(side: HandoffSide, { organisationId }: Reading): SeamSide {
  const relation = side.organisationId === organisationId ? 'yours' : 'others'
  const silence = side.organisationId === null ? { isSilent: true } : {}
  return { name: side.partyName, state: halves[side.state], relation, ...silence }
}

/** How much longer it takes than agreed, by the slowest of the views one sees. */
function latenessOf(link: Link, { rows }: Reading): string | null {
  const expected = link.expectedMinutes
  if (expected === null) return null
  const experienced = rows
    .list('perspective', 'targetId', link.id)
    .flatMap((row) => (row.deleted || row.experiencedMinutes === null ? [] : [row.experiencedMinutes]))
  const worst = Math.max(...experienced, 0)
  return worst > expected ? `${sayMinutes(worst - expected)} late` : null
}
