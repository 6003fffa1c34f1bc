// Where things are drawn: the diagram's shapes, by the element they show.
import type { BpmnElement } from './bpmnReader.ts'

export interface Shape {
  /** Shapes of different diagrams cannot be compared. */
  diagram: number
  x: number
  y: number
  width: number
  height: number
  /** A pool or lane whose journey runs downwards. */
  isVertical: boolean
  isCollapsed: boolean
}

export type Drawing = ReadonlyMap<BpmnElement, Shape>

/** The first shape of each element; elements without a usable one are missing. */
export function readDrawing(definitions: BpmnElement): Drawing {
  const shapes = new Map<BpmnElement, Shape>()
  for (const [diagram, { plane }] of (definitions.diagrams ?? []).entries()) {
    for (const drawn of plane?.planeElement ?? []) {
      const { x, y, width, height } = drawn.bounds ?? {}
      if (!drawn.bpmnElement || shapes.has(drawn.bpmnElement)) continue
      if (!isNumber(x) || !isNumber(y) || !isNumber(width) || !isNumber(height)) continue
      const isVertical = drawn.isHorizontal === undefined ? height > width * 2 : !drawn.isHorizontal
      shapes.set(drawn.bpmnElement, {
        diagram,
        x,
        y,
        width,
        height,
        isVertical,
        isCollapsed: drawn.isExpanded === false,
      })
    }
  }
  return shapes
}

/** Whether the centre of `inner` lies within `outer`, on the same diagram. */
export function holdsCentre(outer: Shape | undefined, inner: Shape | undefined): boolean {
  return distance(outer, inner) === 0
}

/** From the centre of `inner` to the nearest edge of `outer`, 0 within it; infinite when that cannot be said. */
export function distance(outer: Shape | undefined, inner: Shape | undefined): number {
  if (!outer || !inner || outer.diagram !== inner.diagram) return Number.POSITIVE_INFINITY
  const x = inner.x + inner.width / 2
  const y = inner.y + inner.height / 2
  return Math.hypot(
    Math.max(outer.x - x, 0, x - outer.x - outer.width),
    Math.max(outer.y - y, 0, y - outer.y - outer.height),
  )
}

/** As drawn: top to bottom, or left to right where pools stand upright; what is not drawn keeps its place at the end. */
export function inDrawnOrder<T>(items: T[], shapeOf: (item: T) => Shape | undefined): T[] {
  const shapes = new Map(items.map((item) => [item, shapeOf(item)]))
  const drawn = [...shapes.values()].filter((shape) => shape !== undefined)
  const isUpright = drawn.filter((shape) => shape.isVertical).length * 2 > drawn.length
  return [...items].sort((first, second) => {
    const one = shapes.get(first)
    const other = shapes.get(second)
    if (!one || !other) return Number(!one) - Number(!other)
    return one.diagram - other.diagram || (isUpright ? one.x - other.x : one.y - other.y)
  })
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 1e9
}
