import type { BoardColumn } from '../../shared/sessions/board.ts'
import { useMapView } from '../map/MapContext.tsx'
import { draggedType, StickyNote } from './StickyNote.tsx'
import styles from './sessions.module.css'

interface StickyColumnProps {
  column: BoardColumn
  selected: ReadonlySet<string>
  onToggle(id: string): void
  onMove(ids: ReadonlySet<string>, group: string): void
  /** The groups beside this one; undefined at the edge of the board. */
  neighbours: { left: string | undefined; right: string | undefined }
}

/** One group; stickies are dropped on it, or moved to the next with Alt and an arrow. */
export function StickyColumn({ column, selected, onToggle, onMove, neighbours }: StickyColumnProps) {
  const { readOnly } = useMapView()
  const { group, stickies } = column
  const name = group || 'Not grouped yet'
  return (
    <section
      className={styles.column}
      aria-label={name}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(draggedType)) event.preventDefault()
      }}
      onDrop={(event) => {
        const dragged = event.dataTransfer.getData(draggedType)
        if (dragged) onMove(new Set(dragged.split(' ')), group)
      }}
    >
      <h3 className={styles.group}>
        {name} <span className={styles.quiet}>{stickies.length}</span>
      </h3>
      <ul className={styles.stickies}>
        {stickies.map((item) => (
          <StickyNote
            key={item.sticky.id}
            item={item}
            isChosen={selected.has(item.sticky.id)}
            isReadOnly={readOnly !== null}
            moving={selected.has(item.sticky.id) ? selected : new Set([item.sticky.id])}
            onToggle={() => onToggle(item.sticky.id)}
            onCarry={(direction) => {
              const next = neighbours[direction]
              const ids = selected.has(item.sticky.id) ? selected : new Set([item.sticky.id])
              if (next !== undefined) onMove(ids, next)
            }}
          />
        ))}
      </ul>
    </section>
  )
}
