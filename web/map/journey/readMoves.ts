import type { Touchpoint } from '../../../shared/model/rows.ts'
import { whereTo } from '../moves/whereTo.ts'
import type { CardMove, JourneyLane } from './journey.ts'
import { living, type Reading } from './readJourney.ts'

/** The places proposed for a touchpoint that nobody has answered yet. */
export function readMoves(
  touchpoint: Touchpoint,
  lanes: readonly JourneyLane[],
  { rows, organisations }: Reading,
): CardMove[] {
  return living(rows.list('move', 'touchpointId', touchpoint.id))
    .filter(({ state, laneId }) => state === 'proposed' && lanes.some(({ id }) => id === laneId))
    .sort((left, right) => (left.id < right.id ? -1 : 1))
    .map((move) => {
      const { id, laneId, addedByOrganisationId } = move
      const by = organisations.get(addedByOrganisationId) ?? 'A partner'
      return { id, move, cardId: touchpoint.id, laneId, by, where: whereTo(move, touchpoint, rows) }
    })
}
