import { TagsInput } from '@mantine/core'
import { useTyped } from '../../../typing/useTyped.ts'

interface WordsFieldProps {
  label: string
  value: string[]
  locked: boolean
  placeholder?: string
  onSave(value: string[]): void
}

/** A list of short texts, each finished by Enter. */
export function WordsField({ label, value, locked, placeholder, onSave }: WordsFieldProps) {
  const { shown, type, drop } = useTyped({
    value: '',
    take: (typed) => {
      const word = typed.trim()
      if (word !== '' && !value.includes(word)) onSave([...value, word])
      return true
    },
  })
  return (
    <TagsInput
      label={label}
      size="sm"
      value={value}
      readOnly={locked}
      placeholder={locked || value.length > 0 ? '' : placeholder}
      searchValue={shown}
      onSearchChange={(typed) => (typed === '' ? drop() : type(typed))}
      onChange={onSave}
    />
  )
}
