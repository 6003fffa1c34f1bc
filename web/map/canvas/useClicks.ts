import {
  type EdgeMouseHandler,
  type NodeMouseHandler,
  type OnMove,
  type OnNodesChange,
  useReactFlow,
} from '@xyflow/react'
import { type MouseEvent, useCallback } from 'react'
import type { SpatialIndex } from '../drawing/spatialIndex.ts'
import { useCommands } from '../MapContext.tsx'
import { namingId } from '../mapState.ts'
import { rememberPlace } from './lastPlaces.ts'
import type { MapEdge, MapNode } from './toFlow.ts'

/**
 * What clicks on the canvas choose and open; the same functions as long as they do the same, or every card would be rendered
 * anew for them.
 * @param painted what is painted rather than there, to be hit by its place
 * @param follow is told of all that changes about cards
 */
export function useClicks(painted: SpatialIndex | null, follow: OnNodesChange<MapNode>) {
  const commands = useCommands()
  const flow = useReactFlow()
  const onNodesChange: OnNodesChange<MapNode> = useCallback(
    (changes) => {
      follow(changes)
      const chosen = changes.filter((change) => change.type === 'select')
      if (chosen.length === 0) return
      commands.view.setState((now) => {
        const selected = new Set(now.selected)
        for (const { id, selected: isIn } of chosen) isIn ? selected.add(id) : selected.delete(id)
        return { ...now, selected }
      })
    },
    [commands, follow],
  )
  const onNodeClick: NodeMouseHandler<MapNode> = useCallback(
    (event, node) => {
      if (node.type !== 'card') return
      if (event.shiftKey || event.metaKey || event.ctrlKey) {
        commands.view.setState((now) => ({ ...now, focusedId: node.id }))
        return
      }
      commands.focus(node.id)
      if (namingId(commands.view.state.naming) !== node.id) commands.openPanel(node.id)
    },
    [commands],
  )
  const onEdgeClick: EdgeMouseHandler<MapEdge> = useCallback(
    (_event, edge) => {
      if (edge.type !== 'link' || !edge.data) return
      commands.focus(edge.data.item.id)
      commands.openPanel(edge.data.item.id)
    },
    [commands],
  )
  const onPaneClick = useCallback(
    ({ clientX, clientY }: MouseEvent) => {
      const hit = painted?.cardAt(flow.screenToFlowPosition({ x: clientX, y: clientY })) ?? null
      const cardId = hit && (commands.view.journey.ghosts.get(hit)?.cardId ?? hit)
      commands.focus(cardId)
      commands.openPanel(cardId)
    },
    [commands, flow, painted],
  )
  const onMoveEnd: OnMove = useCallback(
    (_event, viewport) => {
      const { ecosystem, journey } = commands.view
      rememberPlace(ecosystem.author.personId, journey.map.id, viewport)
    },
    [commands],
  )
  return { onNodesChange, onNodeClick, onEdgeClick, onPaneClick, onMoveEnd }
}
