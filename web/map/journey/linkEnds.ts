import type { Link } from '../../../shared/model/rows.ts'
import type { Journey } from './journey.ts'

interface End {
  /** The drawn card: a touchpoint, or its half in another lane. */
  id: string
  laneId: string
}

/** Between which drawn cards a link runs: where both touchpoints have a part in one lane, it stays in that lane. */
export function linkEnds(link: Link, { cards, lanes }: Pick<Journey, 'cards' | 'lanes'>): [string, string] {
  const ends = [link.fromTouchpointId, link.toTouchpointId] as const
  const [froms, tos] = ends.map((id) => endsOf(id)) as [End[], End[]]
  const pairs = froms.flatMap((from) => tos.map((to) => [from, to] as const))
  const partyOf = (laneId: string) => lanes.find(({ id }) => id === laneId)?.party.id
  const pair =
    pairs.find(([from, to]) => from.laneId === to.laneId) ??
    pairs.find(([from, to]) => partyOf(from.laneId) === partyOf(to.laneId))
  return pair ? [pair[0].id, pair[1].id] : [...ends]

  function endsOf(cardId: string): End[] {
    const card = cards.get(cardId)
    if (!card) return []
    const halves = card.sides.filter(({ isProposed }) => !isProposed)
    return [{ id: cardId, laneId: card.laneId }, ...halves.map(({ id, laneId }) => ({ id, laneId }))]
  }
}
