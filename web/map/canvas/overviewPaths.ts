// The shapes of an overview: built once for a drawing and stroked again in every frame while one pans and zooms.
import type { Drawing, Point } from '../../../shared/layout/types.ts'
import type { ColourRole } from '../../theme/tokens.ts'
import type { Journey, JourneyCard } from '../journey/journey.ts'
import { bandOf } from '../journey/readPerformance.ts'
import type { Heat } from '../lens.ts'

type Palette = Record<ColourRole, string>

/** One path per look: stroking thousands of links one by one would take far longer. */
export interface OverviewPaths {
  links: Record<'handoff' | 'sequence' | 'loopBack', Path2D>
  bonds: Path2D
  cards: { path: Path2D; fill: string; stroke: string }[]
}

/** @param heat what the Heat lens colours by; by marks in every other lens */
export function overviewPaths(
  journey: Journey,
  drawing: Drawing,
  palette: Palette,
  heat: Heat = 'marks',
): OverviewPaths {
  const links = { handoff: new Path2D(), sequence: new Path2D(), loopBack: new Path2D() }
  for (const { id, points } of drawing.links) {
    const item = journey.links.get(id)
    if (item) trace(links[item.handoff ? 'handoff' : item.link.kind], points)
  }
  const bonds = new Path2D()
  for (const { points } of drawing.bonds) trace(bonds, points)
  return { links, bonds, cards: cardPaths(journey, drawing, palette, heat) }
}

function trace(path: Path2D, points: readonly Point[]): void {
  for (const [index, point] of points.entries()) {
    if (index === 0) path.moveTo(point.x, point.y)
    else path.lineTo(point.x, point.y)
  }
}

function cardPaths(journey: Journey, drawing: Drawing, palette: Palette, heat: Heat): OverviewPaths['cards'] {
  const looks = new Map<string, OverviewPaths['cards'][number]>()
  for (const drawn of drawing.cards) {
    const half = journey.sides.get(drawn.id)
    const card = journey.cards.get(half?.cardId ?? drawn.id)
    if (!card) continue
    const { fill, stroke } = lookOf(half ? { ...card, relation: half.relation } : card, palette, heat)
    const key = fill + stroke
    const look = looks.get(key) ?? { path: new Path2D(), fill, stroke }
    look.path.roundRect(drawn.x, drawn.y, drawn.width, drawn.height, 6)
    looks.set(key, look)
  }
  return [...looks.values()]
}

/** How a card is painted where it is too small to read. */
export function lookOf(card: JourneyCard, palette: Palette, heat: Heat): { fill: string; stroke: string } {
  if (heat === 'performance') return scoredLook(card, palette)
  if (card.marks.has('pain')) return { fill: palette.painTint, stroke: palette.pain }
  if (card.isDashed) return { fill: palette.surface, stroke: palette.line }
  if (card.relation === 'yours') return { fill: palette.yours, stroke: palette.yoursOutline }
  return { fill: palette.surface, stroke: palette.others }
}

function scoredLook({ performance }: JourneyCard, palette: Palette): { fill: string; stroke: string } {
  if (!performance) return { fill: palette.surface, stroke: palette.line }
  const looks = {
    weak: { fill: palette.painTint, stroke: palette.pain },
    middling: { fill: palette.sunken, stroke: palette.lineStrong },
    strong: { fill: palette.delightTint, stroke: palette.delight },
  }
  return looks[bandOf(performance)]
}
