import type { MapDocument } from './mapDocument.ts'

/** The file without what was declined where it comes from, nor what hung on that: a no is not turned into a yes by a copy. */
export function withoutDeclined(file: MapDocument): MapDocument {
  const stands = ({ state }: { state: string }) => state !== 'declined'
  const touchpoint = file.touchpoint.filter(stands)
  const cards = new Set(touchpoint.map(({ id }) => id))
  const isOnCard = ({ touchpointId }: { touchpointId: string }) => cards.has(touchpointId)
  const link = file.link
    .filter(stands)
    .filter(
      ({ fromTouchpointId, toTouchpointId }) => cards.has(fromTouchpointId) && cards.has(toTouchpointId),
    )
  const side = file.side.filter(stands).filter(isOnCard)
  const ownership = file.ownership.filter(stands).filter(isOnCard)
  const move = file.move.filter(stands).filter(isOnCard)
  return { ...file, touchpoint, link, side, ownership, move }
}
