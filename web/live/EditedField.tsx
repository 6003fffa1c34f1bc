import { type ReactNode, useState } from 'react'
import type { RowName } from '../../shared/live/messages.ts'
import styles from './live.module.css'
import { useTellingField } from './useTellingField.ts'
import { Wash } from './Wash.tsx'
import { useEditorsOf, WhoIsEditing } from './WhoIsEditing.tsx'

interface EditedFieldProps {
  /** Undefined while there is no row yet that somebody else could see. */
  row: RowName | undefined
  field: string
  /** Others are not told that one is here: nothing can be changed, or what is typed is for fewer eyes than the row. */
  silent?: boolean
  doing?: string
  children: ReactNode
}

/** Tells others that one is at this field, and says who else is. Who may see the row learns it, nobody else. */
export function EditedField({ row, field, silent = false, doing, children }: EditedFieldProps) {
  const [isIn, setIn] = useState(false)
  useTellingField(isIn && !silent ? row : undefined, field)
  const isEdited = useEditorsOf(row, field).length > 0
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that the field inside is entered and left
    <div
      data-edited={isEdited || undefined}
      className={styles.field}
      onFocus={() => setIn(true)}
      onBlur={() => setIn(false)}
    >
      {children}
      {row ? (
        <Wash
          rowId={row.id}
          of={(change) => change.kind === row.kind && change.id === row.id && change.fields.includes(field)}
        />
      ) : null}
      {row ? <WhoIsEditing row={row} field={field} {...(doing ? { doing } : {})} /> : null}
    </div>
  )
}
