import type { HandoffEntry } from '../../shared/analysis/handoffs.ts'
import { living, type SeenRows } from '../../shared/analysis/seenRows.ts'
import { type Voice, voicesOn } from '../../shared/analysis/voices.ts'

export interface CustomerVoice extends Voice {
  /** The card or handoff it was said of. */
  about: string
}

/** What customers say of a handoff, of its two cards, and of the cards its receiver leads on to. */
export function customerVoices(
  handoff: HandoffEntry,
  rows: SeenRows,
  organisationId: string,
): CustomerVoice[] {
  const { link, fromTouchpoint, toTouchpoint } = handoff
  const next = rows
    .list('link', 'fromTouchpointId', toTouchpoint.id)
    .filter((one) => !one.deleted && one.state === 'accepted')
    .map((one) => living('touchpoint', one.toTouchpointId, rows))
    .filter((card) => card !== undefined)
  const targets = [
    { id: link.id, about: link.passes || 'this handoff' },
    ...[fromTouchpoint, toTouchpoint, ...next].map(({ id, name }) => ({ id, about: name })),
  ]
  return targets.flatMap(({ id, about }) =>
    voicesOn(id, rows, organisationId)
      .filter((voice) => voice.onBehalfOf === 'customer')
      .map((voice) => ({ ...voice, about })),
  )
}
