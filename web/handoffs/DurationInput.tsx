import { NumberInput, Select } from '@mantine/core'
import { useState } from 'react'
import { type DurationUnit, durationUnits, joinDuration, splitDuration } from './duration.ts'
import styles from './WorkingAgreement.module.css'

interface DurationInputProps {
  label: string
  description?: string | undefined
  /** In minutes. */
  value: number | null
  onChange(minutes: number | null): void
}

/** A time span as a number and its unit. */
export function DurationInput({ label, description, value, onChange }: DurationInputProps) {
  const [unit, setUnit] = useState<DurationUnit>(() => splitDuration(value).unit)
  const shown = value === null ? '' : value / durationUnits[unit].minutes
  return (
    <div className={styles.duration}>
      <NumberInput
        label={label}
        description={description}
        min={0}
        allowNegative={false}
        hideControls
        decimalScale={2}
        value={shown}
        onChange={(amount) => onChange(joinDuration(amount, unit))}
      />
      <Select
        aria-label={`${label}: unit`}
        data={Object.entries(durationUnits).map(([key, { label: text }]) => ({ value: key, label: text }))}
        value={unit}
        onChange={(next) => {
          setUnit(next as DurationUnit)
          if (shown !== '') onChange(joinDuration(shown, next as DurationUnit))
        }}
      />
    </div>
  )
}
