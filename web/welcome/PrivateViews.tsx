import { IconLock } from '@tabler/icons-react'
import styles from './PrivateViews.module.css'
import panel from './StoryPanel.module.css'
import { names, otherSide, type Story, type StorySide } from './story.ts'

const notes: Record<StorySide, string> = {
  fernhill: 'Decided inside our target. Should our desk phone brokers at all?',
  oakes: 'Slow answers cost us clients. We steer flood risks elsewhere.',
}

/** One's own view with who sees it, and the other's, of which one gets nothing but its existence. */
export function PrivateViews({ story, onScore }: { story: Story; onScore(score: number): void }) {
  const { side } = story
  const other = otherSide(side)
  return (
    <div className={panel.part}>
      <h2 className={panel.partTitle}>Our view</h2>
      <p className={styles.who}>
        <IconLock size={15} aria-hidden="true" /> Only {names[side]} sees this
      </p>
      <label className={styles.score}>
        <span>How well it works</span>
        <input
          type="range"
          min={0}
          max={10}
          value={story.scores[side]}
          onChange={(event) => onScore(Number(event.target.value))}
        />
        <output className={styles.figure}>{story.scores[side]}</output>
      </label>
      <p className={styles.note}>{notes[side]}</p>
      <p className={styles.locked}>
        <IconLock size={18} aria-hidden="true" />
        <span>
          <strong>{names[other]}’s view</strong>
          <br />
          Only {names[other]} sees this
        </span>
      </p>
    </div>
  )
}
