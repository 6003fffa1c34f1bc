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
  for (const move of file.move) if (move.state === 'proposed') sorted[sideOf(move, file)].push(move)
  return sorted
}

function sideOf(move: Move, file: MapDocument): keyof SortedMoves {
  const { touchpointId, laneId, stageId } = move
  const card = file.touchpoint.find(({ id }) => id === touchpointId)
  const lane = file.lane.find(({ id }) => id === laneId)
  const stage = file.stage.find(({ id }) => id === stageId)
  const owner = lane?.ownStages ? (lane.parentLaneId ?? lane.id) : null
  if (!card || !lane || stage?.laneId !== owner) return 'withoutPlace'
  if (card.state !== 'accepted') return 'ofProposedCards'
  return standsAt(move, card) ? 'withoutPlace' : 'open'
}
