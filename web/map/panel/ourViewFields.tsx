import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import { emotions } from '../../../shared/model/fields.ts'
import type { Perspective } from '../../../shared/model/rows.ts'
import { intensityNames, trendNames, viewNames } from '../../sharing/viewWords.ts'
import { ChoiceField } from './fields/ChoiceField.tsx'
import { CountField } from './fields/CountField.tsx'
import type { PanelField } from './fields/FieldList.tsx'
import { MinutesField } from './fields/MinutesField.tsx'
import { ScoreField } from './fields/ScoreField.tsx'
import { TextField } from './fields/TextField.tsx'

export type ViewFields = Extract<ActionInput, { type: 'perspective.change' }>['fields']

interface OurViewFieldsProps {
  view: Perspective | null
  targetKind: 'touchpoint' | 'link'
  onBehalfOf: Perspective['onBehalfOf']
  locked: boolean
  save(fields: ViewFields): void
}

type ScoreKey = 'performance' | 'importanceForPerception' | 'importanceForDecision' | 'importanceForLoyalty'
const emotionNames = Object.fromEntries(emotions.map((emotion) => [emotion, emotion])) as Record<
  (typeof emotions)[number],
  string
>

/** The fields of a view, those that matter for a touchpoint or a handoff first. */
export function ourViewFields({
  view,
  targetKind,
  onBehalfOf,
  locked,
  save,
}: OurViewFieldsProps): PanelField[] {
  const isHandoff = targetKind === 'link'
  return [
    score('performance', true, 'badly', 'very well'),
    ...trend(),
    ...(isHandoff ? [experienced()] : []),
    text('statement', {
      matters: true,
      placeholder: isHandoff ? 'We wait six days.' : 'What we would say aloud',
    }),
    text('notes', { matters: true, multiline: true }),
    score('importanceForPerception'),
    score('importanceForDecision'),
    score('importanceForLoyalty'),
    feeling('emotion'),
    ...intensity('emotion', 'emotionIntensity'),
    feeling('desiredEmotion'),
    ...intensity('desiredEmotion', 'desiredIntensity'),
    ...(isHandoff ? [] : [experienced()]),
    text('behaviour', { multiline: true }),
    verbatims(),
    ...(onBehalfOf === 'customer' ? [sample()] : []),
  ]

  function score(key: ScoreKey, matters = false, low?: string, high?: string): PanelField {
    const value = view?.[key] ?? null
    const label = viewNames[key]
    const ends = low && high ? { low, high } : {}
    const element = (
      <ScoreField
        label={label}
        value={value}
        locked={locked}
        onSave={(next) => save({ [key]: next })}
        {...ends}
      />
    )
    return { key, isEmpty: value === null, matters, element }
  }

  /** Asked once there is a score. */
  function trend(): PanelField[] {
    const value = view?.performanceTrend ?? null
    if (view?.performance == null && value === null) return []
    const element = (
      <ChoiceField
        label={viewNames.performanceTrend}
        value={value}
        names={trendNames}
        clearable
        locked={locked}
        placeholder="Better or worse than before?"
        onSave={(performanceTrend) => save({ performanceTrend })}
      />
    )
    return [{ key: 'performanceTrend', isEmpty: value === null, matters: true, element }]
  }

  function text(
    key: 'statement' | 'notes' | 'behaviour',
    more: { matters?: boolean; multiline?: boolean; placeholder?: string } = {},
  ): PanelField {
    const { matters = false, ...props } = more
    const value = view?.[key] ?? ''
    const element = (
      <TextField
        label={viewNames[key]}
        value={value}
        locked={locked}
        onSave={(next) => save({ [key]: next })}
        {...props}
      />
    )
    return { key, isEmpty: value === '', matters, element }
  }

  function feeling(key: 'emotion' | 'desiredEmotion'): PanelField {
    const value = view?.[key] ?? null
    const element = (
      <ChoiceField
        label={viewNames[key]}
        value={value}
        names={emotionNames}
        clearable
        locked={locked}
        onSave={(next) => save({ [key]: next })}
      />
    )
    return { key, isEmpty: value === null, element }
  }

  /** Asked once a feeling is named. */
  function intensity(
    of: 'emotion' | 'desiredEmotion',
    key: 'emotionIntensity' | 'desiredIntensity',
  ): PanelField[] {
    const value = view?.[key] ?? null
    if (!view?.[of] && value === null) return []
    const element = (
      <ChoiceField
        label={`${viewNames[of]}: how strongly`}
        value={value === null ? null : String(value)}
        names={intensityNames}
        clearable
        locked={locked}
        onSave={(next) => save({ [key]: next === null ? null : Number(next) })}
      />
    )
    return [{ key, isEmpty: value === null, matters: true, element }]
  }

  function experienced(): PanelField {
    const value = view?.experiencedMinutes ?? null
    const element = (
      <MinutesField
        label={viewNames.experiencedMinutes}
        value={value}
        locked={locked}
        onSave={(experiencedMinutes) => save({ experiencedMinutes })}
      />
    )
    return { key: 'experienced', isEmpty: value === null, matters: isHandoff, element }
  }

  function verbatims(): PanelField {
    const value = (view?.verbatims ?? []).join('\n')
    const element = (
      <TextField
        label={`${viewNames.verbatims}, one a line`}
        multiline
        value={value}
        locked={locked}
        onSave={(typed) => save({ verbatims: typed.split('\n').filter((line) => line.trim() !== '') })}
      />
    )
    return { key: 'verbatims', isEmpty: value === '', element }
  }

  function sample(): PanelField {
    const value = view?.sampleSize ?? null
    const element = (
      <CountField
        label={viewNames.sampleSize}
        value={value}
        least={1}
        locked={locked}
        onSave={(sampleSize) => save({ sampleSize })}
      />
    )
    return { key: 'sample', isEmpty: value === null, matters: true, element }
  }
}
