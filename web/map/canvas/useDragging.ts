import type { NodeChange, OnNodeDrag } from '@xyflow/react'
import { useCallback, useRef, useState } from 'react'
import type { Point } from '../../../shared/layout/types.ts'
import { type Cell, cellAt } from '../drawing/cells.ts'
import { placesIn } from '../gestures/fromFlow.ts'
import { standsAbove } from '../journey/lineOfVisibility.ts'
import { useCommands } from '../MapContext.tsx'
import type { MapCommands } from '../useMapCommands.ts'
import { cellKey, type DropZones } from './Backdrop.tsx'
import { refusedCells } from './refusedCells.ts'
import type { MapNode } from './toFlow.ts'
import type { Pinning } from './usePinning.ts'

interface Hand {
  /** Where what is in hand was when it was taken up: changes only with what is in hand. */
  taken: ReadonlyMap<string, Point>
  positions: ReadonlyMap<string, Point>
}

const empty: Hand = { taken: new Map(), positions: new Map() }

/** Dragging cards, or the half of one, to another lane, stage or place: positions while it lasts, one edit when it ends. */
export function useDragging({ seen, under }: Pinning) {
  const commands = useCommands()
  const [hand, setHand] = useState(empty)
  const [zones, setZones] = useState<DropZones | null>(null)
  const moving = useRef<string[]>([])
  /** How far from its place each was seen when the drag began: it stays at the pointer, pinned or not, while the map pans. */
  const lifts = useRef<ReadonlyMap<string, number>>(new Map())

  /** The corner of the dragged card, in the drawing one sees it on. */
  const placeOf = useCallback(
    (node: MapNode): Point => {
      const { x, y } = node.position
      const half = (node.height ?? 0) / 2
      return { x, y: under({ x, y: y + (lifts.current.get(node.id) ?? 0) + half }).y - half }
    },
    [under],
  )

  const follow = useCallback(
    (changes: NodeChange<MapNode>[]) => {
      const moved = changes.flatMap((change) => {
        if (change.type !== 'position' || !change.dragging || !change.position) return []
        const { id, position } = change
        const lift = (lifts.current.get(id) ?? 0) - seen(id, { x: 0, y: 0 }).y
        return [[id, { x: position.x, y: position.y + lift }] as const]
      })
      if (moved.length === 0) return
      setHand(({ taken, positions }) => {
        const now = new Map([...positions, ...moved])
        return { taken: now.size === taken.size ? taken : now, positions: now }
      })
    },
    [seen],
  )

  const start: OnNodeDrag<MapNode> = useCallback(
    (_event, node, nodes) => {
      const { cards, sides } = commands.view.journey
      const ids = [node.id, ...nodes.map(({ id }) => id).filter((id) => id !== node.id)]
      moving.current = sides.has(node.id) ? [node.id] : ids.filter((id) => cards.has(id))
      lifts.current = new Map(ids.map((id) => [id, seen(id, { x: 0, y: 0 }).y]))
      setZones({ refused: refusedCells(moving.current, commands), over: null })
    },
    [commands, seen],
  )

  const over: OnNodeDrag<MapNode> = useCallback(
    (_event, node) => {
      const cell = dropCell(middleOf(node, placeOf(node)), moving.current, commands)
      setZones((known) => (known && !isSame(known.over, cell) ? { ...known, over: cell } : known))
    },
    [commands, placeOf],
  )

  const stop: OnNodeDrag<MapNode> = useCallback(
    (event, node) => {
      const { journey } = commands.view
      const place = placeOf(node)
      const cardIds = moving.current
      const to = dropCell(middleOf(node, place), cardIds, commands)
      const [held] = cardIds
      moving.current = []
      setZones(null)
      setHand(empty)
      commands.hold(false)
      if (!to || !held) return
      const before = nextBelow(to, place, cardIds, commands)
      if (journey.sides.has(held)) commands.moveSide({ sideId: held, to, before })
      else commands.move({ cardIds, to, before }, letGoAt(event))
    },
    [commands, placeOf],
  )

  return { ...hand, zones, follow, start, over, stop }
}

/** Where the hand was, within the canvas. */
function letGoAt(event: MouseEvent | TouchEvent): { x: number; y: number } | null {
  const { clientX, clientY } = 'changedTouches' in event ? event.changedTouches[0]! : event
  const room = (event.target as Element | null)?.closest('section')?.getBoundingClientRect()
  return room ? { x: clientX - room.left, y: clientY - room.top } : null
}

/** Where what is held would go. A half stays on its touchpoint's side of the line of visibility, wherever it is dropped. */
function dropCell(point: Point, [first = '']: readonly string[], { view }: MapCommands): Cell | null {
  const { drawing, journey } = view
  const cell = cellAt(point, drawing, journey)
  return cell && journey.sides.has(first) ? { laneId: cell.laneId, stageId: cell.stageId } : cell
}

/** What of the cell comes next below or right of where the dragged card was let go. */
function nextBelow(cell: Cell, at: Point, except: readonly string[], { view }: MapCommands): string | null {
  const { drawing, journey } = view
  const drawn = new Map(drawing.cards.map((card) => [card.id, card]))
  const isOnSide = (id: string) =>
    cell.customerSees === undefined || standsAbove(id, journey) === cell.customerSees
  const others = placesIn(cell, journey).filter(({ id }) => !except.includes(id) && isOnSide(id))
  const next = others.find(({ id }) => {
    const place = drawn.get(id)
    if (!place) return false
    const isSameColumn = Math.abs(place.x - at.x) < place.width / 2
    return isSameColumn ? place.y > at.y : place.x > at.x
  })
  return next?.id ?? null
}

function middleOf({ width = 0, height = 0 }: MapNode, { x, y }: Point): Point {
  return { x: x + width / 2, y: y + height / 2 }
}

function isSame(left: Cell | null, right: Cell | null): boolean {
  return (left && cellKey(left)) === (right && cellKey(right))
}
