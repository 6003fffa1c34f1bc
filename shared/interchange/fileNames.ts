import type { MapDocument } from './mapDocument.ts'

/** What everything in a file is called, by its id: ids mean nothing in the copy. Empty for what the file does not hold. */
export function namesIn(file: MapDocument): (id: string | null) => string {
  const names = new Map<string, string>()
  for (const { id, name } of [
    ...file.organisations,
    ...file.party,
    ...file.stage,
    ...file.touchpoint,
    file.map,
  ])
    names.set(id, name)
  for (const { id, partyId, name } of file.lane)
    names.set(id, [names.get(partyId), name].filter(Boolean).join(', '))
  for (const { id, passes, fromTouchpointId, toTouchpointId } of file.link) {
    const ends = [fromTouchpointId, toTouchpointId].map((end) => names.get(end) ?? 'a card')
    names.set(id, passes || `from ${ends.join(' to ')}`)
  }
  return (id) => (id && names.get(id)) || ''
}
