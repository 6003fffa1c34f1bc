import styles from './live.module.css'
import { useOthers } from './MapPresence.tsx'
import { onePerPerson, sayWho } from './others.ts'

/** A ring around a card that somebody else has selected, with their name. */
export function SelectedBy({ rowId }: { rowId: string }) {
  const here = onePerPerson(useOthers().filter(({ selected }) => selected?.id === rowId))
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
