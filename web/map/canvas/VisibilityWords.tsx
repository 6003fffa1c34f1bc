import { ViewportPortal } from '@xyflow/react'
import { memo, useRef } from 'react'
import type { Drawing } from '../../../shared/layout/types.ts'
import type { Journey } from '../journey/journey.ts'
import pinned from './Pinned.module.css'
import type { Pin } from './pin.ts'
import styles from './VisibilityWords.module.css'
import { setZoom, useFollowing } from './viewportStyle.ts'

interface VisibilityWordsProps {
  journey: Journey
  drawing: Drawing
  pin: Pin | null
}

/**
 * What the end customer sees is above each line, and what happens behind the scenes below. The words stand on the links that
 * cross the line, not under them; they are said with each card as well.
 */
export const VisibilityWords = memo(function VisibilityWords({
  journey,
  drawing,
  pin,
}: VisibilityWordsProps) {
  const element = useRef<HTMLDivElement>(null)
  useFollowing(({ transform: [x, , zoom] }) => {
    if (!element.current) return
    element.current.style.setProperty('--edge', `${-x / zoom}px`)
    setZoom(element.current, zoom)
  })
  const relations = new Map(journey.lanes.map(({ id, relation }) => [id, relation]))
  return (
    <ViewportPortal>
      <div ref={element} aria-hidden="true">
        {drawing.lanes.map(({ id, line }) => {
          if (!line) return null
          const isPinned = pin !== null && line.y > pin.top
          return (
            <div
              key={id}
              className={isPinned ? `${styles.words} ${pinned.pinned}` : styles.words}
              data-relation={relations.get(id)}
              data-pinned={isPinned || undefined}
              style={{ top: line.y }}
            >
              <span>Line of visibility</span>
              <span>Behind the scenes</span>
            </div>
          )
        })}
      </div>
    </ViewportPortal>
  )
})
