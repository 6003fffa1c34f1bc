// What a choice is called where one makes it: codes are never shown.
import { emotions } from '../../shared/model/fields.ts'
import type { RowKind } from '../../shared/model/rows.ts'
import {
  accountabilityNames,
  channelNames,
  frameworkNames,
  kindNames,
  layerNames,
  linkKindNames,
  mapStateNames,
  modeNames,
  natureNames,
  partyKindNames,
  periodNames,
} from '../map/words.ts'
import { intensityNames, trendNames } from '../sharing/viewWords.ts'

type Names = Readonly<Record<string, string>>

const emotionNames: Names = Object.fromEntries(emotions.map((emotion) => [emotion, emotion]))

const choices: Partial<Record<RowKind, Readonly<Record<string, Names>>>> = {
  touchpoint: {
    ...{ kind: kindNames, channel: channelNames, mode: modeNames },
    ...{ layer: layerNames, leaversPer: periodNames },
  },
  link: { kind: linkKindNames, channel: channelNames },
  map: { framework: frameworkNames, state: mapStateNames },
  lane: { nature: natureNames },
  party: { kind: partyKindNames },
  ownership: { accountability: accountabilityNames },
  perspective: {
    performanceTrend: trendNames,
    emotion: emotionNames,
    desiredEmotion: emotionNames,
    emotionIntensity: intensityNames,
    desiredIntensity: intensityNames,
  },
}

/** Undefined for what is no choice out of a list. */
export function choiceWords(kind: RowKind, field: string, value: unknown): string | undefined {
  return choices[kind]?.[field]?.[String(value)]
}
