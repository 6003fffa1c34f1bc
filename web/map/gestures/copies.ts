import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { Drawing } from '../../../shared/layout/types.ts'
import type { Link, Side, Touchpoint } from '../../../shared/model/rows.ts'
import type { Cell } from '../drawing/cells.ts'
import { stagesOf } from '../drawing/cells.ts'
import type { Journey } from '../journey/journey.ts'
import { stageIdOf } from '../journey/layoutInput.ts'
import { rankIn } from './fromFlow.ts'
import { rankBetween } from './ranks.ts'

/** Cards with the links between them and the lanes that share them; no one's views, owners or confirmations. */
export interface Copied {
  cards: Touchpoint[]
  links: Link[]
  sides: Side[]
}

/** What was copied last on this page. */
export const copyOf: { current: Copied | null } = { current: null }

export function copyCards(ids: readonly string[], journey: Journey): Copied {
  const wanted = new Set(ids)
  return {
    cards: ids.flatMap((id) => journey.cards.get(id)?.touchpoint ?? []),
    sides: ids.flatMap((id) => journey.cards.get(id)?.sides.map(({ side }) => side) ?? []),
    links: [...journey.links.values()]
      .map(({ link }) => link)
      .filter((link) => wanted.has(link.fromTouchpointId) && wanted.has(link.toTouchpointId)),
  }
}

/** @param cell where the first card goes; null puts every card beside its original */
export function pasteCards(copied: Copied, cell: Cell | null, journey: Journey, drawing: Drawing) {
  const ids = new Map(copied.cards.map((card) => [card.id, crypto.randomUUID() as string]))
  const lastRanks = new Map<string, string>()
  const cards = copied.cards.map((card): ActionInput => {
    const place = cell ?? placeOf(card, journey, drawing)
    const key = `${place.laneId} ${place.stageId}`
    const rank = rankBetween(lastRanks.get(key) ?? lastRankIn(place, journey), null)
    lastRanks.set(key, rank)
    const { kind, name, description, purpose, initiatorPartyId, channel, mode, frequency } = card
    const { documents, layer } = card
    const { segments, customerRoles, customerSees, promisedMinutes, experienceStandard } = card
    const { options, criteria, reasons, leavers, leaversPer } = card
    return {
      type: 'touchpoint.add',
      id: ids.get(card.id)!,
      copiedFromId: card.id,
      ...place,
      rank,
      ...{ kind, name, description, purpose, initiatorPartyId, channel, mode, frequency },
      ...{ documents, layer },
      ...{ segments, customerRoles, customerSees, promisedMinutes, experienceStandard },
      ...{ options, criteria, reasons, leavers, leaversPer },
    }
  })
  const links = copied.links.map(
    ({ kind, passes, channel, trigger, expectedMinutes, acceptance, ...link }): ActionInput => ({
      type: 'link.add',
      id: crypto.randomUUID(),
      copiedFromId: link.id,
      fromTouchpointId: ids.get(link.fromTouchpointId)!,
      toTouchpointId: ids.get(link.toTouchpointId)!,
      ...{ kind, passes, channel, trigger, expectedMinutes, acceptance },
    }),
  )
  const laneOf = new Map(
    cards.flatMap((card) => (card.type === 'touchpoint.add' ? [[card.id, card.laneId] as const] : [])),
  )
  const partyOf = (laneId: string | undefined) =>
    journey.lanes.find(({ id }) => id === laneId)?.party.id ?? null
  // Shared as the original is, where that lane is there and another party's; whoever keeps it is asked anew.
  const sides = copied.sides.flatMap(({ id, touchpointId, laneId, stageId, name }): ActionInput[] => {
    const party = partyOf(laneId)
    const copyId = ids.get(touchpointId)
    if (!copyId || party === null || party === partyOf(laneOf.get(copyId))) return []
    const place = { laneId, stageId, rank: rankIn({ laneId, stageId }, null, journey) }
    return [
      { type: 'side.add', id: crypto.randomUUID(), copiedFromId: id, touchpointId: copyId, ...place, name },
    ]
  })
  return { actions: [...cards, ...links, ...sides], cardIds: [...ids.values()] }
}

function lastRankIn(cell: Cell, journey: Journey): string | null {
  return rankIn(cell, null, journey)
}

/** Where a card came from; from another map, the first stage of the first lane. */
function placeOf(card: Touchpoint, journey: Journey, drawing: Drawing): Cell {
  const lane = journey.lanes.find(({ id }) => id === card.laneId) ?? journey.lanes[0]!
  const stages = stagesOf(lane.id, drawing, journey).map(({ id }) => stageIdOf(id))
  return { laneId: lane.id, stageId: stages.includes(card.stageId) ? card.stageId : stages[0]! }
}
