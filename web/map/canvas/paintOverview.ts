// Paints a map too small to read: boxes and routes to scale; moments of truth, pains and seams at reading size.
import type { Drawing, DrawnCard } from '../../../shared/layout/types.ts'
import { type ColourRole, fonts } from '../../theme/tokens.ts'
import type { Journey, JourneyLink } from '../journey/journey.ts'
import { hasLenses } from '../lens.ts'
import type { OverviewPaths } from './overviewPaths.ts'

export interface Overview {
  journey: Journey
  drawing: Drawing
  /** Of this journey and drawing. */
  paths: OverviewPaths
  selected: ReadonlySet<string>
  /** What somebody else has selected, and whether they are of one's own organisation. */
  selectedByOthers: ReadonlyMap<string, 'yours' | 'others'>
  transform: readonly [number, number, number]
  width: number
  height: number
  /** Device pixels per CSS pixel. */
  scale: number
  palette: Record<ColourRole, string>
}

const discRadius = 4.5
/** Of what joins the halves of one touchpoint, in the drawing's own pixels. */
const bandWidth = 14

export function paintOverview(context: CanvasRenderingContext2D, overview: Overview): void {
  const { transform, width, height, scale } = overview
  const [x, y, zoom] = transform
  context.setTransform(scale, 0, 0, scale, 0, 0)
  context.clearRect(0, 0, width, height)
  context.setTransform(scale * zoom, 0, 0, scale * zoom, scale * x, scale * y)
  paintLinks(context, overview)
  paintCards(context, overview)
  context.setTransform(scale, 0, 0, scale, 0, 0)
  if (hasLenses(overview.journey)) paintSeams(context, overview)
  paintMoments(context, overview)
}

function paintLinks(context: CanvasRenderingContext2D, { paths, palette, transform }: Overview): void {
  const { links, bonds } = paths
  const zoom = transform[2]
  context.lineWidth = 1 / zoom
  context.strokeStyle = palette.others
  context.stroke(links.sequence)
  context.setLineDash([5 / zoom, 4 / zoom])
  context.stroke(links.loopBack)
  context.setLineDash([])
  context.lineWidth = 1.5 / zoom
  context.strokeStyle = palette.ink
  context.stroke(links.handoff)
  context.lineWidth = bandWidth
  context.stroke(bonds)
}

function paintCards(context: CanvasRenderingContext2D, overview: Overview): void {
  const { paths, drawing, selected, selectedByOthers, palette, transform } = overview
  context.lineWidth = 1 / transform[2]
  for (const { path, fill, stroke } of paths.cards) {
    context.fillStyle = fill
    context.fill(path)
    context.strokeStyle = stroke
    context.stroke(path)
  }
  context.lineWidth = 3 / transform[2]
  for (const { id, x, y, width, height } of drawing.cards) {
    const other = selectedByOthers.get(id)
    if (!other && !selected.has(id)) continue
    const theirs = other === 'yours' ? palette.yoursOutline : palette.others
    context.strokeStyle = selected.has(id) ? palette.focus : theirs
    context.strokeRect(x - 8, y - 8, width + 16, height + 16)
  }
}

function paintSeams(context: CanvasRenderingContext2D, overview: Overview): void {
  const { journey, drawing, palette } = overview
  const discs = { shut: new Path2D(), open: new Path2D(), cracked: new Path2D() }
  for (const { id, label } of drawing.links) {
    const item = journey.links.get(id)
    if (!label || !item?.giving) continue
    const at = onScreen(label, overview)
    const path = discs[stateOf(item)]
    path.moveTo(at.x + discRadius, at.y)
    path.arc(at.x, at.y, discRadius, 0, 2 * Math.PI)
  }
  const looks = [
    ['open', palette.surface, palette.ink],
    ['shut', palette.ink, palette.ink],
    ['cracked', palette.pain, palette.surface],
  ] as const
  context.lineWidth = 1.5
  for (const [state, fill, stroke] of looks) {
    context.fillStyle = fill
    context.fill(discs[state])
    context.strokeStyle = stroke
    context.stroke(discs[state])
  }
}

function stateOf({ giving, taking }: JourneyLink): 'shut' | 'open' | 'cracked' {
  if (giving?.state === 'cracked' || taking?.state === 'cracked') return 'cracked'
  return giving?.state === 'filled' && taking?.state === 'filled' ? 'shut' : 'open'
}

function paintMoments(context: CanvasRenderingContext2D, overview: Overview): void {
  const { journey, drawing, palette, width, height } = overview
  context.font = `600 12px ${fonts.name}`
  context.textBaseline = 'bottom'
  for (const drawn of drawing.cards) {
    const card = journey.cards.get(drawn.id)
    if (!card?.marks.has('momentOfTruth') && !card?.marks.has('pain')) continue
    const at = onScreen(drawn as DrawnCard, overview)
    if (at.x < -200 || at.y < 0 || at.x > width || at.y > height + 20) continue
    const star = card.marks.has('momentOfTruth') ? '★ ' : ''
    context.lineWidth = 3
    context.strokeStyle = palette.ground
    context.fillStyle = card.marks.has('pain') ? palette.painText : palette.ink
    context.strokeText(star + card.touchpoint.name, at.x, at.y - 2)
    context.fillText(star + card.touchpoint.name, at.x, at.y - 2)
  }
}

function onScreen(point: { x: number; y: number }, { transform: [x, y, zoom] }: Overview) {
  return { x: point.x * zoom + x, y: point.y * zoom + y }
}
