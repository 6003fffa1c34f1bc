/** Lanes and stages: all there, in order, not overlapping, wide enough to read. */
import { spacing } from './spacing.ts'
import type { Drawing, DrawnStage, LayoutInput, LayoutViolation } from './types.ts'

const tolerance = 0.01

export function findSpanViolations(input: LayoutInput, drawing: Drawing): LayoutViolation[] {
  return [...checkLanes(input, drawing), ...checkStages(input, drawing)]
}

function checkLanes(input: LayoutInput, drawing: Drawing): LayoutViolation[] {
  const violations: LayoutViolation[] = []
  const lanes = new Map(drawing.lanes.map((lane) => [lane.id, lane]))
  let bottom = 0
  let above = ''
  for (const { id } of input.lanes) {
    const lane = lanes.get(id)
    if (!lane) {
      violations.push({ kind: 'missingLane', ids: [id], message: 'The lane is not drawn.' })
      continue
    }
    if (lane.y < bottom - tolerance || lane.y + lane.height > drawing.height + tolerance) {
      violations.push({
        kind: 'laneOrder',
        ids: [above, id],
        message: 'The lane is not below the one before it.',
      })
    }
    bottom = lane.y + lane.height
    above = id
  }
  return violations
}

function checkStages(input: LayoutInput, drawing: Drawing): LayoutViolation[] {
  const violations: LayoutViolation[] = []
  const ownLanes = new Set(input.lanes.filter((lane) => lane.ownStages).map((lane) => lane.id))
  const stages = new Map(drawing.stages.map((stage) => [stage.id, stage]))
  const ends = new Map<string | null, { right: number; id: string }>()
  for (const { id, laneId, minWidth } of input.stages) {
    if (laneId !== null && !ownLanes.has(laneId)) continue
    const stage = stages.get(id)
    if (!stage || stage.laneId !== laneId) {
      violations.push({ kind: 'missingStage', ids: [id], message: 'The stage is not drawn.' })
      continue
    }
    const before = ends.get(laneId) ?? { right: 0, id: '' }
    if (stage.x < before.right - tolerance || stage.x + stage.width > drawing.width + tolerance) {
      violations.push({
        kind: 'stageOrder',
        ids: [before.id, id],
        message: 'The stage is not right of the one before it.',
      })
    }
    ends.set(laneId, { right: stage.x + stage.width, id })
    if (stage.width < (minWidth ?? spacing.stageMinWidth) - tolerance || !isHeadingInLane(stage, drawing)) {
      violations.push({ kind: 'stageSpan', ids: [id], message: 'The stage has no room for its heading.' })
    }
  }
  return violations
}

function isHeadingInLane(stage: DrawnStage, drawing: Drawing): boolean {
  const lane = drawing.lanes.find((candidate) => candidate.id === stage.laneId)
  if (!lane) return true
  return stage.y >= lane.y - tolerance && stage.y + stage.height <= lane.y + lane.height + tolerance
}
