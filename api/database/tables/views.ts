// Tables of what one organisation says, seen by those it chooses.
import { jsonb } from 'drizzle-orm/pg-core'
import { lookups } from '../../../shared/edits/reader.ts'
import { list, numberOrNone, ref, refOrNone, words, wordsOrNone } from './columns.ts'
import { governedTable } from './governed.ts'

export const perspectives = governedTable(
  'perspectives',
  {
    mapId: ref('map_id'),
    targetKind: words('target_kind'),
    targetId: ref('target_id'),
    organisationId: ref('organisation_id'),
    onBehalfOf: words('on_behalf_of'),
    performance: numberOrNone('performance'),
    performanceTrend: wordsOrNone('performance_trend'),
    importanceForPerception: numberOrNone('importance_for_perception'),
    importanceForDecision: numberOrNone('importance_for_decision'),
    importanceForLoyalty: numberOrNone('importance_for_loyalty'),
    experiencedMinutes: numberOrNone('experienced_minutes'),
    emotion: wordsOrNone('emotion'),
    emotionIntensity: numberOrNone('emotion_intensity'),
    desiredEmotion: wordsOrNone('desired_emotion'),
    desiredIntensity: numberOrNone('desired_intensity'),
    behaviour: words('behaviour'),
    verbatims: list('verbatims'),
    statement: words('statement'),
    notes: words('notes'),
    sampleSize: numberOrNone('sample_size'),
    unplacedFrom: wordsOrNone('unplaced_from'),
  },
  lookups.perspective,
)

export const marks = governedTable(
  'marks',
  {
    mapId: ref('map_id'),
    targetKind: words('target_kind'),
    targetId: ref('target_id'),
    organisationId: ref('organisation_id'),
    kind: words('kind'),
    statement: words('statement'),
    feltByPartyId: refOrNone('felt_by_party_id'),
    causedByPartyId: refOrNone('caused_by_party_id'),
    unplacedFrom: wordsOrNone('unplaced_from'),
  },
  lookups.mark,
)

export const attributedNotes = governedTable(
  'attributed_notes',
  {
    mapId: ref('map_id'),
    targetKind: words('target_kind'),
    targetId: ref('target_id'),
    organisationId: ref('organisation_id'),
    attributedTo: words('attributed_to'),
    source: words('source'),
    content: jsonb('content').$type<Record<string, unknown>>().notNull(),
  },
  lookups.attributedNote,
)
