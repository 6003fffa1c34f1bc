import styles from './live.module.css'
import { sayWho } from './others.ts'
import { useWhoIsAt } from './WhoIsAt.tsx'

/** A ring around a card or pill that somebody else has selected, with their name. */
export function SelectedBy({ rowId }: { rowId: string }) {
  const here = useWhoIsAt(({ id }) => id === rowId)
  const [first, ...rest] = here
  if (!first) return null
  return (
    <span
      className={styles.ring}
      data-relation={first.relation}
      data-selected-by={here.map(({ name }) => name).join(', ')}
      title={here.map(sayWho).join(', ')}
    >
      <span className={styles.tag}>
        {first.name}
        {rest.length > 0 ? ` +${rest.length}` : ''}
      </span>
    </span>
  )
}
