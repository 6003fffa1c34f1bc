import type { MemoryRows } from '../../../shared/edits/memoryRows.ts'
import type { Lane, Stage } from '../../../shared/model/rows.ts'
import { keeperOf } from '../../../shared/rules/standing.ts'
import { isSettled } from '../moves/isSettled.ts'
import type { CardMove, Journey, JourneyCard, JourneyLane } from './journey.ts'
import { readCard } from './readCard.ts'
import { readLink } from './readLink.ts'

export interface Reading {
  rows: MemoryRows
  organisationId: string
  organisations: ReadonlyMap<string, string>
  /** Whether somebody of that name has left one's own organisation; partners are told nothing of it. */
  hasLeft?: (name: string) => boolean
}

/** @returns null when the map is not there for this viewer. */
export function readJourney(mapId: string, reading: Reading): Journey | null {
  const { rows } = reading
  const map = rows.get('map', mapId)
  if (!map || map.deleted) return null
  const stages = living(rows.list('stage', 'mapId', mapId)).sort(byRank)
  const lanes = inOrder(living(rows.list('lane', 'mapId', mapId)))
    .map((lane) => readLane(lane, stages, reading))
    .filter((lane) => lane !== null)
  const ordered = [...lanes.filter((lane) => !lane.isCustomer), ...lanes.filter((lane) => lane.isCustomer)]
  const cards = ordered.flatMap((lane) =>
    living(rows.list('touchpoint', 'laneId', lane.id))
      .filter(({ state }) => state !== 'declined')
      .map((touchpoint) => readCard(touchpoint, lane, ordered, reading)),
  )
  const shown = new Set(cards.map(({ id }) => id))
  const links = cards
    .flatMap(({ id }) => living(rows.list('link', 'fromTouchpointId', id)))
    .filter((link) => shown.has(link.toTouchpointId) && link.state !== 'declined')
    .map((link) => readLink(link, reading))
  const standing = {
    cards: new Map(cards.map((card) => [card.id, card])),
    sides: new Map(cards.flatMap(({ sides }) => sides).map((side) => [side.id, side])),
    ghosts: new Map<string, CardMove>(),
  }
  return {
    map,
    lanes: ordered,
    stages: stages.filter(({ laneId }) => laneId === null),
    ...standing,
    ghosts: ghostsOf(cards, standing),
    links: new Map(links.map((link) => [link.id, link])),
  }
}

/** Where the card stands by now nothing is left to be shown. */
function ghostsOf(
  cards: readonly JourneyCard[],
  standing: Pick<Journey, 'cards' | 'sides' | 'ghosts'>,
): Map<string, CardMove> {
  const left = cards.flatMap(({ moves, touchpoint }) =>
    moves.filter(({ move }) => !isSettled(move, touchpoint, standing)),
  )
  return new Map(left.map((ghost) => [ghost.id, ghost]))
}

export function byRank(left: { rank: string; id: string }, right: { rank: string; id: string }): number {
  if (left.rank !== right.rank) return left.rank < right.rank ? -1 : 1
  return left.id < right.id ? -1 : 1
}

export function living<R extends { deleted: boolean }>(rows: readonly R[]): R[] {
  return rows.filter(({ deleted }) => !deleted)
}

/** Sub-lanes follow the lane they divide. */
function inOrder(lanes: Lane[]): Lane[] {
  const sorted = lanes.toSorted(byRank)
  const ids = new Set(sorted.map(({ id }) => id))
  const top = sorted.filter(({ parentLaneId }) => !parentLaneId || !ids.has(parentLaneId))
  return top.flatMap((lane) => [lane, ...sorted.filter(({ parentLaneId }) => parentLaneId === lane.id)])
}

function readLane(
  lane: Lane,
  stages: Stage[],
  { rows, organisationId, organisations }: Reading,
): JourneyLane | null {
  const party = rows.get('party', lane.partyId)
  if (!party) return null
  const holder = party.heldByOrganisationId
  const owner = lane.parentLaneId ?? lane.id
  return {
    id: lane.id,
    lane,
    party,
    name: lane.name || party.name,
    relation: holder === organisationId ? 'yours' : 'others',
    isDescribed: holder === null,
    heldBy: holder === null ? null : (organisations.get(holder) ?? null),
    keptBy: holder === null ? (organisations.get(keeperOf(party)) ?? null) : null,
    isCustomer: party.kind === 'endCustomer',
    stages: lane.ownStages ? stages.filter(({ laneId }) => laneId === owner) : [],
  }
}
