import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { MemoryRows } from '../../../shared/edits/memoryRows.ts'
import type { Mark } from '../../../shared/model/rows.ts'
import type { Journey } from '../journey/journey.ts'
import { markNames } from '../useMapCommands.ts'
import { ChoiceField } from './fields/ChoiceField.tsx'
import type { PanelField } from './fields/FieldList.tsx'
import { TextField } from './fields/TextField.tsx'

export type MarkFields = Extract<ActionInput, { type: 'mark.change' }>['fields']
type PartyNames = Readonly<Record<string, string>>

interface MarkFieldsProps {
  mark: Mark
  parties: PartyNames
  locked: boolean
  save(fields: MarkFields): void
}

/** What it is comes first; who feels and who causes it once one asks for more. */
export function markFields({ mark, parties, locked, save }: MarkFieldsProps): PanelField[] {
  const party = (key: 'feltByPartyId' | 'causedByPartyId', label: string): PanelField => {
    const element = (
      <ChoiceField
        label={label}
        value={mark[key]}
        names={parties}
        clearable
        locked={locked}
        onSave={(value) => save({ [key]: value })}
      />
    )
    return { key, isEmpty: mark[key] === null, element }
  }
  const statement = (
    <TextField
      label={`Our ${markNames[mark.kind]}, in one sentence`}
      value={mark.statement}
      locked={locked}
      placeholder="What exactly?"
      onSave={(words) => save({ statement: words })}
    />
  )
  return [
    { key: 'statement', isEmpty: mark.statement === '', matters: true, element: statement },
    party('feltByPartyId', 'Who feels it'),
    party('causedByPartyId', 'Who causes it'),
  ]
}

/** The parties of the map, and those that are named already. */
export function partiesFor(mark: Mark, journey: Journey, rows: MemoryRows): PartyNames {
  const named = [mark.feltByPartyId, mark.causedByPartyId].flatMap((id) => {
    const party = id === null ? undefined : rows.get('party', id)
    return party ? [[party.id, party.name] as const] : []
  })
  return Object.fromEntries([...journey.lanes.map(({ party }) => [party.id, party.name] as const), ...named])
}
