import { TagsInput } from '@mantine/core'

interface WordsFieldProps {
  label: string
  value: string[]
  locked: boolean
  placeholder?: string
  onSave(value: string[]): void
}

/** A list of short texts, each finished by Enter. */
export function WordsField({ label, value, locked, placeholder, onSave }: WordsFieldProps) {
  return (
    <TagsInput
      label={label}
      size="sm"
      value={value}
      readOnly={locked}
      placeholder={locked || value.length > 0 ? '' : placeholder}
      onChange={onSave}
    />
  )
}
