import type { Handoff, HandoffSide, SideState } from '../../shared/handoffs/handoff.ts'
import type { HalfState } from '../seam/seamShapes.ts'
import type { SeamSide } from '../seam/seamWords.ts'

const halves: Record<SideState, HalfState> = {
  open: 'hollow',
  confirmed: 'filled',
  disputed: 'cracked',
  changed: 'cracked',
}

/** How a handoff's seam is drawn for an organisation: two halves, or the single disc of a promise. */
export function seamOf(handoff: Handoff, organisationId: string): { giving: SeamSide; taking?: SeamSide } {
  const giving = half(handoff.from, organisationId)
  const taking = half(handoff.to, organisationId)
  if (!handoff.isPromise) return { giving, taking }
  return {
    giving:
      handoff.from.organisationId === null && handoff.to.organisationId !== null
        ? { ...taking, reliesOn: handoff.from.partyName }
        : giving,
  }
}

function half(side: HandoffSide, organisationId: string): SeamSide {
  return {
    name: side.partyName,
    state: halves[side.state],
    relation: side.organisationId === organisationId ? 'yours' : 'others',
    ...(side.organisationId === null && { isSilent: true }),
  }
}
