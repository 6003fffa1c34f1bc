import { countOpenThreads } from '../../../shared/comments/readThreads.ts'
import { accountabilities } from '../../../shared/model/ownership.ts'
import type { MarkKind } from '../../../shared/model/perspective.ts'
import type { Ownership, Touchpoint } from '../../../shared/model/rows.ts'
import type { CardOwner, JourneyCard, JourneyLane } from './journey.ts'
import { readAnswering } from './readAnswering.ts'
import { readFeelings } from './readFeelings.ts'
import type { Reading } from './readJourney.ts'
import { readMoves } from './readMoves.ts'
import { readPerceptions } from './readPerceptions.ts'
import { readPerformance } from './readPerformance.ts'
import { readPlaceInside } from './readPlaceInside.ts'
import { readSides } from './readSides.ts'

export function readCard(
  touchpoint: Touchpoint,
  lane: JourneyLane,
  lanes: readonly JourneyLane[],
  reading: Reading,
): JourneyCard {
  const { rows, organisationId } = reading
  const ours = (['perspective', 'mark'] as const)
    .flatMap((kind) => rows.list<'perspective' | 'mark'>(kind, 'targetId', touchpoint.id))
    .filter((row) => !row.deleted && row.organisationId === organisationId)
  return {
    id: touchpoint.id,
    touchpoint,
    laneId: lane.id,
    relation: lane.relation,
    owners: readOwners(touchpoint.id, reading),
    sides: readSides(touchpoint, lanes, reading),
    moves: readMoves(touchpoint, lanes, reading),
    marks: marksOn(touchpoint.id, reading),
    performance: readPerformance(touchpoint.id, rows),
    perceptions: readPerceptions(touchpoint.id, reading),
    feelings: readFeelings(touchpoint.id, reading),
    openThreads: countOpenThreads(touchpoint.id, 'touchpoint', rows),
    hasPrivateView: ours.some(({ audience }) => audience.every((key) => key === `org:${organisationId}`)),
    isDashed: isStillDescribed(touchpoint, lane),
  }
}

export function marksOn(targetId: string, { rows }: Reading): ReadonlySet<MarkKind> {
  const marks = rows.list('mark', 'targetId', targetId).filter(({ deleted }) => !deleted)
  return new Set(marks.map(({ kind }) => kind))
}

function isStillDescribed(touchpoint: Touchpoint, lane: JourneyLane): boolean {
  if (touchpoint.state === 'proposed') return true
  return touchpoint.review === 'described' || (touchpoint.review === 'notOurs' && !lane.isDescribed)
}

function readOwners(touchpointId: string, reading: Reading): CardOwner[] {
  const { rows, organisationId } = reading
  return rows
    .list('ownership', 'touchpointId', touchpointId)
    .filter(({ deleted, state }) => !deleted && state !== 'declined')
    .sort(byPart)
    .flatMap((ownership): CardOwner[] => {
      const party = rows.get('party', ownership.partyId)
      if (!party) return []
      const relation = party.heldByOrganisationId === organisationId ? 'yours' : 'others'
      return [
        {
          ...{ ownership, name: party.name, relation },
          answering: readAnswering(ownership.id, reading),
          inside: readPlaceInside(ownership.id, reading),
        },
      ]
    })
}

function byPart(left: Ownership, right: Ownership): number {
  const order = accountabilities.indexOf(left.accountability) - accountabilities.indexOf(right.accountability)
  return order || (left.id < right.id ? -1 : 1)
}
