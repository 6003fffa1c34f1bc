import { useId } from 'react'
import styles from './ScoreField.module.css'

interface ScoreFieldProps {
  label: string
  value: number | null
  onSave(value: number | null): void
  locked?: boolean
  low?: string
  high?: string
}

const scores = Array.from({ length: 11 }, (_, score) => score)

/** A score from 0 to 10 as one row of radio buttons; choosing the chosen one takes it back. */
export function ScoreField({ label, value, onSave, locked = false, low, high }: ScoreFieldProps) {
  const name = useId()
  return (
    <fieldset className={styles.field} disabled={locked}>
      <legend className={styles.label}>
        {label}
        {value === null ? '' : <span className={styles.value}> {value} of 10</span>}
      </legend>
      <div className={styles.scores}>
        {scores.map((score) => (
          <label key={score} className={styles.score} data-chosen={score === value || undefined}>
            <input
              type="radio"
              name={name}
              value={score}
              checked={score === value}
              onChange={() => onSave(score)}
              onClick={() => {
                if (score === value) onSave(null)
              }}
            />
            {score}
          </label>
        ))}
      </div>
      {low && high ? (
        <div className={styles.ends} aria-hidden="true">
          <span>{low}</span>
          <span>{high}</span>
        </div>
      ) : null}
    </fieldset>
  )
}
