import type { EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import styles from './BondEdge.module.css'
import type { BondData, BondEdgeType } from './bondsToFlow.ts'
import { roundedPath } from './linkPath.ts'
import { useSeen } from './usePinning.ts'

const stripeWidth = 5
const ringRadius = 5.5
const ringOffset = 3.5

/** What makes two halves one touchpoint: the same card going on across the seam, or a double band between them. */
export const BondEdge = memo(function BondEdge(props: EdgeProps<BondEdgeType>) {
  const { data, source, target, sourceX, sourceY, targetX, targetY } = props
  const seen = useSeen()
  if (!data) return null
  const proposed = data.isProposed || undefined
  if (data.gap && !data.loose) return <Across gap={data.gap} data={data} proposed={proposed} />
  const points = data.loose
    ? [seen(source, { x: sourceX, y: sourceY }), seen(target, { x: targetX, y: targetY })]
    : data.points
  const path = roundedPath(points)
  return (
    <g pointerEvents="none">
      <path
        className={styles.band}
        d={path}
        data-proposed={proposed}
        data-selected={data.isSelected || undefined}
      />
      <path className={styles.inner} d={path} />
    </g>
  )
})

interface AcrossProps {
  gap: NonNullable<BondData['gap']>
  data: BondData
  proposed: true | undefined
}

function Across({ gap: { x, y, width, height }, data: { relations, isSelected }, proposed }: AcrossProps) {
  const [middleX, middleY] = [x + width / 2, y + height / 2]
  return (
    <g pointerEvents="none" data-bond="across">
      <rect className={styles.gap} x={x} y={y - 2} width={width} height={height + 4} />
      {proposed ? null : (
        <>
          <rect
            className={styles.stripe}
            data-relation={relations.upper}
            {...{ x, y: y - 2, width: stripeWidth, height: height / 2 + 2 }}
          />
          <rect
            className={styles.stripe}
            data-relation={relations.lower}
            {...{ x, y: middleY, width: stripeWidth, height: height / 2 + 2 }}
          />
        </>
      )}
      {[x + 0.6, x + width - 0.6].map((at) => (
        <line
          key={at}
          className={styles.edge}
          data-proposed={proposed}
          data-selected={isSelected || undefined}
          {...{ x1: at, x2: at, y1: y - 2, y2: y + height + 2 }}
        />
      ))}
      <circle className={styles.sign} cx={middleX - ringOffset} cy={middleY} r={ringRadius} />
      <circle className={styles.sign} cx={middleX + ringOffset} cy={middleY} r={ringRadius} />
    </g>
  )
}
