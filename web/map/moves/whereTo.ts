import type { RowReader } from '../../../shared/edits/reader.ts'
import type { Touchpoint } from '../../../shared/model/rows.ts'
import type { Place } from './isInPlace.ts'
import { placeInWords } from './placeInWords.ts'

/** What comes after "to move it": "to Fernhill, Claim", or within the stage it stands in "earlier in Fernhill, Claim". */
export function whereTo(
  place: Place,
  touchpoint: Touchpoint | undefined,
  rows: Pick<RowReader, 'get'>,
): string {
  const words = placeInWords(place, rows)
  const side = touchpoint ? sayOtherSide(place, touchpoint) : ''
  if (touchpoint?.laneId !== place.laneId || touchpoint.stageId !== place.stageId)
    return `to ${words}${side && `, ${side}`}`
  if (side) return `${side} in ${words}`
  return `${place.rank < touchpoint.rank ? 'earlier' : 'later'} in ${words}`
}

function sayOtherSide({ customerSees }: Place, touchpoint: Touchpoint): string {
  if ((customerSees ?? touchpoint.customerSees) === touchpoint.customerSees) return ''
  return `${customerSees ? 'above' : 'below'} the line of visibility`
}
