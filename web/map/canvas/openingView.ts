import type { Viewport } from '@xyflow/react'
import type { Drawing } from '../../../shared/layout/types.ts'
import type { Journey } from '../journey/journey.ts'

interface Size {
  width: number
  height: number
}

const leastZoom = 0.75
const mostZoom = 1.1
const mostColumns = 7
/** Larger than seven columns ask for where that fills the height, but with these still in view. */
const leastColumns = 6
const margin = 16
const leastSeen = 120

interface Looking {
  /** The row that an address leads to. */
  askedId?: string | undefined
  /** Where one left the map. */
  last?: Viewport | null
}

/**
 * Opens readable: at the row asked for, else where one left the map, else the customer's worst moment, else the start;
 * never a blind fit of everything.
 */
export function openingView(
  journey: Journey,
  drawing: Drawing,
  size: Size,
  { askedId, last = null }: Looking = {},
): Viewport {
  const asked = askedId ? centreOf(askedId, drawing) : null
  if (last && !asked && isInSight(drawing, last, size)) return last
  const zoom = openingZoom(drawing, size)
  const centre = asked ?? worstMoment(journey, drawing) ?? { x: 0, y: 0 }
  return {
    zoom,
    x: along(centre.x, drawing.width, size.width, zoom),
    y: along(centre.y, drawing.height, size.height, zoom),
  }
}

/** Some of the map is to be seen from there: it may have changed since, and the window as well. */
function isInSight(drawing: Drawing, { x, y, zoom }: Viewport, { width, height }: Size): boolean {
  const [right, bottom] = [x + drawing.width * zoom, y + drawing.height * zoom]
  return right > leastSeen && bottom > leastSeen && x < width - leastSeen && y < height - leastSeen
}

/** All of it where that is readable, else as many columns as one can take in. */
function openingZoom(drawing: Drawing, { width, height }: Size): number {
  const fitHeight = (height - 2 * margin) / drawing.height
  const fit = Math.min((width - 2 * margin) / drawing.width, fitHeight)
  const columns = new Set(drawing.cards.map(({ column }) => column)).size
  const showing = (count: number) => (width * Math.max(1, columns)) / (drawing.width * count)
  const full = Math.min(fitHeight, showing(leastColumns))
  return Math.min(mostZoom, Math.max(leastZoom, fit, showing(mostColumns), full))
}

function along(centre: number, length: number, room: number, zoom: number): number {
  if (length * zoom + 2 * margin <= room) return margin
  const wanted = room / 2 - centre * zoom
  return Math.min(margin, Math.max(room - length * zoom - margin, wanted))
}

function worstMoment(journey: Journey, drawing: Drawing): { x: number; y: number } | null {
  const customers = new Set(journey.lanes.filter(({ isCustomer }) => isCustomer).map(({ id }) => id))
  const weights = [...journey.cards.values()]
    .filter(({ laneId, marks }) => customers.has(laneId) && marks.has('pain'))
    .map((card) => ({ id: card.id, weight: card.marks.has('momentOfTruth') ? 2 : 1 }))
    .sort((left, right) => right.weight - left.weight)
  return weights[0] ? centreOf(weights[0].id, drawing) : null
}

function centreOf(id: string, drawing: Drawing): { x: number; y: number } | null {
  const card = drawing.cards.find((drawn) => drawn.id === id)
  if (card) return { x: card.x + card.width / 2, y: card.y + card.height / 2 }
  const link = drawing.links.find((drawn) => drawn.id === id)
  return link ? (link.label ?? link.points[Math.floor(link.points.length / 2)] ?? null) : null
}
