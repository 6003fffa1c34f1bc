import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTyped } from '../../../typing/useTyped.ts'

interface TextFieldProps {
  label: string
  value: string
  /** Called once, on leaving the field or Enter, when the text has changed. */
  onSave(value: string): void
  /** Nothing may be changed; the section says why. */
  locked?: boolean
  multiline?: boolean
  placeholder?: string
  /** An empty text is not saved: it falls back to what was there. */
  required?: boolean
  /** What is wrong with the text, or null. */
  check?(value: string): string | null
}

/** A text that is saved as one edit when one leaves it. Escape takes back what was typed. */
export function TextField(props: TextFieldProps) {
  const { label, value, onSave, locked = false, multiline = false, placeholder, required, check } = props
  const [error, setError] = useState<string | null>(null)
  const { shown, type, save, drop } = useTyped({
    value,
    take: (typed) => {
      const text = multiline ? typed : typed.trim()
      const problem = check?.(text) ?? null
      setError(problem)
      if (problem === null && text !== value && !(required && text.trim() === '')) onSave(text)
      return problem === null
    },
  })
  const shared = {
    label,
    value: shown,
    error,
    size: 'sm' as const,
    placeholder: locked ? undefined : placeholder,
    readOnly: locked,
    variant: locked ? 'unstyled' : 'default',
    onBlur: save,
  }
  const onKeyDown = (event: React.KeyboardEvent<HTMLElement>) => {
    event.stopPropagation()
    if (event.key === 'Escape') drop()
    if (event.key === 'Enter' && !(multiline && event.shiftKey)) {
      event.preventDefault()
      save()
    }
  }
  return multiline ? (
    <Textarea
      {...shared}
      autosize
      minRows={2}
      maxRows={12}
      maxLength={10_000}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  ) : (
    <TextInput
      {...shared}
      maxLength={300}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  )
}
