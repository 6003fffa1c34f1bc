import { Select } from '@mantine/core'

interface ChoiceFieldProps<Value extends string> {
  label: string
  value: Value | null
  names: Partial<Record<Value, string>>
  /** What each choice means, below the chosen one and beside each of the list. */
  meanings?: Record<Value, string>
  onSave(value: Value | null): void
  locked?: boolean
  /** May be left open. */
  clearable?: boolean
  placeholder?: string
}

/** One of a closed list, saved when chosen. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { label, value, names, onSave, locked = false, clearable = false, placeholder, meanings } = props
  return (
    <Select
      label={label}
      size="sm"
      value={value}
      placeholder={locked ? undefined : placeholder}
      description={meanings && value ? meanings[value] : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      renderOption={
        meanings &&
        (({ option }) => <Meaning name={option.label} meaning={meanings[option.value as Value]} />)
      }
      readOnly={locked}
      variant={locked ? 'unstyled' : 'default'}
      rightSection={locked ? <span /> : undefined}
      clearable={clearable && !locked}
      clearButtonProps={{ 'aria-label': `Clear ${label}` }}
      comboboxProps={{ withinPortal: true, ...(meanings && { width: 320, position: 'bottom-start' }) }}
      data={Object.entries<string | undefined>(names).map(([key, name]) => ({
        value: key,
        label: name ?? key,
      }))}
      onChange={(chosen) => {
        if (chosen !== value) onSave(chosen as Value | null)
      }}
    />
  )
}

function Meaning({ name, meaning }: { name: string; meaning: string }) {
  return (
    <span>
      {name}
      <br />
      <span className="il-quiet">{meaning}</span>
    </span>
  )
}
