import { Monogram } from '../shell/Monogram.tsx'
import styles from './live.module.css'
import type { Other } from './others.ts'

interface FaceProps {
  other: Pick<Other, 'name' | 'relation'>
  size?: number
}

/** A person's two letters, round where an organisation's are square. Decorative: the name stands beside it or in a label. */
export function Face({ other: { name, relation }, size = 26 }: FaceProps) {
  return (
    <span className={styles.face}>
      <Monogram name={name} relation={relation} size={size} />
    </span>
  )
}
