import { type Node, Position } from '@xyflow/react'

/** Where links may begin and end at a card of this size. */
export function handlesOf(width: number, height: number): NonNullable<Node['handles']> {
  return [
    { id: 'out', type: 'source', position: Position.Right, x: width, y: height / 2 },
    { id: 'up', type: 'source', position: Position.Top, x: width / 2, y: 0 },
    { id: 'down', type: 'source', position: Position.Bottom, x: width / 2, y: height },
    { id: 'in', type: 'target', position: Position.Left, x: 0, y: height / 2 },
  ]
}
