import { IconFileImport } from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import { FormFailure } from '../accounts/FormFailure.tsx'
import styles from './imports.module.css'

interface FileChoiceProps {
  /** Why the last file could not be read. */
  problem: string | undefined
  onFile(file: File): void
}

/** A file chosen or dropped. */
export function FileChoice({ problem, onFile }: FileChoiceProps) {
  const [isOver, setOver] = useState(false)
  const drag = (over: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setOver(over)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file) onFile(file)
  }
  return (
    <>
      <label
        className={styles.drop}
        data-over={isOver || undefined}
        onDragOver={drag(true)}
        onDragLeave={drag(false)}
        onDrop={drop}
      >
        <IconFileImport size={36} stroke={1.5} aria-hidden="true" />
        <span className={styles.dropTitle}>Choose a file, or drop it here</span>
        <span className={styles.quiet}>.bpmn or .xml (BPMN 2.0), or .json from Interlane</span>
        <input
          type="file"
          accept=".bpmn,.xml,.json,application/xml,application/json"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0]
            // The same file chosen again after a correction counts as a change.
            event.currentTarget.value = ''
            if (file) onFile(file)
          }}
        />
      </label>
      <div className={styles.failure}>
        <FormFailure message={problem} />
      </div>
    </>
  )
}
