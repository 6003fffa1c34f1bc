import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { Link } from '../../../shared/model/rows.ts'
import { useCommands } from '../MapContext.tsx'
import { channelNames } from '../words.ts'
import { ChoiceField } from './fields/ChoiceField.tsx'
import { FieldList } from './fields/FieldList.tsx'
import { MinutesField } from './fields/MinutesField.tsx'
import { TextField } from './fields/TextField.tsx'
import { Section } from './Section.tsx'
import { usePanelNames } from './usePanelNames.ts'

type LinkFields = Extract<ActionInput, { type: 'link.change' }>['fields']

/** The terms both sides sign; changing one reopens both half-discs. */
export function TermsSection({ link }: { link: Link }) {
  const commands = useCommands()
  const { wholeMap } = usePanelNames()
  const { id, passes, channel, trigger, expectedMinutes, acceptance } = link
  const reason = commands.whyNot([{ type: 'link.change', id, fields: { passes } }])
  const locked = reason !== null
  const save = (fields: LinkFields) =>
    commands.change([{ type: 'link.change', id, fields }], `Change the terms of ${passes || 'a handoff'}`)
  return (
    <Section title="Terms" eyes={wholeMap} reason={reason}>
      <FieldList
        row={{ kind: 'link', id }}
        locked={locked}
        fields={[
          {
            key: 'passes',
            isEmpty: passes === '',
            matters: true,
            element: (
              <TextField
                label="What passes"
                value={passes}
                locked={locked}
                placeholder="Order, file, decision …"
                onSave={(value) => save({ passes: value })}
              />
            ),
          },
          {
            key: 'expected',
            isEmpty: expectedMinutes === null,
            matters: true,
            element: (
              <MinutesField
                label="Expected within"
                value={expectedMinutes}
                locked={locked}
                onSave={(value) => save({ expectedMinutes: value })}
              />
            ),
          },
          {
            key: 'channel',
            isEmpty: channel === null,
            matters: true,
            element: (
              <ChoiceField
                label="By which channel"
                value={channel}
                names={channelNames}
                clearable
                locked={locked}
                onSave={(value) => save({ channel: value })}
              />
            ),
          },
          {
            key: 'trigger',
            isEmpty: trigger === '',
            element: (
              <TextField
                label="What sets it off"
                value={trigger}
                locked={locked}
                onSave={(value) => save({ trigger: value })}
              />
            ),
          },
          {
            key: 'acceptance',
            isEmpty: acceptance === '',
            element: (
              <TextField
                label="Accepted when"
                multiline
                value={acceptance}
                locked={locked}
                onSave={(value) => save({ acceptance: value })}
              />
            ),
          },
        ]}
      />
    </Section>
  )
}
