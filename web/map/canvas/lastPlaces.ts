// Where a person left each map, on this device: another person who signs in here does not begin there.
import type { Viewport } from '@xyflow/react'
import { z } from 'zod'

/** The maps longest not looked at are forgotten beyond this. */
const mostPlaces = 40

const kept = z.array(
  z.object({ mapId: z.string(), x: z.number(), y: z.number(), zoom: z.number().min(0.1).max(4) }),
)

/** Null where the person has not been on this device. */
export function lastPlaceOf(personId: string, mapId: string): Viewport | null {
  const place = read(personId).find((one) => one.mapId === mapId)
  return place ? { x: place.x, y: place.y, zoom: place.zoom } : null
}

export function rememberPlace(personId: string, mapId: string, { x, y, zoom }: Viewport): void {
  const others = read(personId).filter((one) => one.mapId !== mapId)
  const places = [{ mapId, x, y, zoom }, ...others].slice(0, mostPlaces)
  try {
    localStorage.setItem(keyOf(personId), JSON.stringify(places))
  } catch {
    // A full device only forgets where one was.
  }
}

function read(personId: string): z.infer<typeof kept> {
  try {
    return kept.parse(JSON.parse(localStorage.getItem(keyOf(personId)) ?? '[]'))
  } catch {
    return []
  }
}

function keyOf(personId: string): string {
  return `interlane.lastPlaces.${personId}`
}
