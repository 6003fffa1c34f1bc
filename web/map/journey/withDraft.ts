import type { Touchpoint } from '../../../shared/model/rows.ts'
import { touchpointContent } from '../../../shared/model/touchpoint.ts'
import type { Cell } from '../drawing/cells.ts'
import type { Journey, JourneyCard } from './journey.ts'

/** A card whose name is being typed and which no edit has made yet. */
export interface Draft extends Cell {
  id: string
  rank: string
}

/** The journey with a draft in its place, so that the card is drawn where it will stand. */
export function withDraft(journey: Journey, draft: Draft | null): Journey {
  if (!draft || journey.cards.has(draft.id)) return journey
  const lane = journey.lanes.find(({ id }) => id === draft.laneId)
  if (!lane) return journey
  const card: JourneyCard = {
    id: draft.id,
    touchpoint: touchpointOf(draft, journey.map.id, journey.map.ecosystemId),
    laneId: draft.laneId,
    relation: lane.relation,
    owners: [],
    sides: [],
    moves: [],
    marks: new Set(),
    performance: null,
    perceptions: [],
    feelings: [],
    openThreads: 0,
    hasPrivateView: false,
    isDashed: true,
  }
  return { ...journey, cards: new Map([...journey.cards, [draft.id, card]]) }
}

function touchpointOf({ id, rank, ...cell }: Draft, mapId: string, ecosystemId: string): Touchpoint {
  return {
    ...touchpointContent.parse({ mapId, ...cell, rank, name: 'New touchpoint' }),
    id,
    ecosystemId,
    audience: [`map:${mapId}`],
    deleted: false,
    versions: {},
    lineageId: id,
    addedByOrganisationId: id,
  }
}
