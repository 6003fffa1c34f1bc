import { IconPlus } from '@tabler/icons-react'
import { memo, useRef } from 'react'
import type { Drawing } from '../../../shared/layout/types.ts'
import type { Journey } from '../journey/journey.ts'
import styles from './headers.module.css'
import { StageMenu } from './StageMenu.tsx'
import { StageName } from './StageName.tsx'
import { across, hiddenOf, useViewportStyle } from './viewportStyle.ts'

interface StageHeaderProps {
  journey: Journey
  drawing: Drawing
  /** Absent where stages cannot be changed. */
  onAdd?: (() => void) | undefined
}

/** The shared stages on a ruled line that stays while one pans, at reading size whatever the zoom. */
export const StageHeader = memo(function StageHeader({ journey, drawing, onAdd }: StageHeaderProps) {
  const element = useRef<HTMLElement>(null)
  const drawn = new Map(drawing.stages.map((stage) => [stage.id, stage]))
  useViewportStyle(element, 'x', ({ children }, { transform: [pan, , zoom] }) => {
    for (const heading of children) {
      const stage = drawn.get((heading as HTMLElement).dataset.heading ?? '')
      if (!stage) continue
      const inView = heading.firstElementChild as HTMLElement
      inView.style.left = `${hiddenOf({ from: stage.x, length: stage.width }, pan, zoom)}px`
    }
  })
  return (
    <div className={styles.stages}>
      <nav className={styles.panned} ref={element} aria-label="Shared stages">
        {journey.stages.map((stage) => {
          const place = drawn.get(stage.id)
          return place ? (
            <div
              key={stage.id}
              className={styles.stage}
              data-heading={stage.id}
              style={across(place.x, place.width)}
            >
              <div className={styles.inView}>
                <span className={styles.stageHead} style={{ maxWidth: across(0, place.width).width }}>
                  <StageName stage={stage} size="large" />
                  {onAdd ? <StageMenu stage={stage} /> : null}
                </span>
              </div>
            </div>
          ) : null
        })}
        {onAdd ? (
          <button
            type="button"
            className={styles.addStage}
            style={{ left: `calc(${drawing.width}px * var(--zoom) + 8px)` }}
            onClick={onAdd}
          >
            <IconPlus size={15} stroke={2.25} aria-hidden="true" /> Stage
          </button>
        ) : null}
      </nav>
    </div>
  )
})
