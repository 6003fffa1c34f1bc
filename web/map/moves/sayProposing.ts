import { listNames } from '../../rounds/roundWords.ts'
import type { Proposing } from '../mapState.ts'
import type { MapView } from '../useMap.ts'
import { whereTo } from './whereTo.ts'
import { whoIsAsked } from './whoIsAsked.ts'

const mostNamed = 3

/** The question before a move of which a part is only proposed: what moves, what is asked of whom, what stays. */
export function sayProposing(
  { ours, asked, staying }: Proposing,
  { journey, ecosystem }: Pick<MapView, 'journey' | 'ecosystem'>,
): { title: string; sentences: string[]; yes: string } {
  const touchpointOf = (id: string) => journey.cards.get(id)?.touchpoint
  const nameOf = (id: string) => touchpointOf(id)?.name ?? 'A touchpoint'
  const [first] = asked
  const isOne = asked.length === 1
  const what = first && isOne ? nameOf(first.touchpointId) : `${asked.length} touchpoints`
  const places = new Set(asked.map((one) => whereTo(one, touchpointOf(one.touchpointId), ecosystem.rows)))
  const where = places.size === 1 ? [...places].join('') : 'along'
  const who = new Set(asked.flatMap((one) => whoIsAsked(one.touchpointId, one.laneId, ecosystem)))
  const isAgain = asked.some(({ touchpointId }) => isProposedByUs(touchpointId))
  const them = quoted(asked.map(({ touchpointId }) => nameOf(touchpointId)))
  const [are, it, proposals] = isOne ? ['is', 'it', 'proposal'] : ['are', 'them', 'proposals']
  const moving = quoted(ours.map(nameOf))
  return {
    title: `${ours.length > 0 ? `Move ${ours.length}, propose` : 'Propose'} to move ${what}`,
    sentences: [
      ours.length > 0 ? `${moving} ${ours.length === 1 ? 'moves' : 'move'} at once.` : '',
      `${them} ${are} not ours to move. Propose to move ${it} ${where}? ${listNames([...who])} will be asked, and everyone on this map sees the ${proposals}.`,
      isAgain ? 'This replaces what we proposed before.' : '',
      ...staying.map(({ cardId, reason }) => `“${nameOf(cardId)}” stays where it is. ${reason}`),
    ].filter(Boolean),
    yes: ours.length > 0 ? 'Move and propose' : isOne ? 'Propose this move' : 'Propose these moves',
  }

  function isProposedByUs(cardId: string): boolean {
    const { organisationId } = ecosystem.author
    return (
      journey.cards.get(cardId)?.moves.some(({ move }) => move.addedByOrganisationId === organisationId) ??
      false
    )
  }
}

function quoted(names: readonly string[]): string {
  const named = names.slice(0, names.length > mostNamed ? mostNamed - 1 : mostNamed)
  const more = names.length - named.length
  return listNames([...named.map((name) => `“${name}”`), ...(more > 0 ? [`${more} more`] : [])])
}
