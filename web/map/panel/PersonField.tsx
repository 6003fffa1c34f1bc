import { Autocomplete } from '@mantine/core'
import { useState } from 'react'
import { useColleagues } from '../../accounts/useColleagues.ts'
import { useMapView } from '../MapContext.tsx'

interface PersonFieldProps {
  label: string
  value: string
  /** Names that are no choice here. */
  without?: string
  locked: boolean
  onSave(value: string): void
}

/** Somebody of one's own organisation, suggested while one types; whoever has no account is typed in full. */
export function PersonField({ label, value, without = '', locked, onSave }: PersonFieldProps) {
  const { ecosystem } = useMapView()
  const colleagues = useColleagues(ecosystem.author.organisationId)
  // Null while nobody types: then it shows what others change, and leaving it saves nothing over that.
  const [typed, setTyped] = useState<string | null>(null)
  const names = [...new Set(colleagues.map(({ name }) => name))].filter((name) => name !== without)
  const save = (text: string | null) => {
    setTyped(null)
    if (text !== null && text.trim() !== value) onSave(text.trim())
  }
  return (
    <Autocomplete
      label={label}
      size="sm"
      value={typed ?? value}
      data={locked ? [] : names}
      readOnly={locked}
      variant={locked ? 'unstyled' : 'default'}
      maxLength={140}
      onChange={setTyped}
      onOptionSubmit={save}
      onBlur={() => save(typed)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') setTyped(null)
        // Enter in the open list chooses what is marked there.
        if (event.key === 'Enter' && !event.defaultPrevented) save(typed)
      }}
    />
  )
}
