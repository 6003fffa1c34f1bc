import { Handle, Position } from '@xyflow/react'
import styles from './CardNode.module.css'

const corners = [
  { id: 'out', position: Position.Right },
  { id: 'up', position: Position.Top },
  { id: 'down', position: Position.Bottom },
] as const

/** Where one begins to draw a link; shown while one can. A link may end anywhere on a card. */
export function CardHandles() {
  return (
    <>
      <span className={styles.handles}>
        {corners.map((corner) => (
          <Handle key={corner.id} type="source" className={styles.handle} {...corner} />
        ))}
      </span>
      <Handle
        type="target"
        id="in"
        position={Position.Left}
        className={styles.target}
        isConnectable={false}
      />
    </>
  )
}
