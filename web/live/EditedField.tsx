import type { ReactNode } from 'react'
import type { RowName } from '../../shared/live/messages.ts'
import styles from './live.module.css'
import { useMapPresence, useOthers } from './MapPresence.tsx'
import { onePerPerson, sayWho } from './others.ts'

interface EditedFieldProps {
  /** Undefined while there is no row yet that somebody else could see. */
  row: RowName | undefined
  field: string
  children: ReactNode
}

/** Tells others that one is at this field, and says who else is. */
export function EditedField({ row, field, children }: EditedFieldProps) {
  const presence = useMapPresence()
  const others = useOthers()
  const here = onePerPerson(
    others.filter(({ editing }) => row && editing?.id === row.id && editing.field === field),
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that the field inside is entered and left
    <div
      data-edited={here.length > 0 || undefined}
      className={styles.field}
      onFocus={() => row && presence?.tell({ editing: { kind: row.kind, id: row.id, field } })}
      onBlur={() => presence?.tell({ editing: null })}
    >
      {children}
      <p className={styles.editing} aria-live="polite">
        {here.length > 0 ? `${here.map(sayWho).join(', ')} ${here.length > 1 ? 'are' : 'is'} editing` : ''}
      </p>
    </div>
  )
}
