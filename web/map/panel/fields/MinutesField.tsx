import { sayMinutes } from '../../../seam/seamWords.ts'
import { readMinutes } from './minutes.ts'
import { TextField } from './TextField.tsx'

interface MinutesFieldProps {
  label: string
  value: number | null
  onSave(value: number | null): void
  locked?: boolean
}

/** A duration, typed as people say it. */
export function MinutesField({ label, value, onSave, locked = false }: MinutesFieldProps) {
  return (
    <TextField
      label={label}
      value={value === null ? '' : sayMinutes(value)}
      placeholder="30 min, 4 h, 2 days"
      locked={locked}
      check={(typed) =>
        readMinutes(typed) === undefined ? 'Type a number and min, h, days or weeks.' : null
      }
      onSave={(typed) => {
        const minutes = readMinutes(typed)
        if (minutes !== undefined && minutes !== value) onSave(minutes)
      }}
    />
  )
}
