/** Cards: all there, inside lane and stage, off headings and each other, in the order of their ranks. */
import { gapsOfBonds } from './bondViolations.ts'
import type { Drawing, DrawnCard, LayoutCard, LayoutInput, LayoutViolation } from './types.ts'

const tolerance = 0.01

export function findCardViolations(input: LayoutInput, drawing: Drawing): LayoutViolation[] {
  const laneIds = new Set(input.lanes.map((lane) => lane.id))
  const drawn = new Map(drawing.cards.map((card) => [card.id, card]))
  const violations: LayoutViolation[] = []
  for (const card of input.cards) {
    if (!laneIds.has(card.laneId)) continue
    const box = drawn.get(card.id)
    if (box) violations.push(...checkContainment(input, drawing, card, box))
    else violations.push({ kind: 'missingCard', ids: [card.id], message: 'The card is not drawn.' })
  }
  return [
    ...violations,
    ...checkOverlaps([...drawing.cards, ...gapsOfBonds(drawing)]),
    ...checkOrder(input, drawn),
  ]
}

function checkContainment(
  input: LayoutInput,
  drawing: Drawing,
  card: LayoutCard,
  box: DrawnCard,
): LayoutViolation[] {
  const violations: LayoutViolation[] = []
  const lane = drawing.lanes.find((candidate) => candidate.id === card.laneId)
  if (lane && !isWithin(box.y, box.height, lane.y, lane.height)) {
    violations.push({ kind: 'cardOutsideLane', ids: [card.id], message: 'The card leaves its lane.' })
  }
  const hasOwnStages = input.lanes.find((candidate) => candidate.id === card.laneId)?.ownStages
  const stage = drawing.stages.find((candidate) => candidate.id === card.stageId)
  // A stage of another lane cannot hold the card: the drawing puts it in the first stage instead.
  const isOwnKind = stage && stage.laneId === (hasOwnStages ? card.laneId : null)
  if (isOwnKind && !isWithin(box.x, box.width, stage.x, stage.width)) {
    violations.push({ kind: 'cardOutsideStage', ids: [card.id], message: 'The card leaves its stage.' })
  }
  const heading = drawing.stages.find((candidate) => candidate.laneId === card.laneId)
  if (heading && box.y < heading.y + heading.height - tolerance) {
    violations.push({ kind: 'cardOnHeading', ids: [card.id], message: 'The card covers a stage heading.' })
  }
  return violations
}

function checkOverlaps(cards: DrawnCard[]): LayoutViolation[] {
  const violations: LayoutViolation[] = []
  const sorted = cards.toSorted((a, b) => a.x - b.x)
  sorted.forEach((card, index) => {
    for (let next = index + 1; next < sorted.length; next += 1) {
      const other = sorted[next]!
      if (other.x >= card.x + card.width - tolerance) break
      if (other.y >= card.y + card.height - tolerance || card.y >= other.y + other.height - tolerance)
        continue
      violations.push({ kind: 'cardOverlap', ids: [card.id, other.id], message: 'Two cards overlap.' })
    }
  })
  return violations
}

/** Cards of one lane, stage and column stand in the order of their ranks, on each side of a line of visibility. */
function checkOrder(input: LayoutInput, drawn: Map<string, DrawnCard>): LayoutViolation[] {
  const cells = new Map<string, { card: LayoutCard; box: DrawnCard }[]>()
  for (const card of input.cards) {
    const box = drawn.get(card.id)
    if (!box) continue
    const key = JSON.stringify([card.laneId, card.stageId, box.column, card.below ?? false])
    if (!cells.has(key)) cells.set(key, [])
    cells.get(key)!.push({ card, box })
  }
  const violations: LayoutViolation[] = []
  for (const cell of cells.values()) {
    cell.sort((a, b) => a.box.y - b.box.y)
    for (let index = 1; index < cell.length; index += 1) {
      const [above, below] = [cell[index - 1]!.card, cell[index]!.card]
      if (above.rank <= below.rank) continue
      violations.push({
        kind: 'cardOrder',
        ids: [above.id, below.id],
        message: 'The upper card ranks after the lower one.',
      })
    }
  }
  return violations
}

function isWithin(start: number, size: number, outerStart: number, outerSize: number): boolean {
  return start >= outerStart - tolerance && start + size <= outerStart + outerSize + tolerance
}
