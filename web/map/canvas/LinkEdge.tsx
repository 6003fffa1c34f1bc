import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import { SeamPill } from '../../seam/SeamPill.tsx'
import { useCommands } from '../MapContext.tsx'
import styles from './LinkEdge.module.css'
import { arrowHead, roundedPath } from './linkPath.ts'
import type { LinkEdgeType } from './toFlow.ts'

/** A link as the layout routed it; a handoff carries its pill where it crosses the seam. */
export const LinkEdge = memo(function LinkEdge(props: EdgeProps<LinkEdgeType>) {
  const { id, data, selected, sourceX, sourceY, targetX, targetY, interactionWidth = 14 } = props
  if (!data) return null
  const { item, lens, loose } = data
  const points = loose
    ? [
        { x: sourceX, y: sourceY },
        { x: targetX, y: targetY },
      ]
    : data.points
  const path = roundedPath(points)
  const kind = item.handoff ? 'handoff' : item.link.kind
  return (
    <g className={styles.link} data-kind={kind} data-lens={lens} data-selected={selected || undefined}>
      <path className={styles.hit} d={path} strokeWidth={interactionWidth} />
      <path className={styles.line} d={path} data-proposed={item.link.state === 'proposed' || undefined} />
      {loose ? null : <path className={styles.head} d={arrowHead(points)} />}
      {item.handoff && item.giving && !loose ? <PillLabel id={id} data={data} selected={selected} /> : null}
    </g>
  )
})

function PillLabel({ id, data, selected }: { id: string; data: LinkEdgeType['data']; selected?: boolean }) {
  const commands = useCommands()
  const { item, label, hiddenLabel, lens } = data!
  if (!label || !item.giving) return null
  return (
    <EdgeLabelRenderer>
      <button
        type="button"
        tabIndex={-1}
        className={`${styles.pill} nodrag nopan`}
        data-hidden={(hiddenLabel && !selected) || undefined}
        data-lens={lens}
        data-waits={item.waitsOnUs || undefined}
        style={{ transform: `translate(-50%, -50%) translate(${label.x}px, ${label.y}px)` }}
        onClick={(event) => {
          event.stopPropagation()
          commands.focus(id)
          commands.openPanel(id)
        }}
      >
        <SeamPill
          giving={item.giving}
          taking={item.taking}
          passes={item.link.passes}
          lateness={item.lateness ?? undefined}
          selected={selected ?? false}
        />
      </button>
    </EdgeLabelRenderer>
  )
}
