import { useId, useRef } from 'react'
import styles from './comments.module.css'
import type { Mentionable } from './mentionables.ts'
import { useMentioning } from './useMentioning.ts'

interface MentionFieldProps {
  label: string
  /** The id of the sentence that says who sees what is typed. */
  describedBy: string
  value: string
  candidates: readonly Mentionable[]
  onChange(text: string): void
  onSend(): void
}

/** A field for words in which an @ offers whom to call; the list is gone through without leaving the field. */
export function MentionField({ label, describedBy, value, candidates, onChange, onSend }: MentionFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const listId = useId()
  const mentioning = useMentioning(field, value, onChange, candidates)
  const { offered, chosen } = mentioning
  const isOpen = offered.length > 0
  return (
    <div className={styles.field}>
      <textarea
        ref={field}
        className={styles.input}
        aria-label={label}
        aria-describedby={describedBy}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? `${listId}-${chosen}` : undefined}
        placeholder={`${label}. Type @ to call somebody.`}
        rows={2}
        maxLength={5_000}
        value={value}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.value)
          mentioning.onCaret(currentTarget.selectionStart)
        }}
        onBlur={mentioning.close}
        onKeyDown={(event) => {
          if (mentioning.onKeyDown(event)) return
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            onSend()
          }
        }}
      />
      <span className="il-visually-hidden" role="status">
        {isOpen ? `${offered.length} to choose from. Arrow keys choose, Enter takes.` : ''}
      </span>
      {isOpen ? (
        <div id={listId} role="listbox" aria-label="Call somebody" className={styles.offered}>
          {offered.map((one, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field, which names the chosen one
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field
            <div
              key={`${one.mention.organisationId} ${one.mention.personId}`}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === chosen}
              className={styles.option}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => mentioning.pick(one)}
            >
              <span>{one.label}</span> <span className={styles.quiet}>{one.detail}</span>
            </div>
          ))}
        </div>
      ) : null}
    </div>
  )
}
