import { ViewportPortal } from '@xyflow/react'
import { type MouseEvent, memo } from 'react'
import type { Drawing } from '../../../shared/layout/types.ts'
import { roomOf } from '../drawing/cells.ts'
import type { Journey } from '../journey/journey.ts'
import backdrop from './Backdrop.module.css'
import { cellKey, type DropZones } from './Backdrop.tsx'
import styles from './Pinned.module.css'
import type { Pin } from './pin.ts'

interface PinnedStripProps {
  journey: Journey
  drawing: Drawing
  zones: DropZones | null
  pin: Pin
  onClick(event: MouseEvent): void
}

const beyond = 4_000

/** What lies behind the cards of the pinned lane: it covers the part of the map it is shown over. */
export const PinnedStrip = memo(function PinnedStrip(props: PinnedStripProps) {
  const { journey, drawing, zones, pin, onClick } = props
  const lanes = journey.lanes.map((lane) => ({ lane, place: drawing.lanes.find(({ id }) => id === lane.id) }))
  const height = pin.bottom - pin.top
  const left = (x: number) => x + beyond
  return (
    <ViewportPortal>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it stands for the canvas, which takes the keys */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape lets go of what is chosen */}
      <div
        className={`${styles.strip} ${styles.pinned} ${backdrop.seam}`}
        style={{ left: -beyond, right: 'auto', width: drawing.width + 2 * beyond, top: pin.top, height }}
        data-pinned-strip
        onClick={onClick}
      >
        {lanes.map(({ lane, place }) =>
          place && place.y >= pin.top ? (
            <div
              key={lane.id}
              className={backdrop.band}
              data-relation={lane.relation}
              data-described={lane.isDescribed || undefined}
              style={{ top: place.y - pin.top, height: place.height }}
            />
          ) : null,
        )}
        {drawing.lanes.map(({ id, line }) =>
          line && line.y > pin.top ? (
            <div key={id} className={backdrop.line} style={{ top: line.y - pin.top }} />
          ) : null,
        )}
        {drawing.stages
          .filter(({ laneId }) => laneId === null)
          .slice(1)
          .map(({ id, x }) => (
            <div key={id} className={backdrop.boundary} style={{ left: left(x) }} />
          ))}
        {zones ? dropZones(zones) : null}
      </div>
    </ViewportPortal>
  )

  function dropZones({ refused, over }: DropZones) {
    const isRefused = over !== null && refused.has(cellKey(over))
    const shown = [
      ...[...refused.values()].map(({ cell }) => ({ cell, kind: 'refused' })),
      ...(over && !isRefused ? [{ cell: over, kind: 'allowed' }] : []),
    ]
    return shown.map(({ cell, kind }) => {
      const room = roomOf(cell, drawing, journey)
      if (!room || room.y < pin.top) return null
      const place = { left: left(room.x), width: room.width, top: room.y - pin.top, height: room.height }
      return <div key={`${kind} ${cellKey(cell)}`} className={backdrop.zone} data-kind={kind} style={place} />
    })
  }
})
