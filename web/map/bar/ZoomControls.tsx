import { IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react'
import { useReactFlow, useStore } from '@xyflow/react'
import { useMapView } from '../MapContext.tsx'
import styles from './StatusLine.module.css'

const margin = 16

/** How large the map is shown; the figure goes back to full size. */
export function ZoomControls() {
  const flow = useReactFlow()
  const { drawing } = useMapView()
  const zoom = useStore(({ transform }) => transform[2])
  const room = useStore(({ width }) => width)
  const roomBelow = useStore(({ height }) => height)
  const fit = () => {
    const fitting = Math.min((room - 2 * margin) / drawing.width, (roomBelow - 2 * margin) / drawing.height)
    void flow.setViewport({ x: margin, y: margin, zoom: Math.max(0.15, Math.min(1, fitting)) })
  }
  return (
    <span className={styles.zoom}>
      <button type="button" aria-label="Show everything" title="Show everything" onClick={fit}>
        <IconMaximize size={15} aria-hidden="true" />
      </button>
      <button type="button" aria-label="Smaller" onClick={() => void flow.zoomOut()}>
        <IconMinus size={15} aria-hidden="true" />
      </button>
      <button
        type="button"
        className={styles.percent}
        aria-label={`Zoom ${Math.round(zoom * 100)} %, back to full size`}
        onClick={() => void flow.zoomTo(1)}
      >
        {Math.round(zoom * 100)} %
      </button>
      <button type="button" aria-label="Larger" onClick={() => void flow.zoomIn()}>
        <IconPlus size={15} aria-hidden="true" />
      </button>
    </span>
  )
}
