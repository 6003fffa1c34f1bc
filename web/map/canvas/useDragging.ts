import type { NodeChange, OnNodeDrag } from '@xyflow/react'
import { useCallback, useRef, useState } from 'react'
import type { Point } from '../../../shared/layout/types.ts'
import { allCells, type Cell, cellAt } from '../drawing/cells.ts'
import { cardsIn, moveCards } from '../gestures/fromFlow.ts'
import { useCommands } from '../MapContext.tsx'
import type { MapCommands } from '../useMapCommands.ts'
import { cellKey, type DropZones } from './Backdrop.tsx'
import type { MapNode } from './toFlow.ts'

const nowhere: ReadonlyMap<string, Point> = new Map()

/** Dragging cards to another lane, stage or place: positions while it lasts, one edit when it ends. */
export function useDragging() {
  const commands = useCommands()
  const [positions, setPositions] = useState(nowhere)
  const [zones, setZones] = useState<DropZones | null>(null)
  const moving = useRef<string[]>([])

  const follow = useCallback((changes: NodeChange<MapNode>[]) => {
    const moved = changes.flatMap((change) =>
      change.type === 'position' && change.dragging && change.position
        ? [[change.id, change.position] as const]
        : [],
    )
    if (moved.length > 0) setPositions((known) => new Map([...known, ...moved]))
  }, [])

  const start: OnNodeDrag<MapNode> = useCallback(
    (_event, node, nodes) => {
      const ids = [node.id, ...nodes.map(({ id }) => id).filter((id) => id !== node.id)]
      moving.current = ids.filter((id) => commands.view.journey.cards.has(id))
      setZones({ refused: refusedCells(moving.current, commands), over: null })
    },
    [commands],
  )

  const over: OnNodeDrag<MapNode> = useCallback(
    (_event, node) => {
      const { drawing, journey } = commands.view
      const cell = cellAt(middleOf(node), drawing, journey)
      setZones((known) => (known && !isSame(known.over, cell) ? { ...known, over: cell } : known))
    },
    [commands],
  )

  const stop: OnNodeDrag<MapNode> = useCallback(
    (_event, node) => {
      const { drawing, journey } = commands.view
      const to = cellAt(middleOf(node), drawing, journey)
      const cardIds = moving.current
      moving.current = []
      setZones(null)
      setPositions(nowhere)
      commands.hold(false)
      if (to) commands.move({ cardIds, to, before: cardBelow(to, node, cardIds, commands) })
    },
    [commands],
  )

  return { positions, zones, follow, start, over, stop }
}

function refusedCells(cardIds: string[], commands: MapCommands): DropZones['refused'] {
  const { drawing, journey } = commands.view
  const refused = new Map<string, { cell: Cell; reason: string }>()
  for (const cell of allCells(drawing, journey)) {
    const reason = commands.whyNot(moveCards({ cardIds, to: cell, before: null }, journey, drawing))
    if (reason) refused.set(cellKey(cell), { cell, reason })
  }
  return refused
}

/** The card of the cell that comes next below or right of where the dragged one was let go. */
function cardBelow(
  cell: Cell,
  node: MapNode,
  except: readonly string[],
  { view }: MapCommands,
): string | null {
  const { drawing, journey } = view
  const drawn = new Map(drawing.cards.map((card) => [card.id, card]))
  const others = cardsIn(cell, journey).filter(({ id }) => !except.includes(id))
  const next = others.find(({ id }) => {
    const place = drawn.get(id)
    if (!place) return false
    const isSameColumn = Math.abs(place.x - node.position.x) < place.width / 2
    return isSameColumn ? place.y > node.position.y : place.x > node.position.x
  })
  return next?.id ?? null
}

function middleOf({ position, width = 0, height = 0 }: MapNode): Point {
  return { x: position.x + width / 2, y: position.y + height / 2 }
}

function isSame(left: Cell | null, right: Cell | null): boolean {
  return left?.laneId === right?.laneId && left?.stageId === right?.stageId
}
