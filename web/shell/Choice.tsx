import { type ReactNode, useId } from 'react'
import styles from './Choice.module.css'

interface ChoiceProps<Value extends string> {
  label: string
  value: Value
  choices: readonly { value: Value; label: ReactNode }[]
  onChange(value: Value): void
  /** `halves` divides the whole width, for the one choice that a panel is about. */
  look?: 'plates' | 'halves'
}

/** One of a few, all of them visible, moved through with the arrow keys. */
export function Choice<Value extends string>({
  label,
  value,
  choices,
  onChange,
  look = 'plates',
}: ChoiceProps<Value>) {
  const name = useId()
  return (
    <fieldset className={styles.choice} data-look={look}>
      <legend className="il-visually-hidden">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.option}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  )
}
