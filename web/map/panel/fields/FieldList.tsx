import { type ReactNode, useState } from 'react'
import type { RowName } from '../../../../shared/live/messages.ts'
import { EditedField } from '../../../live/EditedField.tsx'
import styles from '../Panel.module.css'

export interface PanelField {
  key: string
  isEmpty: boolean
  /** Shown from the start even while it is empty. */
  matters?: boolean
  element: ReactNode
}

interface FieldListProps {
  fields: readonly PanelField[]
  /** The row whose fields they are; without one nobody is told which of them one is at. */
  row?: RowName | undefined
  locked?: boolean
}

/** The fields that matter and those that say something; the empty ones wait behind "3 to fill". */
export function FieldList({ fields, row, locked = false }: FieldListProps) {
  const [isOpen, setOpen] = useState(false)
  // What was open when one began typing stays where it is.
  const [first] = useState(() => new Set(fields.filter(isFirst).map(({ key }) => key)))
  const shown = fields.filter(
    (field) => isOpen || first.has(field.key) || (!field.isEmpty && !locked) || isFirst(field),
  )
  const hidden = fields.length - shown.length
  const visible = locked ? fields.filter(({ isEmpty, matters }) => !isEmpty || (matters && !locked)) : shown
  return (
    <div className={styles.fields}>
      {visible.map(({ key, element }) => (
        <EditedField key={key} row={row} field={key} silent={locked}>
          {element}
        </EditedField>
      ))}
      {hidden > 0 && !locked ? (
        <button type="button" className={styles.toFill} onClick={() => setOpen(true)}>
          {hidden} to fill
        </button>
      ) : null}
    </div>
  )
}

function isFirst({ isEmpty, matters = false }: PanelField): boolean {
  return matters || !isEmpty
}
