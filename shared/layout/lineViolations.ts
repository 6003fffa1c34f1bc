/** Lines of visibility: there where something stands behind the scenes, everything on its own side, no link along them. */
import { gapsOfBonds } from './bondViolations.ts'
import type { Drawing, DrawnLane, LayoutInput, LayoutViolation, LineOfVisibility } from './types.ts'

const tolerance = 0.01
/** A link this near reads as the line itself. */
const nearLine = 3

export function findLineViolations(input: LayoutInput, drawing: Drawing): LayoutViolation[] {
  return drawing.lanes.flatMap((lane): LayoutViolation[] => {
    const isNeeded = input.cards.some(({ laneId, below }) => laneId === lane.id && below)
    const { line } = lane
    if (isNeeded && !line)
      return [{ kind: 'missingLine', ids: [lane.id], message: 'The line of visibility is not drawn.' }]
    if (line && !isNeeded)
      return [{ kind: 'idleLine', ids: [lane.id], message: 'Nothing stands below the line of visibility.' }]
    return line ? [...checkSides(input, drawing, lane, line), ...checkLinks(drawing, lane, line)] : []
  })
}

function checkSides(
  input: LayoutInput,
  drawing: Drawing,
  lane: DrawnLane,
  { y }: LineOfVisibility,
): LayoutViolation[] {
  const boxes = new Map(drawing.cards.map((card) => [card.id, card]))
  const heading = drawing.stages.find(({ laneId }) => laneId === lane.id)
  const top = heading ? heading.y + heading.height : lane.y
  const isInLane = y >= top - tolerance && y <= lane.y + lane.height + tolerance
  const strays = input.cards.filter(({ id, laneId, below }) => {
    const box = boxes.get(id)
    if (!box || laneId !== lane.id) return false
    return below ? box.y < y - tolerance : box.y + box.height > y + tolerance
  })
  const across = gapsOfBonds(drawing).filter(
    (gap) => gap.y < y - tolerance && gap.y + gap.height > y + tolerance,
  )
  return [...(isInLane ? [] : [lane]), ...strays, ...across].map(({ id }) => {
    return {
      kind: 'acrossLine',
      ids: [id, lane.id],
      message: 'It is on the wrong side of a line of visibility.',
    }
  })
}

function checkLinks(drawing: Drawing, lane: DrawnLane, { y }: LineOfVisibility): LayoutViolation[] {
  const along = [...drawing.links, ...drawing.bonds].filter(({ points }) =>
    points.some((to, index) => {
      const from = points[index - 1]
      return from !== undefined && from.y === to.y && Math.abs(to.y - y) < nearLine
    }),
  )
  return along.map(({ id }) => {
    return { kind: 'linkOnLine', ids: [id, lane.id], message: 'The link runs along a line of visibility.' }
  })
}
