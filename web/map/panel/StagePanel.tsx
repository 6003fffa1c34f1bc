import { Switch } from '@mantine/core'
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { Stage } from '../../../shared/model/rows.ts'
import { PanelComments } from '../../comments/PanelComments.tsx'
import { AskSection } from '../../contributionRequests/AskSection.tsx'
import { EditedField } from '../../live/EditedField.tsx'
import { SeenBySection } from '../../sharing/SeenBySection.tsx'
import { StageMenu } from '../canvas/StageMenu.tsx'
import { useCommands, useMapView } from '../MapContext.tsx'
import { TextField } from './fields/TextField.tsx'
import { NotesSection } from './NotesSection.tsx'
import styles from './Panel.module.css'
import { Section } from './Section.tsx'
import { usePanelNames } from './usePanelNames.ts'

/** A stage of the spine, or one of a lane's own. */
export function StagePanel({ stage }: { stage: Stage }) {
  const { journey } = useMapView()
  const commands = useCommands()
  const { wholeMap } = usePanelNames()
  const { id, name, goal, recurs, frequency } = stage
  const lane = journey.lanes.find((one) => one.id === stage.laneId)
  const reason = commands.whyNot([{ type: 'stage.change', id, fields: { name } }])
  const locked = reason !== null
  const save = (fields: Extract<ActionInput, { type: 'stage.change' }>['fields']) =>
    commands.change([{ type: 'stage.change', id, fields }], `Change stage ${name}`)
  return (
    <article aria-label={`Stage ${name}`}>
      <p className={styles.over}>{lane ? `Own stage of ${lane.name}` : 'Shared stage'}</p>
      <h2 className={styles.title}>{name}</h2>
      <Section title="Stage" eyes={wholeMap} reason={reason}>
        <div className={styles.fields}>
          <EditedField row={{ kind: 'stage', id }} field="name" silent={locked}>
            <TextField
              label="Name"
              value={name}
              required
              locked={locked}
              onSave={(value) => save({ name: value })}
            />
          </EditedField>
          <EditedField row={{ kind: 'stage', id }} field="goal" silent={locked}>
            <TextField
              label="Goal"
              value={goal}
              locked={locked}
              placeholder="What should be true at its end?"
              onSave={(value) => save({ goal: value })}
            />
          </EditedField>
          <EditedField row={{ kind: 'stage', id }} field="recurs" silent={locked}>
            <Switch
              label="Comes back again and again"
              checked={recurs}
              disabled={locked}
              onChange={(event) => save({ recurs: event.currentTarget.checked })}
            />
          </EditedField>
          {recurs ? (
            <EditedField row={{ kind: 'stage', id }} field="frequency" silent={locked}>
              <TextField
                label="How often"
                value={frequency}
                locked={locked}
                placeholder="4 per year"
                onSave={(value) => save({ frequency: value })}
              />
            </EditedField>
          ) : null}
          {commands.view.readOnly ? null : (
            <div className={styles.row}>
              <span className={styles.rowName}>More for this stage</span>
              <StageMenu stage={stage} />
            </div>
          )}
        </div>
      </Section>
      <SeenBySection targetId={id} noun="stage" />
      <AskSection stageId={id} name={name} />
      <NotesSection targetId={id} />
      <PanelComments targetKind="stage" targetId={id} />
    </article>
  )
}
