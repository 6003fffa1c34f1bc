import { CloseButton, TextInput } from '@mantine/core'
import { useState } from 'react'
import { isWebAddress, type TouchpointDocument } from '../../../../shared/model/documents.ts'
import { useTyped } from '../../../typing/useTyped.ts'
import { DocumentLink } from '../DocumentLink.tsx'
import panel from '../Panel.module.css'
import styles from './DocumentsField.module.css'

interface DocumentsFieldProps {
  value: readonly TouchpointDocument[]
  locked: boolean
  onSave(value: TouchpointDocument[]): void
}

/** Documents where their companies keep them: each a name and a web address. */
export function DocumentsField({ value, locked, onSave }: DocumentsFieldProps) {
  const [isAdding, setAdding] = useState(value.length === 0)
  return (
    <fieldset className={styles.field}>
      <legend className={styles.label}>Documents</legend>
      {value.length > 0 ? (
        <ul className={styles.list}>
          {value.map((document, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two may have the same name and address
            <li key={place} className={styles.document}>
              <DocumentLink document={document} />
              {locked ? null : (
                <CloseButton
                  size="sm"
                  aria-label={`Take ${document.name} off the list`}
                  onClick={() => onSave(value.filter((_, index) => index !== place))}
                />
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {locked ? null : isAdding ? (
        <AddDocument onAdd={(document) => onSave([...value, document])} />
      ) : (
        <button type="button" className={panel.toFill} onClick={() => setAdding(true)}>
          Add a document
        </button>
      )}
    </fieldset>
  )
}

function AddDocument({ onAdd }: { onAdd(document: TouchpointDocument): void }) {
  const [name, setName] = useState('')
  const [error, setError] = useState<string | null>(null)
  const { shown, type, save, drop } = useTyped({
    value: '',
    take: (typed) => {
      const address = typed.trim()
      const problem = address === '' || isWebAddress(address) ? null : wrongAddress
      setError(problem)
      if (problem !== null) return false
      if (address !== '') onAdd({ name: name.trim() || nameWithin(address), address })
      setName('')
      return true
    },
  })
  const onKeyDown = (event: React.KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Escape') drop()
    if (event.key === 'Enter') save()
  }
  return (
    <div className={styles.adding}>
      <TextInput
        size="sm"
        label="Name of a document"
        placeholder="Price list"
        value={name}
        maxLength={160}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <TextInput
        size="sm"
        label="Its web address"
        description="The file stays where it is: who may open it is decided there."
        placeholder="https://"
        inputMode="url"
        value={shown}
        error={error}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}

const wrongAddress = 'Type a web address that begins with https:// or http://.'

/** The last part of the path, else the host. */
function nameWithin(address: string): string {
  const { pathname, hostname } = new URL(address)
  return (pathname.split('/').filter(Boolean).at(-1) ?? hostname).slice(0, 160)
}
