import { IconLock } from '@tabler/icons-react'
import type { Ownership } from '../../../shared/model/rows.ts'
import { living } from '../journey/readJourney.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import { TextField } from './fields/TextField.tsx'
import styles from './Panel.module.css'
import { usePanelNames } from './usePanelNames.ts'

/** Who inside our organisation answers for it: a row of its own that only we see. */
export function Responsibility({ ownership }: { ownership: Ownership }) {
  const { ecosystem, partnerId } = useMapView()
  const commands = useCommands()
  const { onlyUs } = usePanelNames()
  const row = living(ecosystem.rows.list('responsibility', 'ownershipId', ownership.id)).find(
    ({ organisationId }) => organisationId === ecosystem.author.organisationId,
  )
  const current = { department: row?.department ?? '', region: row?.region ?? '', person: row?.person ?? '' }
  if (partnerId) return null
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
        <IconLock size={14} stroke={2} aria-hidden="true" /> {onlyUs}
      </span>
      <div className={styles.fields}>
        <TextField
          label="Department"
          value={current.department}
          locked={locked}
          onSave={(department) => save({ department })}
        />
        <div className={styles.pair}>
          <TextField
            label="Region"
            value={current.region}
            locked={locked}
            onSave={(region) => save({ region })}
          />
          <TextField
            label="Person"
            value={current.person}
            locked={locked}
            onSave={(person) => save({ person })}
          />
        </div>
      </div>
    </div>
  )
}
