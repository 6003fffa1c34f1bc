import { createContext, useContext, useSyncExternalStore } from 'react'
import type { OthersChange, OthersChanges } from '../sync/othersChanges.ts'
import styles from './live.module.css'

/** Null where nothing is pointed out. */
export const OthersChangesContext = createContext<OthersChanges | null>(null)

interface WashProps {
  /** A row on the map; what is attached to it counts as well. */
  rowId: string
  /** Which changes; left out, all but where it lies. */
  of?: (change: OthersChange) => boolean
}

/** Tints what it lies in for a moment when somebody else has changed that, in the colour of their side. Nothing moves for it. */
export function Wash({ rowId, of = isContent }: WashProps) {
  const changes = useContext(OthersChangesContext)
  const change = useSyncExternalStore(changes?.subscribe ?? nothingToHear, () => changes?.at(rowId, of))
  if (!change) return null
  return (
    <span key={change.number} className={styles.wash} data-wash={change.by ?? 'unknown'} aria-hidden="true" />
  )
}

/** Whoever moves a card is seen to move it. */
const geometry: ReadonlySet<string> = new Set(['laneId', 'stageId', 'rank', 'column'])

function isContent({ fields }: OthersChange): boolean {
  return fields.some((field) => !geometry.has(field))
}

const nothingToHear = () => () => {}
