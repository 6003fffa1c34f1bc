import type { CSSProperties } from 'react'

interface StarterPictureProps {
  /** How many cards each lane has, from the top. */
  lanes: readonly number[]
}

const [width, laneHeight, gutter] = [180, 26, 6]

/** A map in small: lanes, cards, and the seams between them. */
export function StarterPicture({ lanes }: StarterPictureProps) {
  const height = lanes.length * laneHeight + (lanes.length - 1) * gutter
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" style={style}>
      {lanes.map((cards, lane) => {
        const y = lane * (laneHeight + gutter)
        const room = (width - 26) / Math.max(cards, 1)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a picture that never changes its order
          <g key={lane}>
            <rect x="0.5" y={y + 0.5} width={width - 1} height={laneHeight - 1} fill="var(--il-surface)" />
            <rect x="0.5" y={y + 0.5} width={width - 1} height={laneHeight - 1} fill="none" />
            <rect
              x="0"
              y={y}
              width="5"
              height={laneHeight}
              fill={lane === 0 ? 'var(--il-yours)' : 'currentColor'}
              stroke="none"
            />
            {Array.from({ length: cards }, (_, card) => (
              <rect
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                key={card}
                x={16 + card * room}
                y={y + 8}
                width={Math.min(20, room - 4)}
                height={10}
                rx="1.5"
                fill="var(--il-surface)"
                strokeDasharray={lane === 0 ? undefined : '2 1.5'}
              />
            ))}
          </g>
        )
      })}
      {lanes.slice(1).map((_, seam) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          key={seam}
          cx={62 + seam * 44}
          cy={(seam + 1) * (laneHeight + gutter) - gutter / 2}
          r="5"
          fill="var(--il-yours)"
        />
      ))}
    </svg>
  )
}

const style: CSSProperties = { stroke: 'var(--il-line-strong)', strokeWidth: 1, color: 'var(--il-others)' }
