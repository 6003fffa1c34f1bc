import type { JourneyLane } from '../journey/journey.ts'
import styles from './headers.module.css'
import { laneWords } from './laneWords.ts'

/** Below a lane's name: whose part it is, its role, and who speaks for it. What matters most is left when the lane is low. */
export function LaneRole({ lane }: { lane: JourneyLane }) {
  const { role, speaker } = laneWords(lane)
  return (
    <>
      <span className={styles.laneRole} data-lesser={speaker !== null || undefined}>
        {role}
      </span>
      {speaker ? <span className={styles.laneRole}>{speaker}</span> : null}
    </>
  )
}
