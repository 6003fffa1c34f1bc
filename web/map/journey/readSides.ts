import type { Touchpoint } from '../../../shared/model/rows.ts'
import type { CardSide, JourneyLane } from './journey.ts'
import { living, type Reading } from './readJourney.ts'

/** The other lanes that live a touchpoint, or are asked to; declined ones are left out. */
export function readSides(
  touchpoint: Touchpoint,
  lanes: readonly JourneyLane[],
  { rows }: Reading,
): CardSide[] {
  return living(rows.list('side', 'touchpointId', touchpoint.id))
    .filter(({ state }) => state !== 'declined')
    .flatMap((side): CardSide[] => {
      const lane = lanes.find(({ id }) => id === side.laneId)
      if (!lane) return []
      const { id, laneId, name, state } = side
      return [
        {
          ...{ id, side, cardId: touchpoint.id, laneId, relation: lane.relation },
          ...{ label: name || touchpoint.name, partyName: lane.party.name, isProposed: state === 'proposed' },
        },
      ]
    })
}
