// Who last changed a field, so that whoever wrote there before learns whose text stands in place of theirs.
import { and, desc, eq } from 'drizzle-orm'
import type { Viewer } from '../../shared/audience/audience.ts'
import { changedFields } from '../../shared/edits/draft.ts'
import type { FieldAuthor } from '../../shared/edits/exchange.ts'
import type { AnyRow, RowKind } from '../../shared/model/rows.ts'
import { type Door, type Transaction, withinAsSystem } from '../database/door.ts'
import { organisations, people } from '../database/tables/accounts.ts'
import { history } from '../database/tables/edits.ts'
import { isForViewer } from '../database/tables/governed.ts'
import { AppError } from '../errors.ts'
import { isKnown } from './standing.ts'
import { readById } from './storedRows.ts'

interface FieldOfRow {
  ecosystemId: string
  kind: RowKind
  rowId: string
  field: string
}

/** How far back one looks: a field that rested longer is nobody's news. */
const mostRecords = 50

/**
 * Only of a row that the viewer sees now, and from the part of its past that was for them.
 * @returns null when that part does not say
 * @throws AppError `notThere`
 */
export function readLastAuthor(door: Door, viewer: Viewer, asked: FieldOfRow): Promise<FieldAuthor | null> {
  const { ecosystemId, kind, rowId, field } = asked
  return door.asViewer(viewer, async (tx) => {
    const [row] = await readById(tx, ecosystemId, kind, [rowId])
    // Of a row that is gone, who removed it is told to those who still saw it then, and nothing else of it.
    if (!row || (row.deleted && field !== 'deleted')) throw new AppError('notThere')
    // With whom else a row is shared, and since when, is told to nobody but the organisation whose own it is.
    const isOwn = 'organisationId' in row && row.organisationId === viewer.organisationId
    if (field === 'audience' && !isOwn) return null
    const past = await tx
      .select()
      .from(history)
      .where(
        and(
          eq(history.ecosystemId, ecosystemId),
          eq(history.kind, kind),
          eq(history.rowId, rowId),
          isForViewer(history),
        ),
      )
      .orderBy(desc(history.seq), desc(history.position))
      .limit(mostRecords)
    const version = row.versions[field] ?? 0
    const last = past.find(({ before, after }) => {
      const state = after as AnyRow
      return (
        changedFields(before as AnyRow | null, state).includes(field) && state.versions[field] === version
      )
    })
    return last ? nameOf(tx, last) : null
  })
}

async function nameOf(tx: Transaction, { personId, organisationId }: Viewer): Promise<FieldAuthor | null> {
  // As the viewer: only organisations they share a map with.
  const [organisation] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(and(eq(organisations.id, organisationId), isKnown))
  if (!organisation) return null
  const [person] = await withinAsSystem(tx, () =>
    tx.select({ name: people.name }).from(people).where(eq(people.id, personId)),
  )
  return person ? { personId, name: person.name, organisation: organisation.name } : null
}
