import type { RowName } from '../../shared/live/messages.ts'
import styles from './live.module.css'
import { useOthers } from './MapPresence.tsx'
import { type Other, onePerPerson, sayWho } from './others.ts'

interface WhoIsEditingProps {
  row: RowName
  /** Left out, whoever is at any field of the row. */
  field?: string
  /** What they do, as one says it: "is editing", "is writing". */
  doing?: string
}

/** Who else is at a field: "Anna Lindqvist (Fernhill) is editing". */
export function WhoIsEditing({ row, field, doing = 'editing' }: WhoIsEditingProps) {
  const here = useEditorsOf(row, field)
  return (
    <p className={styles.editing} aria-live="polite">
      {here.length > 0 ? `${here.map(sayWho).join(', ')} ${here.length > 1 ? 'are' : 'is'} ${doing}` : ''}
    </p>
  )
}

export function useEditorsOf(row: RowName | undefined, field?: string): Other[] {
  const isHere = ({ editing }: Other) =>
    editing?.kind === row?.kind &&
    editing?.id === row?.id &&
    (field === undefined || editing?.field === field)
  const others = useOthers()
  return row ? onePerPerson(others.filter(isHere)) : []
}
