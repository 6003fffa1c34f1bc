import type { Feeling, FeltPoint } from '../../../shared/analysis/feelings.ts'
import { gapsOf, height, lineOf, middle, pitch, placeOf } from './curvePaths.ts'
import styles from './FeelingStrip.module.css'

export interface FeltStep extends FeltPoint {
  id: string
  name: string
  stage: string
}

/** What is felt as a line, what should be felt dotted, the gap between them shaded; up is pleasant. */
export function FeelingCurve({ points }: { points: readonly FeltStep[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by the keyboard
    <section className={styles.scroller} tabIndex={0} aria-label="The curve; a table follows">
      <svg className={styles.curve} width={points.length * pitch} height={height} aria-hidden="true">
        <line className={styles.middle} x1={0} x2={points.length * pitch} y1={middle} y2={middle} />
        {gapsOf(points).map((gap) => (
          <path key={gap} className={styles.gap} d={gap} />
        ))}
        <path className={styles.desired} d={lineOf(points, 'desired')} />
        <path className={styles.felt} d={lineOf(points, 'felt')} />
        {points.map((point, index) => (
          <g key={point.id}>
            {point.stage === points[index - 1]?.stage ? null : (
              <text className={styles.stage} x={index * pitch + 6} y={14}>
                {point.stage}
              </text>
            )}
            <Dot feeling={point.desired} index={index} kind="desired" />
            <Dot feeling={point.felt} index={index} kind="felt" />
            <text className={styles.name} x={index * pitch + pitch / 2} y={height - 8}>
              {shortened(point.name)}
            </text>
          </g>
        ))}
      </svg>
    </section>
  )
}

function Dot({ feeling, index, kind }: { feeling: Feeling | null; index: number; kind: 'felt' | 'desired' }) {
  if (!feeling) return null
  const { x, y } = placeOf(feeling, index)
  return (
    <>
      <circle className={styles.dot} data-kind={kind} cx={x} cy={y} r={kind === 'felt' ? 5 : 4} />
      <text className={styles.emotion} data-kind={kind} x={x + 8} y={y + 4}>
        {feeling.emotion}
      </text>
    </>
  )
}

function shortened(name: string): string {
  return name.length > 20 ? `${name.slice(0, 19)}…` : name
}
