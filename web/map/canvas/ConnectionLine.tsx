import { type ConnectionLineComponentProps, getBezierPath } from '@xyflow/react'
import type { MapNode } from './toFlow.ts'
import { useSeen } from './usePinning.ts'

/** A link while it is being drawn: it begins where its card is seen. */
export function ConnectionLine(props: ConnectionLineComponentProps<MapNode>) {
  const { fromNode, fromX, fromY, fromPosition, toX, toY, toPosition } = props
  const from = useSeen()(fromNode.id, { x: fromX, y: fromY })
  const [path] = getBezierPath({
    sourceX: from.x,
    sourceY: from.y,
    sourcePosition: fromPosition,
    targetX: toX,
    targetY: toY,
    targetPosition: toPosition,
  })
  return <path d={path} fill="none" className="react-flow__connection-path" />
}
