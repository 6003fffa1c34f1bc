// Which proposed moves of a file can be asked for in its copy.
import { standsAt } from '../rules/movingTouchpoints.ts'
import type { DocumentRow, MapDocument } from './mapDocument.ts'

type Move = DocumentRow<'move'>

interface SortedMoves {
  /** Still asked, to another place on this map, of a card that stands. */
  open: Move[]
  /** Why the others are left out. */
  ofProposedCards: Move[]
  withoutPlace: Move[]
}

/** Of the moves that are still open in a file, those its copy can ask for, and why not the others. */
export function sortOpenMoves(file: MapDocument): SortedMoves {
  const sorted: SortedMoves = { open: [], ofProposedCards: [], withoutPlace: [] }
  const places = { cards: byId(file.touchpoint), lanes: byId(file.lane), stages: byId(file.stage) }
  for (const move of file.move) if (move.state === 'proposed') sorted[sideOf(move, places)].push(move)
  return sorted
}

interface Places {
  cards: Map<string, DocumentRow<'touchpoint'>>
  lanes: Map<string, DocumentRow<'lane'>>
  stages: Map<string, DocumentRow<'stage'>>
}

function byId<R extends { id: string }>(rows: readonly R[]): Map<string, R> {
  return new Map(rows.map((row) => [row.id, row]))
}

function sideOf(move: Move, { cards, lanes, stages }: Places): keyof SortedMoves {
  const card = cards.get(move.touchpointId)
  const lane = lanes.get(move.laneId)
  const stage = stages.get(move.stageId)
  const owner = lane?.ownStages ? (lane.parentLaneId ?? lane.id) : null
  if (!card || !lane || stage?.laneId !== owner) return 'withoutPlace'
  if (card.state !== 'accepted') return 'ofProposedCards'
  return standsAt(move, card) ? 'withoutPlace' : 'open'
}
