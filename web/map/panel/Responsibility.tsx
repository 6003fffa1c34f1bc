import { IconEye, IconLock } from '@tabler/icons-react'
import type { Ownership } from '../../../shared/model/rows.ts'
import { EditedField } from '../../live/EditedField.tsx'
import { chargeNames } from '../../sharing/chargeWords.ts'
import { readersOf } from '../../sharing/readers.ts'
import { living } from '../journey/readJourney.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import { TextField } from './fields/TextField.tsx'
import styles from './Panel.module.css'
import { PeopleInCharge } from './PeopleInCharge.tsx'
import { Sharing } from './Sharing.tsx'
import { usePanelNames } from './usePanelNames.ts'

/** Who inside our organisation answers for it: a row of its own that only we see until we share it. */
export function Responsibility({ ownership }: { ownership: Ownership }) {
  const { ecosystem, partnerId } = useMapView()
  const commands = useCommands()
  const { onlyUs } = usePanelNames()
  const row = living(ecosystem.rows.list('responsibility', 'ownershipId', ownership.id)).find(
    ({ organisationId }) => organisationId === ecosystem.author.organisationId,
  )
  const current = { department: row?.department ?? '', region: row?.region ?? '', person: row?.person ?? '' }
  const readers = row && readersOf(row, ecosystem)
  const isPrivate = !readers || readers.isPrivate
  if (partnerId && isPrivate) return null
  const Eyes = isPrivate ? IconLock : IconEye
  const locked = commands.view.readOnly !== null
  const save = (fields: Partial<typeof current>) =>
    commands.change(
      row
        ? [{ type: 'responsibility.change', id: row.id, fields }]
        : [
            {
              type: 'responsibility.add',
              id: crypto.randomUUID(),
              ownershipId: ownership.id,
              ...current,
              ...fields,
            },
          ],
      'Who answers for it',
    )
  return (
    <div className={styles.inner}>
      <span className={styles.eyes}>
        <Eyes size={14} stroke={2} aria-hidden="true" /> {isPrivate ? onlyUs : readers.sentence}
      </span>
      <div className={styles.fields}>
        {field('department')}
        {field('region')}
        <EditedField
          row={row ? { kind: 'responsibility', id: row.id } : undefined}
          field="person"
          silent={locked}
        >
          <div className={styles.fields}>
            <PeopleInCharge
              label={chargeNames.person}
              value={current.person}
              locked={locked}
              onSave={(person) => save({ person })}
            />
          </div>
        </EditedField>
      </div>
      {row && !locked ? <Sharing kind="responsibility" row={row} /> : null}
    </div>
  )

  function field(key: 'department' | 'region') {
    return (
      <EditedField row={row ? { kind: 'responsibility', id: row.id } : undefined} field={key} silent={locked}>
        <TextField
          label={chargeNames[key]}
          value={current[key]}
          locked={locked}
          onSave={(value) => save({ [key]: value })}
        />
      </EditedField>
    )
  }
}
