import { EdgeLabelRenderer, type EdgeProps, ViewportPortal } from '@xyflow/react'
import { memo, type ReactNode, useContext } from 'react'
import { SelectedBy } from '../../live/SelectedBy.tsx'
import { Wash } from '../../live/Wash.tsx'
import { useWhoIsAt, WhoIsAtRow } from '../../live/WhoIsAt.tsx'
import { SeamPill } from '../../seam/SeamPill.tsx'
import { useCommands } from '../MapContext.tsx'
import styles from './LinkEdge.module.css'
import { arrowHead, middleOf, roundedPath } from './linkPath.ts'
import pinned from './Pinned.module.css'
import type { LinkEdgeType } from './toFlow.ts'
import { PinningContext, useSeen } from './usePinning.ts'

/** A link as the layout routed it; a handoff carries its pill where it crosses the seam. */
export const LinkEdge = memo(function LinkEdge(props: EdgeProps<LinkEdgeType>) {
  const { data, source, target, selected, sourceX, sourceY, targetX, targetY, interactionWidth = 14 } = props
  const seen = useSeen()
  if (!data) return null
  const { item, lens, loose, part } = data
  const points = loose
    ? [seen(source, { x: sourceX, y: sourceY }), seen(target, { x: targetX, y: targetY })]
    : data.points
  const path = roundedPath(points)
  const kind = item.handoff ? 'handoff' : item.link.kind
  const isPart = part === 'start' || part === 'end'
  const isToldByPill = item.handoff && item.giving
  const hasPill = isToldByPill && data.label
  // The pill of the whole route may stand in its part within the pinned lane.
  const isPillElsewhere = isToldByPill && part === 'whole'
  return (
    <g className={styles.link} data-kind={kind} data-lens={lens} data-selected={selected || undefined}>
      <path className={styles.hit} d={path} strokeWidth={interactionWidth} />
      <path className={styles.line} d={path} data-proposed={item.link.state === 'proposed' || undefined} />
      {loose || part === 'start' ? null : <path className={styles.head} d={arrowHead(points)} />}
      {hasPill && !loose ? <PillLabel data={data} selected={selected} /> : null}
      {hasPill || isPillElsewhere || loose || isPart ? null : <WhoIsAtLine id={item.id} points={points} />}
    </g>
  )
})

function PillLabel({ data, selected }: { data: LinkEdgeType['data']; selected?: boolean }) {
  const commands = useCommands()
  const { item, label, hiddenLabel, lens, part } = data!
  if (!label || !item.giving) return null
  const pill = (
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
        commands.focus(item.id)
        commands.openPanel(item.id)
      }}
    >
      <SeamPill
        giving={item.giving}
        taking={item.taking}
        passes={item.link.passes}
        lateness={item.lateness ?? undefined}
        selected={selected ?? false}
      />
      <Wash rowId={item.id} />
      <SelectedBy rowId={item.id} />
    </button>
  )
  return <LinkLabel isPinned={part !== undefined}>{pill}</LinkLabel>
}

function LinkLabel({ isPinned, children }: { isPinned: boolean; children: ReactNode }) {
  if (!isPinned) return <EdgeLabelRenderer>{children}</EdgeLabelRenderer>
  return (
    <ViewportPortal>
      <div className={`${pinned.label} ${pinned.pinned}`}>{children}</div>
    </ViewportPortal>
  )
}

/** On a line that carries no pill. */
function WhoIsAtLine({ id, points }: { id: string; points: Parameters<typeof middleOf>[0] }) {
  const isSelected = useWhoIsAt((row) => row.id === id).length > 0
  const pin = useContext(PinningContext)?.pin
  if (!isSelected) return null
  const { x, y } = middleOf(points)
  return (
    <LinkLabel isPinned={pin ? y >= pin.top : false}>
      <span
        className={styles.atLine}
        style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
      >
        <WhoIsAtRow rowId={id} named />
      </span>
    </LinkLabel>
  )
}
