// Sessions and what was written in them come back as a record: over, with everybody's name, for the importer to read.
import type { ActionInput } from '../edits/actions/actions.ts'
import type { NewId } from './documentActions.ts'
import type { MapDocument } from './mapDocument.ts'
import { signerOf } from './signers.ts'

/** The sessions of a file with their stickies, in their groups and order, and which of them became cards. */
export function recordsOfSessions(file: MapDocument, organisationId: string, newId: NewId): ActionInput[] {
  const sign = signerOf(file, organisationId)
  const cards = new Set(file.touchpoint.map(({ id }) => id))
  const sessions = file.session.map(
    (row): ActionInput => ({
      ...{ type: 'session.record', id: newId(row.id), mapId: newId(row.mapId) },
      ...{ name: row.name, question: row.question, startedAt: row.startedAt, authorName: sign(row) },
    }),
  )
  const stickies = file.sticky.map(
    (row): ActionInput => ({
      ...{ type: 'sticky.record', id: newId(row.id), sessionId: newId(row.sessionId) },
      ...{ text: row.text, group: row.group, rank: row.rank, authorName: sign(row) },
      touchpointId: row.touchpointId && cards.has(row.touchpointId) ? newId(row.touchpointId) : null,
    }),
  )
  return [...sessions, ...stickies]
}
