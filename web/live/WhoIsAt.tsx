import type { RowName } from '../../shared/live/messages.ts'
import { Face } from './Face.tsx'
import styles from './live.module.css'
import { useOthers } from './MapPresence.tsx'
import { type Other, onePerPerson, sayWho } from './others.ts'

interface WhoIsAtProps {
  /** Whether what somebody has selected belongs here. */
  at(selected: RowName): boolean
  /** With the name of the first beside the faces, where there is room for it. */
  named?: boolean
}

const mostFaces = 4

/** The faces of those who have selected something here; what contains it can draw a ring by `data-here`. */
export function WhoIsAt({ at, named = false }: WhoIsAtProps) {
  const here = useWhoIsAt(at)
  const [first, ...rest] = here
  if (!first) return null
  const words = `Here: ${here.map(sayWho).join(', ')}`
  return (
    <span className={styles.here} data-here={first.relation} role="img" aria-label={words} title={words}>
      {here.slice(0, mostFaces).map((other) => (
        <Face key={other.id} other={other} size={18} />
      ))}
      {named ? (
        <span className={styles.hereName}>
          {first.name}
          {rest.length > 0 ? ` +${rest.length}` : ''}
        </span>
      ) : null}
    </span>
  )
}

/** Who has selected exactly this. */
export function WhoIsAtRow({ rowId, named = false }: { rowId: string; named?: boolean }) {
  return <WhoIsAt at={({ id }) => id === rowId} named={named} />
}

export function useWhoIsAt(at: WhoIsAtProps['at']): Other[] {
  return onePerPerson(useOthers().filter(({ selected }) => selected && at(selected)))
}
