/** Labels that are shown cover no card and no other label. */
import { gapsOfBonds } from './bondViolations.ts'
import { type AxisBox, BoxIndex } from './boxIndex.ts'
import type { Drawing, LayoutInput, LayoutViolation } from './types.ts'

const tolerance = 0.01

interface Box extends AxisBox {
  id: string
}

export function findLabelViolations(input: LayoutInput, drawing: Drawing): LayoutViolation[] {
  const sizes = new Map(input.links.map((link) => [link.id, link.label]))
  const labels = drawing.links.flatMap((link): Box[] => {
    const size = sizes.get(link.id)
    if (!size || !link.label || link.hiddenLabel) return []
    const { width, height } = size
    return [{ id: link.id, x: link.label.x - width / 2, y: link.label.y - height / 2, width, height }]
  })
  const violations: LayoutViolation[] = []
  const cards = new BoxIndex([...drawing.cards, ...gapsOfBonds(drawing)], 'x')
  const others = new BoxIndex(labels, 'x')
  for (const label of labels) {
    for (const card of cards.near(label.x, label.x + label.width)) {
      if (!overlap(label, card)) continue
      violations.push({ kind: 'labelOnCard', ids: [label.id, card.id], message: 'The label covers a card.' })
    }
    for (const other of others.near(label.x, label.x + label.width)) {
      if (other.id <= label.id || !overlap(label, other)) continue
      violations.push({ kind: 'labelOnLabel', ids: [label.id, other.id], message: 'Two labels overlap.' })
    }
  }
  return violations
}

function overlap(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.width - tolerance &&
    b.x < a.x + a.width - tolerance &&
    a.y < b.y + b.height - tolerance &&
    b.y < a.y + a.height - tolerance
  )
}
