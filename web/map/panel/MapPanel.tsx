import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import { PanelComments } from '../../comments/PanelComments.tsx'
import { EditedField } from '../../live/EditedField.tsx'
import { EarlierSessions } from '../../sessions/EarlierSessions.tsx'
import { SeenBySection } from '../../sharing/SeenBySection.tsx'
import { useCommands, useMapView } from '../MapContext.tsx'
import { frameworkNames, frameworkWords, mapStateNames } from '../words.ts'
import { AddLane } from './AddLane.tsx'
import { AddStages } from './AddStages.tsx'
import { DeleteMap } from './DeleteMap.tsx'
import { ChoiceField } from './fields/ChoiceField.tsx'
import { TextField } from './fields/TextField.tsx'
import { NotesSection } from './NotesSection.tsx'
import styles from './Panel.module.css'
import { Section } from './Section.tsx'
import { UnplacedSection } from './UnplacedSection.tsx'
import { usePanelNames } from './usePanelNames.ts'

/** The charter of the map. */
export function MapPanel() {
  const { journey } = useMapView()
  const commands = useCommands()
  const { wholeMap } = usePanelNames()
  const { map } = journey
  const row = { kind: 'map', id: map.id } as const
  const reason = commands.whyNot([{ type: 'map.change', id: map.id, fields: { name: map.name } }])
  const locked = reason !== null
  const save = (fields: Extract<ActionInput, { type: 'map.change' }>['fields']) =>
    commands.change([{ type: 'map.change', id: map.id, fields }], 'Change the charter')
  return (
    <article aria-label="Charter">
      <p className={styles.over}>Charter of the map</p>
      <h2 className={styles.title}>{map.name}</h2>
      <Section title="Charter" eyes={wholeMap} reason={reason}>
        <div className={styles.fields}>
          <EditedField row={row} field="name" silent={locked}>
            <TextField
              label="Name"
              value={map.name}
              required
              locked={locked}
              onSave={(name) => save({ name })}
            />
          </EditedField>
          <div className={styles.pair}>
            <EditedField row={row} field="framework" silent={locked}>
              <ChoiceField
                label="Type"
                value={map.framework}
                names={frameworkNames}
                meanings={frameworkWords}
                locked={locked}
                onSave={(framework) => framework && save({ framework })}
              />
            </EditedField>
            <EditedField row={row} field="state" silent={locked}>
              <ChoiceField
                label="State"
                value={map.state}
                names={mapStateNames}
                locked={locked}
                onSave={(state) => state && save({ state })}
              />
            </EditedField>
          </div>
          <EditedField row={row} field="objective" silent={locked}>
            <TextField
              label="Objective"
              multiline
              value={map.objective}
              locked={locked}
              onSave={(objective) => save({ objective })}
            />
          </EditedField>
          <EditedField row={row} field="success" silent={locked}>
            <TextField
              label="What success looks like"
              multiline
              value={map.success}
              locked={locked}
              onSave={(success) => save({ success })}
            />
          </EditedField>
          <EditedField row={row} field="scope" silent={locked}>
            <TextField label="Scope" value={map.scope} locked={locked} onSave={(scope) => save({ scope })} />
          </EditedField>
        </div>
      </Section>
      <SeenBySection targetId={map.id} noun="map" />
      <AddLane />
      <AddStages />
      <UnplacedSection />
      <EarlierSessions mapId={map.id} />
      <NotesSection targetId={map.id} />
      <PanelComments targetKind="map" targetId={map.id} />
      <DeleteMap />
    </article>
  )
}
