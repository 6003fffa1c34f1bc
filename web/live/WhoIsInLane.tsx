import { Face } from './Face.tsx'
import styles from './live.module.css'
import { useOthers } from './MapPresence.tsx'
import { type Other, onePerPerson, sayWho } from './others.ts'

interface WhoIsInLaneProps {
  laneId: string
  /** The lane that a row is in; undefined for what is in none. */
  laneOf(selected: NonNullable<Other['selected']>): string | undefined
}

/** Who is at something in this lane. */
export function WhoIsInLane({ laneId, laneOf }: WhoIsInLaneProps) {
  const here = onePerPerson(useOthers().filter(({ selected }) => selected && laneOf(selected) === laneId))
  if (here.length === 0) return null
  const words = `Here: ${here.map(sayWho).join(', ')}`
  return (
    <span className={styles.inLane} role="img" aria-label={words} title={words}>
      {here.slice(0, 4).map((other) => (
        <Face key={other.id} other={other} size={18} />
      ))}
    </span>
  )
}
