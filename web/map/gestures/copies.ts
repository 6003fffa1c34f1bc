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

/** @param cell where the first card goes, the others as far from it as they were; null puts every card beside its original */
export function pasteCards(copied: Copied, cell: Cell | null, journey: Journey, drawing: Drawing) {
  const ids = new Map(copied.cards.map((card) => [card.id, crypto.randomUUID() as string]))
  const lastRanks = new Map<string, string>()
  const origins = copied.cards.map((card) => placeOf(card, journey, drawing))
  const cards = copied.cards.map((card, index): ActionInput => {
    const origin = origins[index]!
    const place = cell ? shifted(origin, origins[0]!, cell, journey, drawing) : origin
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

/** A place as far from the cell as it was from the first card; at the edge of the map, what is nearest. */
function shifted(place: Cell, first: Cell, cell: Cell, journey: Journey, drawing: Drawing): Cell {
  const laneAt = (laneId: string) => journey.lanes.findIndex(({ id }) => id === laneId)
  const stagesIn = (laneId: string) => stagesOf(laneId, drawing, journey).map(({ id }) => stageIdOf(id))
  const stageAt = ({ laneId, stageId }: Cell) => stagesIn(laneId).indexOf(stageId)
  const { id: laneId } = nearest(
    journey.lanes,
    laneAt(cell.laneId) + laneAt(place.laneId) - laneAt(first.laneId),
  )
  return { laneId, stageId: nearest(stagesIn(laneId), stageAt(cell) + stageAt(place) - stageAt(first)) }
}

function nearest<T>(list: readonly T[], index: number): T {
  return list[Math.min(Math.max(index, 0), list.length - 1)]!
}

/** Where a card came from; from another map, the first stage of the first lane. */
function placeOf(card: Touchpoint, journey: Journey, drawing: Drawing): Cell {
  const lane = journey.lanes.find(({ id }) => id === card.laneId) ?? journey.lanes[0]!
  const stages = stagesOf(lane.id, drawing, journey).map(({ id }) => stageIdOf(id))
  return { laneId: lane.id, stageId: stages.includes(card.stageId) ? card.stageId : stages[0]! }
}
