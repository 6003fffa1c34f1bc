import { Switch } from '@mantine/core'
import type { Touchpoint } from '../../../shared/model/rows.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import { channelNames, kindNames, layerNames, modeNames } from '../words.ts'
import { ChoiceField } from './fields/ChoiceField.tsx'
import { DocumentsField } from './fields/DocumentsField.tsx'
import { FieldList, type PanelField } from './fields/FieldList.tsx'
import { MinutesField } from './fields/MinutesField.tsx'
import { StepsField } from './fields/StepsField.tsx'
import { TextField } from './fields/TextField.tsx'
import { WordsField } from './fields/WordsField.tsx'
import { Section } from './Section.tsx'
import type { TouchpointFields } from './TouchpointPanel.tsx'
import { turnFields } from './turnFields.tsx'
import { usePanelNames } from './usePanelNames.ts'

/** What everyone on the map knows of a touchpoint. */
export function WhatHappens({ touchpoint, isWhole }: { touchpoint: Touchpoint; isWhole: boolean }) {
  const { journey } = useMapView()
  const commands = useCommands()
  const { wholeMap } = usePanelNames()
  const { id, description } = touchpoint
  const reason = commands.whyNot([{ type: 'touchpoint.change', id, fields: { description } }])
  const locked = reason !== null
  const save = (fields: TouchpointFields) =>
    commands.change([{ type: 'touchpoint.change', id, fields }], `Change ${touchpoint.name}`)
  const parties = Object.fromEntries(journey.lanes.map(({ party }) => [party.id, party.name]))
  return (
    <Section title="What happens" eyes={wholeMap} reason={reason}>
      <FieldList
        row={{ kind: 'touchpoint', id }}
        fields={isWhole ? fields() : fields().filter(({ key }) => few.has(key))}
        locked={locked}
      />
    </Section>
  )

  function text(
    key: 'name' | 'purpose' | 'frequency' | 'experienceStandard',
    label: string,
    more: { matters?: boolean; multiline?: boolean; placeholder?: string; required?: boolean } = {},
  ): PanelField {
    const { matters = false, ...props } = more
    const element = (
      <TextField
        label={label}
        value={touchpoint[key]}
        locked={locked}
        onSave={(value) => save({ [key]: value })}
        {...props}
      />
    )
    return { key, isEmpty: touchpoint[key] === '', matters, element }
  }

  function words(key: 'segments' | 'customerRoles', label: string): PanelField {
    const element = (
      <WordsField
        label={label}
        value={touchpoint[key]}
        locked={locked}
        onSave={(value) => save({ [key]: value })}
      />
    )
    return { key, isEmpty: touchpoint[key].length === 0, element }
  }

  function fields(): PanelField[] {
    const { kind, channel, mode, initiatorPartyId, promisedMinutes, customerSees, documents, layer } =
      touchpoint
    return [
      ...(locked ? [] : [text('name', 'Name', { matters: true, required: true })]),
      {
        key: 'description',
        isEmpty: description === '',
        matters: true,
        element: (
          <StepsField
            label="What happens"
            value={description}
            locked={locked}
            onSave={(value) => save({ description: value })}
          />
        ),
      },
      {
        key: 'kind',
        isEmpty: false,
        element: (
          <ChoiceField
            label="Kind"
            value={kind}
            names={kindNames}
            locked={locked}
            onSave={(value) => value && save({ kind: value })}
          />
        ),
      },
      ...turnFields(touchpoint, locked, save),
      {
        key: 'channel',
        isEmpty: channel === null,
        matters: true,
        element: (
          <ChoiceField
            label="Channel"
            value={channel}
            names={channelNames}
            locked={locked}
            clearable
            placeholder="How it happens"
            onSave={(value) => save({ channel: value })}
          />
        ),
      },
      {
        key: 'documents',
        isEmpty: documents.length === 0,
        element: (
          <DocumentsField value={documents} locked={locked} onSave={(value) => save({ documents: value })} />
        ),
      },
      text('purpose', 'What it is for', { multiline: true }),
      {
        key: 'promised',
        isEmpty: promisedMinutes === null,
        element: (
          <MinutesField
            label="Time promised"
            value={promisedMinutes}
            locked={locked}
            onSave={(value) => save({ promisedMinutes: value })}
          />
        ),
      },
      text('frequency', 'How often', { placeholder: '12 per year' }),
      {
        key: 'initiator',
        isEmpty: initiatorPartyId === null,
        element: (
          <ChoiceField
            label="Who begins it"
            value={initiatorPartyId}
            names={parties}
            locked={locked}
            clearable
            onSave={(value) => save({ initiatorPartyId: value })}
          />
        ),
      },
      {
        key: 'mode',
        isEmpty: mode === null,
        element: (
          <ChoiceField
            label="Digital or physical"
            value={mode}
            names={modeNames}
            locked={locked}
            clearable
            onSave={(value) => save({ mode: value })}
          />
        ),
      },
      {
        key: 'layer',
        isEmpty: layer === null,
        element: (
          <ChoiceField
            label="Layer of the relationship"
            value={layer}
            names={layerNames}
            locked={locked}
            clearable
            onSave={(value) => save({ layer: value })}
          />
        ),
      },
      words('segments', 'Segments it holds for'),
      words('customerRoles', 'Roles at the customer'),
      text('experienceStandard', 'How it should feel', { multiline: true }),
      {
        key: 'sees',
        isEmpty: customerSees,
        element: (
          <Switch
            label="The end customer sees it"
            checked={customerSees}
            disabled={locked}
            onChange={(event) => save({ customerSees: event.currentTarget.checked })}
          />
        ),
      },
    ]
  }
}

/** Of a touchpoint on a strategic map, before one asks for more. */
const few: ReadonlySet<string> = new Set(['name', 'description', 'kind', 'documents', 'purpose'])
