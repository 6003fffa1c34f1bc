import { memo, useRef } from 'react'
import type { Drawing } from '../../../shared/layout/types.ts'
import { type Cell, roomOf } from '../drawing/cells.ts'
import type { Journey } from '../journey/journey.ts'
import styles from './Backdrop.module.css'
import { across, down, useViewportStyle } from './viewportStyle.ts'

/** Where a dragged card may go: cells that refuse it, with the reason, and the one it is over. */
export interface DropZones {
  refused: ReadonlyMap<string, { cell: Cell; reason: string }>
  over: Cell | null
}

export const cellKey = ({ laneId, stageId, customerSees = true }: Cell) =>
  `${laneId} ${stageId}${customerSees ? '' : ' behind the scenes'}`

/** The strips between two lanes, which handoffs cross. */
function seamsOf({ lanes }: Drawing): { y: number; height: number }[] {
  return lanes.slice(1).map((lane, index) => {
    const above = lanes[index]!
    return { y: above.y + above.height, height: lane.y - above.y - above.height }
  })
}

interface BackdropProps {
  journey: Journey
  drawing: Drawing
  zones: DropZones | null
}

/** Lane bands, the seams between them, stage boundaries and drop zones, behind the cards. */
export const Backdrop = memo(function Backdrop({ journey, drawing, zones }: BackdropProps) {
  const [rows, columns, cells] = [
    useRef<HTMLDivElement>(null),
    useRef<HTMLDivElement>(null),
    useRef<HTMLDivElement>(null),
  ]
  useViewportStyle(rows, 'y')
  useViewportStyle(columns, 'x')
  useViewportStyle(cells)
  const relations = new Map(journey.lanes.map((lane) => [lane.id, lane]))
  const spine = drawing.stages.filter(({ laneId }) => laneId === null)
  return (
    <div className={styles.backdrop} aria-hidden="true">
      <div className={styles.panned} ref={rows}>
        {drawing.lanes.map(({ id, y, height }) => (
          <div
            key={id}
            className={styles.band}
            data-relation={relations.get(id)?.relation}
            data-described={relations.get(id)?.isDescribed || undefined}
            style={down(y, height)}
          />
        ))}
        {seamsOf(drawing).map(({ y, height }) => (
          <div key={y} className={styles.seam} style={down(y, height)} />
        ))}
        {drawing.lanes.map(({ id, line }) =>
          line ? <div key={id} className={styles.line} style={{ top: down(line.y, 0).top }} /> : null,
        )}
      </div>
      <div className={styles.panned} ref={columns}>
        {spine.slice(1).map(({ id, x }) => (
          <div key={id} className={styles.boundary} style={{ left: across(x, 0).left }} />
        ))}
      </div>
      <div className={styles.panned} ref={cells}>
        {zones ? [...zones.refused.values()].map(({ cell }) => zone(cell, 'refused')) : null}
        {zones?.over && !zones.refused.has(cellKey(zones.over)) ? zone(zones.over, 'allowed') : null}
      </div>
    </div>
  )

  function zone(cell: Cell, kind: 'refused' | 'allowed') {
    const room = roomOf(cell, drawing, journey)
    if (!room) return null
    return (
      <div
        key={`${kind} ${cellKey(cell)}`}
        className={styles.zone}
        data-kind={kind}
        style={{ ...across(room.x, room.width), ...down(room.y, room.height) }}
      />
    )
  }
})

/** Why the cell under the dragged card does not take it. */
export function DropReason({ zones }: { zones: DropZones | null }) {
  const refused = zones?.over ? zones.refused.get(cellKey(zones.over)) : undefined
  return refused ? (
    <div className={styles.reason} role="status">
      {refused.reason}
    </div>
  ) : null
}
