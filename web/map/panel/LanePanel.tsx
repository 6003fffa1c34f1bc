import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import { PanelComments } from '../../comments/PanelComments.tsx'
import { TalkDialog } from '../../comments/TalkDialog.tsx'
import { AskSection } from '../../contributionRequests/AskSection.tsx'
import { EditedField } from '../../live/EditedField.tsx'
import { roleNames, roleOf, valueOfRole } from '../../partners/roleInChain.ts'
import { SeenBySection } from '../../sharing/SeenBySection.tsx'
import { LaneMenu } from '../canvas/LaneMenu.tsx'
import type { JourneyLane } from '../journey/journey.ts'
import { useCommands } from '../MapContext.tsx'
import { natureNames } from '../words.ts'
import { AddStages } from './AddStages.tsx'
import { ConsumerStages } from './ConsumerStages.tsx'
import { ChoiceField } from './fields/ChoiceField.tsx'
import { TextField } from './fields/TextField.tsx'
import { InviteHolder } from './InviteHolder.tsx'
import { NotesSection } from './NotesSection.tsx'
import styles from './Panel.module.css'
import { Section } from './Section.tsx'
import { usePanelNames } from './usePanelNames.ts'

/** A lane and the party that lives it. */
export function LanePanel({ lane }: { lane: JourneyLane }) {
  const commands = useCommands()
  const { wholeMap, nameOf } = usePanelNames()
  const { party } = lane
  const change = (actions: ActionInput[]) => commands.change(actions, `Change ${lane.name}`)
  const whyNotParty = commands.whyNot([{ type: 'party.change', id: party.id, fields: { name: party.name } }])
  const whyNotLane = commands.whyNot([
    { type: 'lane.change', id: lane.id, fields: { nature: lane.lane.nature } },
  ])
  const holder = party.heldByOrganisationId
  const partyRow = { kind: 'party', id: party.id } as const
  const laneRow = { kind: 'lane', id: lane.id } as const
  return (
    <article aria-label={`Lane ${lane.name}`}>
      <p className={styles.over}>Lane</p>
      <h2 className={styles.title}>{lane.name}</h2>
      <Section title="Who lives it" eyes={wholeMap} reason={whyNotParty}>
        <div className={styles.fields}>
          <EditedField row={partyRow} field="name" silent={whyNotParty !== null}>
            <TextField
              label="Name"
              value={party.name}
              required
              locked={whyNotParty !== null}
              onSave={(name) => change([{ type: 'party.change', id: party.id, fields: { name } }])}
            />
          </EditedField>
          <EditedField row={partyRow} field="kind" silent={whyNotParty !== null}>
            <ChoiceField
              label="Role in chain"
              value={valueOfRole(party)}
              names={roleNames(party)}
              locked={whyNotParty !== null}
              onSave={(value) => {
                const role = value && roleOf(value)
                if (role) change([{ type: 'party.change', id: party.id, fields: role }])
              }}
            />
          </EditedField>
        </div>
        <p className={styles.quiet}>
          {holder
            ? `Held by ${nameOf(holder)}.`
            : `Kept by ${lane.keptBy ?? 'the organiser'}: described by others, not yet confirmed.`}
        </p>
        <InviteHolder party={party} />
        {commands.view.partnerId ? null : (
          <TalkDialog
            ecosystem={commands.view.ecosystem}
            what={party.name}
            mapIds={[lane.lane.mapId]}
            kind="party"
            row={party}
          />
        )}
      </Section>
      <Section title="Lane" eyes={wholeMap} reason={whyNotLane}>
        <div className={styles.fields}>
          {lane.lane.parentLaneId ? (
            <EditedField row={laneRow} field="name" silent={whyNotLane !== null}>
              <TextField
                label="Department"
                value={lane.lane.name}
                required
                locked={whyNotLane !== null}
                onSave={(name) => change([{ type: 'lane.change', id: lane.id, fields: { name } }])}
              />
            </EditedField>
          ) : null}
          <EditedField row={laneRow} field="nature" silent={whyNotLane !== null}>
            <ChoiceField
              label="Nature"
              value={lane.lane.nature}
              names={natureNames}
              locked={whyNotLane !== null}
              onSave={(nature) =>
                nature && change([{ type: 'lane.change', id: lane.id, fields: { nature } }])
              }
            />
          </EditedField>
          <ConsumerStages lane={lane} />
          <p className={styles.quiet}>
            {lane.lane.ownStages ? 'Has its own stages.' : 'Follows the shared stages.'}
          </p>
          {commands.view.readOnly ? null : (
            <div className={styles.row}>
              <span className={styles.rowName}>More for this lane</span>
              <LaneMenu lane={lane} />
            </div>
          )}
        </div>
      </Section>
      {lane.lane.ownStages && lane.lane.parentLaneId === null ? <AddStages lane={lane} /> : null}
      <SeenBySection targetId={lane.id} noun="lane" />
      <AskSection laneId={lane.id} name={`the lane of ${lane.name}`} />
      <NotesSection targetId={lane.id} />
      <PanelComments targetKind="lane" targetId={lane.id} />
    </article>
  )
}
