import type { Journey, JourneyLink } from '../journey/journey.ts'

/** A link in one sentence, for those who do not see it. */
export function linkWords(item: JourneyLink, journey: Journey): string {
  const late = item.lateness ? `, ${item.lateness}` : ''
  return `${nameOf(item.link.fromTouchpointId, journey)} ${onwardWords(item, journey)}${late}`
}

/** How a touchpoint goes on by a link: what stands behind the touchpoint's name. */
export function onwardWords({ link, handoff }: JourneyLink, journey: Journey): string {
  const proposed = link.state === 'proposed' ? ', proposed' : ''
  const target = `${nameOf(link.toTouchpointId, journey)}${proposed}`
  if (handoff) return `hands over ${link.passes || 'something'} to ${handoff.to.partyName}: ${target}`
  return link.kind === 'loopBack' ? `loops back to ${target}` : `leads to ${target}`
}

function nameOf(cardId: string, { cards }: Journey): string {
  return cards.get(cardId)?.touchpoint.name ?? 'a touchpoint'
}
