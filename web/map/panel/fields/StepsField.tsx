import { UnstyledButton } from '@mantine/core'
import { useEffect, useId, useRef, useState } from 'react'
import { stepsOf } from '../../steps.ts'
import styles from './StepsField.module.css'
import { TextField } from './TextField.tsx'

interface StepsFieldProps {
  label: string
  value: string
  onSave(value: string): void
  locked?: boolean
}

/** A text that reads step by step once it has several lines; one writes it as text. */
export function StepsField({ label, value, onSave, locked = false }: StepsFieldProps) {
  const [isWriting, setWriting] = useState(false)
  const labelId = useId()
  const field = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isWriting) field.current?.querySelector('textarea')?.focus()
  }, [isWriting])
  const steps = isWriting ? null : stepsOf(value)
  if (!steps)
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that the field inside is left
      <div ref={field} onBlur={() => setWriting(false)}>
        <TextField
          label={label}
          value={value}
          onSave={onSave}
          locked={locked}
          multiline
          placeholder="One line, or one step per line (Shift Enter)"
        />
      </div>
    )
  return (
    <div>
      <div className={styles.head}>
        <span id={labelId} className={styles.label}>
          {label}
        </span>
        {locked ? null : (
          <UnstyledButton className={styles.write!} onClick={() => setWriting(true)}>
            Change the steps
          </UnstyledButton>
        )}
      </div>
      <ol className={styles.steps} aria-labelledby={labelId}>
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two steps may say the same
          <li key={index}>{step}</li>
        ))}
      </ol>
    </div>
  )
}
