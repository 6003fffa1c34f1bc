import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'

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
  // Null while nobody types: then it shows what others change, and leaving it saves nothing over that.
  const [typed, setTyped] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const save = () => {
    if (typed === null) return
    const text = multiline ? typed : typed.trim()
    const problem = check?.(text) ?? null
    setError(problem)
    if (problem) return
    setTyped(null)
    if (text !== value && !(required && text.trim() === '')) onSave(text)
  }
  const shared = {
    label,
    value: typed ?? value,
    error,
    size: 'sm' as const,
    placeholder: locked ? undefined : placeholder,
    readOnly: locked,
    variant: locked ? 'unstyled' : 'default',
    onBlur: save,
  }
  const onKeyDown = (event: React.KeyboardEvent<HTMLElement>) => {
    event.stopPropagation()
    if (event.key === 'Escape') setTyped(null)
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
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  ) : (
    <TextInput
      {...shared}
      maxLength={300}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  )
}
