import { leftMark } from '../partners/leftMarks.ts'
import styles from './Monogram.module.css'

interface MonogramProps {
  name: string
  /** `yours` for the acting organisation; colour says relationship, never which company. */
  relation: 'yours' | 'others'
  /** Outlined marks who contributes or has not confirmed, dashed who is asked; filled who is accountable or present. */
  appearance?: 'filled' | 'outlined' | 'dashed'
  size?: number
}

/** A company's two letters on a plate. Decorative: the name stands beside it or in the control's label. */
export function Monogram({ name, relation, appearance = 'filled', size = 24 }: MonogramProps) {
  return (
    <span
      className={styles.monogram}
      data-relation={relation}
      data-appearance={appearance}
      style={{ width: size, height: size, fontSize: Math.max(10, Math.round(size * 0.54)) }}
      aria-hidden="true"
    >
      {monogramOf(name)}
    </span>
  )
}

const withoutMark = (name: string) => (name.endsWith(leftMark) ? name.slice(0, -leftMark.length) : name)

/** Initials of the first two words, else the first two letters: "Oakes & Vale" is OV, "Fernhill" is Fe. */
export function monogramOf(name: string): string {
  const words = withoutMark(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const [first = '?', second] = words
  return second
    ? `${first[0]}${second[0]}`.toUpperCase()
    : first[0]!.toUpperCase() + first.slice(1, 2).toLowerCase()
}
