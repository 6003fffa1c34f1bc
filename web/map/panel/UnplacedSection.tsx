import { CloseButton, Select } from '@mantine/core'
import { unplacedOf } from '../../../shared/analysis/unplaced.ts'
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { AttributedNote, Mark, Perspective } from '../../../shared/model/rows.ts'
import { Eyes } from '../../sharing/Eyes.tsx'
import { sayNote } from '../../sharing/noteWords.ts'
import { placeAgain } from '../../sharing/placeAgain.ts'
import { readersOf } from '../../sharing/readers.ts'
import { sayShared } from '../../sharing/sayShared.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import styles from './Panel.module.css'
import { Section } from './Section.tsx'
import { usePanelNames } from './usePanelNames.ts'

/** Our views, marks and notes whose card or handoff was deleted: ours still, removed or put on another card by us alone. */
export function UnplacedSection() {
  const { ecosystem, journey, partnerId } = useMapView()
  if (partnerId) return null
  const { views, marks, notes } = unplacedOf(journey.map.id, ecosystem.author.organisationId, ecosystem.rows)
  if (views.length + marks.length + notes.length === 0) return null
  return (
    <Section title="Ours, without a place" eyes="Each says who sees it">
      <p className={styles.quiet}>
        What it was about was deleted. If that is undone, it goes back by itself.
      </p>
      <ul className={styles.list}>
        {[...views, ...marks].map((row) => (
          <Piece key={row.id} row={row} />
        ))}
        {notes.map((note) => (
          <LostNote key={note.id} note={note} />
        ))}
      </ul>
    </Section>
  )
}

function Piece({ row }: { row: Perspective | Mark }) {
  const { ecosystem, journey } = useMapView()
  const commands = useCommands()
  const { onlyUs } = usePanelNames()
  const kind = 'onBehalfOf' in row ? 'perspective' : 'mark'
  const { isPrivate, sentence } = readersOf(row, ecosystem)
  const cards = [...journey.cards.values()].map(({ id, touchpoint }) => ({
    value: id,
    label: touchpoint.name,
  }))
  const what = kind === 'mark' ? 'mark' : 'view'
  return (
    <li>
      <Eyes isPrivate={isPrivate}>{isPrivate ? onlyUs : sentence}</Eyes>
      <div className={styles.row}>
        <span className={styles.rowName}>
          <strong>
            Our {what}, was on “{row.unplacedFrom}”
          </strong>
          : {sayShared({ row })}
        </span>
        <Remove
          actions={[{ type: `${kind}.remove`, id: row.id }]}
          label={`Delete our ${what} of “${row.unplacedFrom}”`}
        />
      </div>
      {row.targetKind === 'touchpoint' && commands.view.readOnly === null ? (
        <Select
          size="xs"
          mt={4}
          aria-label={`Put our ${what} of “${row.unplacedFrom}” on another card`}
          placeholder="Put on another card, for our eyes only"
          searchable
          value={null}
          data={cards}
          onChange={(cardId) =>
            cardId && commands.change(placeAgain(row, cardId), `Put our ${what} on another card`)
          }
        />
      ) : null}
    </li>
  )
}

function LostNote({ note }: { note: AttributedNote }) {
  const { ecosystem } = useMapView()
  const { onlyUs } = usePanelNames()
  const { isPrivate, sentence } = readersOf(note, ecosystem)
  const { heading, said } = sayNote(note)
  return (
    <li>
      <Eyes isPrivate={isPrivate}>{isPrivate ? onlyUs : sentence}</Eyes>
      <div className={styles.row}>
        <span className={styles.rowName}>
          <strong>{heading}</strong> {said.map(({ text }) => text).join(' · ')}
        </span>
        <Remove
          actions={[{ type: 'attributedNote.remove', id: note.id }]}
          label={`Remove what ${note.attributedTo} said before the import`}
        />
      </div>
    </li>
  )
}

function Remove({ actions, label }: { actions: ActionInput[]; label: string }) {
  const commands = useCommands()
  if (commands.whyNot(actions) !== null) return null
  return <CloseButton size="sm" aria-label={label} onClick={() => commands.change(actions, label)} />
}
