// What a finished gesture on the canvas means, as the actions of one edit.
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { Drawing } from '../../../shared/layout/types.ts'
import type { Side, Touchpoint } from '../../../shared/model/rows.ts'
import type { Cell } from '../drawing/cells.ts'
import { stagesOf } from '../drawing/cells.ts'
import type { Journey, JourneyCard } from '../journey/journey.ts'
import { byRank } from '../journey/readJourney.ts'
import { rankBetween, ranksBetween } from './ranks.ts'

export interface Move {
  /** The card under the pointer first, then those that move along. */
  cardIds: readonly string[]
  to: Cell
  /** Among the cards of the cell it comes before this one; null for the end. */
  before: string | null
}

/**
 * Cards dropped on a lane and stage. The others keep their distance in lanes and stages to the first, and go along
 * where it crosses a line of visibility.
 */
export function moveCards({ cardIds, to, before }: Move, journey: Journey, drawing: Drawing): ActionInput[] {
  const [first, ...others] = cardIds.flatMap((id) => journey.cards.get(id) ?? [])
  if (!first) return []
  const moving = new Set(cardIds)
  const rank = rankIn(to, before, journey, moving)
  const lead = placeCard(first, { ...to, rank })
  const shift = shiftOf(first, to, journey, drawing)
  const ranks = ranksBetween(rank, nextRank(to, before, journey, moving), others.length)
  const { customerSees = first.touchpoint.customerSees } = to
  const side = customerSees === first.touchpoint.customerSees ? {} : { customerSees }
  const rest = others.map((card, index) => {
    const cell = { ...shifted(card, shift, journey, drawing), ...side }
    const isSame = cell.laneId === to.laneId && cell.stageId === to.stageId
    return placeCard(card, { ...cell, rank: isSame ? ranks[index]! : card.touchpoint.rank })
  })
  return [lead, ...rest].filter((action) => action !== null)
}

/** A link between two cards: to an earlier column of the same party it is a loop back. */
export function connect(
  from: string,
  to: string,
  terms: { passes?: string },
  journey: Journey,
  drawing: Drawing,
): ActionInput {
  const column = (id: string) => drawing.cards.find((card) => card.id === id)?.column ?? 0
  const isBack = column(to) < column(from) && !crossesParties(from, to, journey)
  return {
    type: 'link.add',
    id: crypto.randomUUID(),
    fromTouchpointId: from,
    toTouchpointId: to,
    kind: isBack ? 'loopBack' : 'sequence',
    ...terms,
  }
}

/** No party lives both of them, be it through a shared touchpoint. */
export function crossesParties(from: string, to: string, journey: Journey): boolean {
  const partiesOf = (id: string) => {
    const card = journey.cards.get(id)
    const shared = card?.sides.filter(({ isProposed }) => !isProposed) ?? []
    return [card, ...shared].map(
      (part) => journey.lanes.find(({ id: laneId }) => laneId === part?.laneId)?.party.id,
    )
  }
  const receivers = partiesOf(to)
  return !partiesOf(from).some((party) => receivers.includes(party))
}

/** The cards of a cell in order. */
export function cardsIn(cell: Cell, journey: Journey): JourneyCard[] {
  return [...journey.cards.values()]
    .filter(({ touchpoint }) => touchpoint.laneId === cell.laneId && touchpoint.stageId === cell.stageId)
    .sort((left, right) => byRank(left.touchpoint, right.touchpoint))
}

/** All that stands in a cell in order: its cards, and halves of cards of other lanes. */
export function placesIn(
  cell: Cell,
  { cards, sides }: Pick<Journey, 'cards' | 'sides'>,
): (Touchpoint | Side)[] {
  return [
    ...[...cards.values()].map(({ touchpoint }) => touchpoint),
    ...[...sides.values()].map(({ side }) => side),
  ]
    .filter(({ laneId, stageId }) => laneId === cell.laneId && stageId === cell.stageId)
    .sort(byRank)
}

/** The rank for what comes before another card of the cell, or last. */
export function rankIn(
  cell: Cell,
  before: string | null,
  journey: Journey,
  except: ReadonlySet<string> = new Set(),
): string {
  const places = placesIn(cell, journey).filter(({ id }) => !except.has(id))
  const index = before === null ? places.length : places.findIndex(({ id }) => id === before)
  const at = index < 0 ? places.length : index
  return rankBetween(places[at - 1]?.rank ?? null, places[at]?.rank ?? null)
}

/** One card at another place; null where it stands there already. */
export function placeCard(card: JourneyCard, place: Cell & { rank: string }): ActionInput | null {
  const { id, laneId, stageId, rank, customerSees } = card.touchpoint
  const fields: Partial<Cell & { rank: string; column: null }> = {}
  if (place.customerSees !== undefined && customerSees !== place.customerSees)
    fields.customerSees = place.customerSees
  if (laneId !== place.laneId) fields.laneId = place.laneId
  if (stageId !== place.stageId) fields.stageId = place.stageId
  if (rank !== place.rank) fields.rank = place.rank
  if (Object.keys(fields).length === 0) return null
  // A place found by tidying up no longer holds once somebody puts the card elsewhere.
  if (card.touchpoint.column !== null) fields.column = null
  return { type: 'touchpoint.change', id, fields }
}

function nextRank(
  cell: Cell,
  before: string | null,
  journey: Journey,
  except: ReadonlySet<string>,
): string | null {
  return placesIn(cell, journey).find(({ id }) => id === before && !except.has(id))?.rank ?? null
}

interface Shift {
  lanes: number
  stages: number
}

function shiftOf(card: JourneyCard, to: Cell, journey: Journey, drawing: Drawing): Shift {
  return {
    lanes: laneIndex(to.laneId, journey) - laneIndex(card.laneId, journey),
    stages: stageIndex(to, journey, drawing) - stageIndex(card.touchpoint, journey, drawing),
  }
}

function shifted(card: JourneyCard, shift: Shift, journey: Journey, drawing: Drawing): Cell {
  const lane = journey.lanes[clamp(laneIndex(card.laneId, journey) + shift.lanes, journey.lanes.length)]!
  const stages = stagesOf(lane.id, drawing, journey)
  const index = clamp(stageIndex(card.touchpoint, journey, drawing) + shift.stages, stages.length)
  const stageId = stages[index]?.id.split('@')[0] ?? card.touchpoint.stageId
  return { laneId: lane.id, stageId }
}

function laneIndex(laneId: string, journey: Journey): number {
  return journey.lanes.findIndex(({ id }) => id === laneId)
}

function stageIndex({ laneId, stageId }: Cell, journey: Journey, drawing: Drawing): number {
  return stagesOf(laneId, drawing, journey).findIndex(({ id }) => id.split('@')[0] === stageId)
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index))
}
