import { Button } from '@mantine/core'
import type { ImportPreview } from '../../shared/imports/imports.ts'
import { FormFailure } from '../accounts/FormFailure.tsx'
import styles from './imports.module.css'
import { groupNotes } from './noteGroups.ts'

interface PreviewProps {
  preview: ImportPreview
  /** Name of the file. */
  file: string
  problem: string | undefined
  isImporting: boolean
  onImport(): void
  onCancel(): void
}

const counted: [keyof ImportPreview['counts'], string, string][] = [
  ['organisations', 'party', 'parties'],
  ['lanes', 'lane', 'lanes'],
  ['touchpoints', 'card', 'cards'],
  ['sequences', 'link within a party', 'links within a party'],
  ['handoffs', 'handoff', 'handoffs'],
]

/** What importing would create, merge, change and leave out, and why; nothing is written yet. */
export function Preview({ preview, file, problem, isImporting, onImport, onCancel }: PreviewProps) {
  const groups = groupNotes(preview.notes)
  return (
    <section aria-labelledby="preview-title">
      <h2 className={styles.title} id="preview-title">
        {preview.name || 'A map'}
      </h2>
      <p className={styles.text}>
        What {file} becomes. Nothing is written yet. Parties become yours to keep until somebody holds them.
      </p>
      <dl className={styles.counts}>
        {counted.map(([key, one, several]) => (
          <div key={key}>
            <dt>{preview.counts[key] === 1 ? one : several}</dt>
            <dd>{preview.counts[key]}</dd>
          </div>
        ))}
      </dl>
      {groups.map(({ level, title, notes }) => (
        <details key={level} className={styles.notes} open={notes.length <= 6}>
          <summary>
            {title} <span className={styles.quiet}>{notes.length}</span>
          </summary>
          <ul>
            {notes.map((note, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a stored list that never changes
              <li key={index}>
                {note.message}
                {note.element || note.line ? (
                  <span className={styles.quiet}>
                    {' '}
                    {[note.element, note.line ? `line ${note.line}` : ''].filter(Boolean).join(', ')}
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        </details>
      ))}
      {groups.length === 0 ? (
        <p className={styles.text}>Everything in the file is taken over; nothing is merged or left out.</p>
      ) : null}
      <FormFailure message={problem} />
      <div className={styles.buttons}>
        <Button size="md" loading={isImporting} onClick={onImport}>
          Import
        </Button>
        <Button size="md" variant="default" disabled={isImporting} onClick={onCancel}>
          Choose another file
        </Button>
      </div>
    </section>
  )
}
