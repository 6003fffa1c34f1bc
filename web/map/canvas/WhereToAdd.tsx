import { Button } from '@mantine/core'
import { memo, useRef } from 'react'
import type { Drawing } from '../../../shared/layout/types.ts'
import { Empty } from '../../shell/Empty.tsx'
import { allCells } from '../drawing/cells.ts'
import { firstOpen } from '../gestures/carry.ts'
import { standingIn } from '../gestures/shapes.ts'
import type { Journey, JourneyLane } from '../journey/journey.ts'
import { useCommands } from '../MapContext.tsx'
import type { Pin } from './pin.ts'
import { down, useViewportStyle } from './viewportStyle.ts'
import styles from './WhereToAdd.module.css'

interface WhereToAddProps {
  journey: Journey
  drawing: Drawing
  /** Nothing is said behind what is pinned. */
  pin: Pin | null
}

/** What to do first on a map without touchpoints, and in a lane without any. */
export const WhereToAdd = memo(function WhereToAdd({ journey, drawing, pin }: WhereToAddProps) {
  const commands = useCommands()
  const element = useRef<HTMLDivElement>(null)
  useViewportStyle(element, 'y')
  const cells = allCells(drawing, journey)
  const openIn = (lanes: readonly JourneyLane[]) =>
    firstOpen(
      cells.filter(({ laneId }) => lanes.some(({ id }) => id === laneId)),
      (actions) => commands.whyNot(actions),
    )
  const first = journey.cards.size === 0 ? openIn(journey.lanes) : undefined
  const emptyLanes =
    journey.cards.size === 0
      ? []
      : journey.lanes.filter((lane) => standingIn([lane], journey).length === 0 && openIn([lane]))
  return (
    <div className={styles.where}>
      {first ? (
        <div className={styles.first}>
          <Empty
            title="What happens first?"
            action={<Button onClick={() => commands.addCard(first)}>Add the first touchpoint</Button>}
          >
            Double-click in a lane, below its stage, and type what happens there; Enter goes on with the next
            touchpoint. “+ Lane” on the left adds another party, “+ Stage” above the next stage. To say what
            leads where, drag from the edge of one touchpoint to another.
          </Empty>
        </div>
      ) : null}
      <div className={styles.panned} ref={element}>
        {drawing.lanes
          .filter(({ id, y }) => emptyLanes.some((lane) => lane.id === id) && !(pin && y >= pin.top))
          .map(({ id, y, height }) => (
            <p key={id} className={styles.hint} style={down(y, height)}>
              <span>Double-click here to add a touchpoint</span>
            </p>
          ))}
      </div>
    </div>
  )
})
