// What belongs to a decision or an exit alone: what one chooses between, why one leaves.
import type { Touchpoint } from '../../../shared/model/rows.ts'
import { periodNames } from '../words.ts'
import { ChoiceField } from './fields/ChoiceField.tsx'
import { CountField } from './fields/CountField.tsx'
import type { PanelField } from './fields/FieldList.tsx'
import { WordsField } from './fields/WordsField.tsx'
import type { TouchpointFields } from './TouchpointPanel.tsx'

/** Offered where a touchpoint is of that kind, and where something was written before its kind changed. */
export function turnFields(
  touchpoint: Touchpoint,
  locked: boolean,
  save: (fields: TouchpointFields) => void,
): PanelField[] {
  const { kind, leavers, leaversPer } = touchpoint
  const count: PanelField = {
    key: 'leavers',
    isEmpty: leavers === null,
    matters: kind === 'exit',
    element: (
      <CountField
        label="How many leave"
        value={leavers}
        locked={locked}
        onSave={(value) => save({ leavers: value })}
      />
    ),
  }
  const per: PanelField = {
    key: 'leaversPer',
    isEmpty: leavers === null,
    matters: kind === 'exit',
    element: (
      <ChoiceField
        label="In each"
        value={leaversPer}
        names={periodNames}
        locked={locked}
        onSave={(value) => value && save({ leaversPer: value })}
      />
    ),
  }
  const decision = [words('options', 'Options'), words('criteria', 'Decided by')]
  const exit = [words('reasons', 'Why they leave'), count, per]
  return [
    ...decision.filter((field) => kind === 'decision' || !field.isEmpty),
    ...exit.filter((field) => kind === 'exit' || !field.isEmpty),
  ]

  function words(key: 'options' | 'criteria' | 'reasons', label: string): PanelField {
    const element = (
      <WordsField
        label={label}
        value={touchpoint[key]}
        locked={locked}
        placeholder="Type one and press Enter"
        onSave={(value) => save({ [key]: value })}
      />
    )
    return { key, isEmpty: touchpoint[key].length === 0, matters: true, element }
  }
}
