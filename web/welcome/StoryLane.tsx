import { Monogram } from '../shell/Monogram.tsx'
import styles from './StoryLane.module.css'

interface StoryLaneProps {
  name: string
  trade: string
  relation: 'yours' | 'others'
  pinned?: boolean
}

export function StoryLane({ name, trade, relation, pinned = false }: StoryLaneProps) {
  return (
    <div className={styles.lane} data-relation={relation} data-pinned={pinned || undefined}>
      <div className={styles.header}>
        <Monogram name={name} relation={relation} size={28} />
        <span className={styles.name}>{name}</span>
        <span className={styles.trade}>{trade}</span>
      </div>
      <div className={styles.band} />
    </div>
  )
}
