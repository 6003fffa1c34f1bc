// Which column of the table says what somebody changes of a touchpoint.
import type { RowKind } from '../../../shared/model/rows.ts'
import type { OthersChange } from '../../sync/othersChanges.ts'

type CardColumn =
  | 'name'
  | 'lane'
  | 'stage'
  | 'kind'
  | 'happens'
  | 'documents'
  | 'turn'
  | 'channel'
  | 'layer'
  | 'seen'
  | 'owners'
  | 'marks'
  | 'scores'
  | 'defined'

/** Fields of the touchpoint itself. */
const fieldsIn: Partial<Record<CardColumn, readonly string[]>> = {
  name: ['name', 'state'],
  lane: ['laneId'],
  stage: ['stageId'],
  kind: ['kind'],
  happens: ['description'],
  documents: ['documents'],
  turn: ['options', 'criteria', 'reasons', 'leavers', 'leaversPer'],
  channel: ['channel'],
  layer: ['layer'],
  seen: ['customerSees'],
  defined: ['experienceStandard'],
}

/** Rows that are attached to it. */
const kindsIn: Partial<Record<CardColumn, readonly RowKind[]>> = {
  lane: ['side'],
  owners: ['ownership', 'responsibility'],
  marks: ['mark'],
  scores: ['perspective'],
}

export function isShownIn(column: CardColumn): (change: OthersChange) => boolean {
  return ({ kind, fields }) =>
    kind === 'touchpoint'
      ? fields.some((field) => fieldsIn[column]?.includes(field))
      : (kindsIn[column]?.includes(kind) ?? false)
}
