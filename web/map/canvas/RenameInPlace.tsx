import { type ReactNode, useState } from 'react'
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { RowName } from '../../../shared/live/messages.ts'
import { useTellingField } from '../../live/useTellingField.ts'
import { useTyped } from '../../typing/useTyped.ts'
import { useCommands } from '../MapContext.tsx'
import styles from './RenameInPlace.module.css'

interface RenameInPlaceProps {
  /** What is renamed: others are told that one is at its name. */
  row: RowName
  name: string
  /** What the field is called, e.g. "Name of the stage". */
  label: string
  /** The actions that give it a new name. */
  rename(name: string): ActionInput[]
  children: ReactNode
}

/** Double-click or F2 on a heading turns its name into a field; Enter or leaving it is one edit, Escape none. */
export function RenameInPlace({ row, name, label, rename, children }: RenameInPlaceProps) {
  const commands = useCommands()
  const [isNaming, setNaming] = useState(false)
  useTellingField(isNaming ? row : undefined, 'name')
  const { shown, type, save, drop } = useTyped({
    value: name,
    take: (typed) => {
      const text = typed.trim()
      if (text !== '' && text !== name) commands.change(rename(text), `Rename to "${text}"`)
      return true
    },
  })
  const begin = () => setNaming(commands.allows(rename(name), `Rename "${name}"`))
  if (!isNaming) {
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: the button inside is what one reaches
      <span
        className={styles.name}
        onDoubleClick={(event) => {
          event.stopPropagation()
          begin()
        }}
        onKeyDown={(event) => {
          if (event.key === 'F2') begin()
        }}
      >
        {children}
      </span>
    )
  }
  const end = (act: () => void) => {
    act()
    setNaming(false)
  }
  return (
    <input
      className={`${styles.field} nodrag nopan`}
      aria-label={label}
      value={shown}
      maxLength={160}
      // biome-ignore lint/a11y/noAutofocus: the field was asked for
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => end(save)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') end(drop)
        if (event.key === 'Enter') end(save)
      }}
    />
  )
}
