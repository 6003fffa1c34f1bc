import { useReactFlow } from '@xyflow/react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { firstBehind } from '../drawing/placeToAdd.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import { cellKey } from './Backdrop.tsx'
import styles from './FirstBehind.module.css'
import type { Pinning } from './usePinning.ts'
import { across, down, useViewportStyle } from './viewportStyle.ts'

type Offer = NonNullable<ReturnType<typeof firstBehind>>

interface FirstBehindProps {
  surface: RefObject<HTMLElement | null>
  under: Pinning['under']
}

/** Where a lane has nothing behind the scenes yet, the pointer at its foot finds the place for it. The keys have one of their own. */
export function FirstBehind({ surface, under }: FirstBehindProps) {
  const commands = useCommands()
  const flow = useReactFlow()
  const { readOnly } = useMapView()
  const [offer, setOffer] = useState<Offer | null>(null)
  const element = useRef<HTMLDivElement>(null)
  useViewportStyle(element)
  useEffect(() => {
    const canvas = surface.current
    if (!canvas || readOnly) return
    const look = ({ clientX, clientY, buttons, target }: PointerEvent) => {
      const isFree = buttons === 0 && target instanceof Element && target.closest('.react-flow__pane')
      const at = under(flow.screenToFlowPosition({ x: clientX, y: clientY }))
      const { drawing, journey } = commands.view
      const found = isFree ? firstBehind(at, drawing, journey) : null
      setOffer((known) => (known && found && cellKey(known.cell) === cellKey(found.cell) ? known : found))
    }
    const leave = () => setOffer(null)
    canvas.addEventListener('pointermove', look)
    canvas.addEventListener('pointerleave', leave)
    canvas.addEventListener('dblclick', leave)
    return () => {
      canvas.removeEventListener('pointermove', look)
      canvas.removeEventListener('pointerleave', leave)
      canvas.removeEventListener('dblclick', leave)
    }
  }, [surface, under, flow, commands, readOnly])
  return (
    <div className={styles.where} ref={element} aria-hidden="true">
      {offer ? (
        <p
          className={styles.offer}
          style={{ ...across(offer.room.x, offer.room.width), ...down(offer.room.y, offer.room.height) }}
        >
          Double-click: behind the scenes
        </p>
      ) : null}
    </div>
  )
}
