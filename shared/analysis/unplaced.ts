// What an organisation said of cards and handoffs that are gone: its own still, without a place.
import type { AttributedNote, Mark, Perspective } from '../model/rows.ts'
import { living, type SeenRows } from './seenRows.ts'

export interface Unplaced {
  views: Perspective[]
  marks: Mark[]
  notes: AttributedNote[]
}

/** Of one map. A note keeps no name of what is gone; it is found by its target not being there. */
export function unplacedOf(mapId: string, organisationId: string, rows: SeenRows): Unplaced {
  const isOurs = (row: { mapId: string; organisationId: string }) =>
    row.mapId === mapId && row.organisationId === organisationId
  const isGone = (row: Perspective | Mark) => isOurs(row) && row.unplacedFrom !== null
  return {
    views: rows.all('perspective').filter(isGone),
    marks: rows.all('mark').filter(isGone),
    notes: rows
      .all('attributedNote')
      .filter((note) => isOurs(note) && !living(note.targetKind, note.targetId, rows)),
  }
}
