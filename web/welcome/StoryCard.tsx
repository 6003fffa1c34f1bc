import { IconCaretDownFilled, IconStarFilled } from '@tabler/icons-react'
import type { CSSProperties } from 'react'
import styles from './StoryCard.module.css'

interface StoryCardProps {
  lane: 'fernhill' | 'oakes' | 'bakery'
  /** Days after Tuesday. */
  day: number
  name: string
  /** What its company says about it. */
  quote: string
  marks?: ('star' | 'pain')[]
}

const markNames = { star: 'Moment of truth', pain: 'Pain point' }

/** One card of the week. It slides when the day it happens on changes. */
export function StoryCard({ lane, day, name, quote, marks = [] }: StoryCardProps) {
  return (
    <div
      className={styles.card}
      data-lane={lane}
      data-quote={day > 3 ? 'left' : 'right'}
      style={{ '--day': day } as CSSProperties}
    >
      <span className={styles.name}>{name}</span>
      <span className={styles.marks}>
        {marks.map((mark) => (
          <span key={mark} className={styles.mark} data-mark={mark} role="img" aria-label={markNames[mark]}>
            {mark === 'star' ? <IconStarFilled size={13} /> : <IconCaretDownFilled size={14} />}
          </span>
        ))}
      </span>
      <q className={styles.quote}>{quote}</q>
    </div>
  )
}
