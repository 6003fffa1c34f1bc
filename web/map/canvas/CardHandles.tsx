import { Handle, Position } from '@xyflow/react'
import { useState } from 'react'
import styles from './CardNode.module.css'

const corners = [
  { id: 'out', position: Position.Right },
  { id: 'up', position: Position.Top },
  { id: 'down', position: Position.Bottom },
] as const

/** Where one begins to draw a link; shown while one can. A link may end anywhere on a card. */
export function CardHandles() {
  return (
    <span className={styles.handles}>
      {corners.map((corner) => (
        <Handle key={corner.id} type="source" className={styles.handle} {...corner} />
      ))}
    </span>
  )
}

/**
 * Whether a pointer has been at a card: only then it gets its handles, since each of them listens to every change of
 * the canvas. They stay, for a link may hang on one.
 */
export function usePointedAt(): { isPointedAt: boolean; onPointerEnter(): void } {
  const [isPointedAt, setPointedAt] = useState(false)
  return { isPointedAt, onPointerEnter: () => setPointedAt(true) }
}
