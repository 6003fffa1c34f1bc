import { TextField } from './TextField.tsx'

interface CountFieldProps {
  label: string
  value: number | null
  onSave(value: number | null): void
  locked?: boolean
  least?: number
}

/** How many there are: a whole number, or nothing. */
export function CountField({ label, value, onSave, locked = false, least = 0 }: CountFieldProps) {
  const isCount = (typed: string) => /^\d{1,9}$/.test(typed) && Number(typed) >= least
  const problem = `Type a whole number${least > 0 ? ` from ${least} up` : ''}, or nothing.`
  return (
    <TextField
      label={label}
      value={value === null ? '' : String(value)}
      placeholder="A whole number"
      locked={locked}
      check={(typed) => (typed === '' || isCount(typed) ? null : problem)}
      onSave={(typed) => onSave(typed === '' ? null : Number(typed))}
    />
  )
}
