import { CloseButton } from '@mantine/core'
import type { AttributedNote } from '../../../shared/model/rows.ts'
import { inOrderSaid, sayNote } from '../../sharing/noteWords.ts'
import { readersOf } from '../../sharing/readers.ts'
import { living } from '../journey/readJourney.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import styles from './Panel.module.css'
import { Section } from './Section.tsx'
import { usePanelNames } from './usePanelNames.ts'

/** What people said in a file that was imported: with their name, never changed, removed by whoever brought it in. */
export function NotesSection({ targetId }: { targetId: string }) {
  const { ecosystem } = useMapView()
  const { onlyUs } = usePanelNames()
  const notes = inOrderSaid(living(ecosystem.rows.list('attributedNote', 'targetId', targetId)))
  if (notes.length === 0) return null
  const readers = notes.map((note) => readersOf(note, ecosystem))
  const isPrivate = readers.every((one) => one.isPrivate)
  return (
    <Section
      title="Said before the import"
      eyes={isPrivate ? onlyUs : [...new Set(readers.map(({ sentence }) => sentence))].join('; ')}
      isPrivate={isPrivate}
    >
      <ul className={styles.list}>
        {notes.map((note) => (
          <Note key={note.id} note={note} />
        ))}
      </ul>
    </Section>
  )
}

function Note({ note }: { note: AttributedNote }) {
  const commands = useCommands()
  const { nameOf } = usePanelNames()
  const { heading, said } = sayNote(note)
  const remove = [{ type: 'attributedNote.remove', id: note.id } as const]
  return (
    <li className={styles.row}>
      <div className={styles.rowName}>
        <strong>{heading}</strong>
        {said.map(({ name, text }) => (
          <div key={name}>
            <span className={styles.quiet}>{name}:</span> {text}
          </div>
        ))}
        <div className={styles.quiet}>From a file that {nameOf(note.organisationId)} imported.</div>
      </div>
      {commands.whyNot(remove) === null ? (
        <CloseButton
          size="sm"
          aria-label={`Remove what ${note.attributedTo} said before the import`}
          onClick={() => commands.change(remove, 'Remove an imported note')}
        />
      ) : null}
    </li>
  )
}
