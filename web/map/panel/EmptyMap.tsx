import { Empty } from '../../shell/Empty.tsx'
import { AddLane } from './AddLane.tsx'
import styles from './EmptyMap.module.css'

/** An empty map says what lanes are and adds the first. */
export function EmptyMap() {
  return (
    <div className={styles.empty}>
      <Empty title="Who lives this journey?">
        Each party gets a lane: the end customer, and everyone along the chain that serves them. Touchpoints
        stand in the lane of whoever lives them, and say who delivers them. Where something passes from one
        lane to another, both sides agree on it at the seam.
      </Empty>
      <AddLane />
    </div>
  )
}
