// An offer to organise calls those who answer it, and its answer whoever made it. Both sides see the offer, nobody else does.
import type { RowChange } from '../edits/reader.ts'
import type { Call } from './call.ts'

/** An offer that is taken back calls nobody: what asked for an answer goes with it. */
export function callsOfHandover(change: RowChange): Call[] {
  if (change.kind !== 'handover' || change.after.deleted) return []
  const { id, before, after } = change
  const row = { rowKind: 'handover', rowId: id } as const
  if (after.state === 'offered') {
    if (before?.state === 'offered' && !before.deleted) return []
    const organisationId = after.toOrganisationId
    return [{ ...row, kind: 'handoverOffered', organisationId, personId: null, adminsOnly: true }]
  }
  const isAnswer = after.state === 'accepted' || after.state === 'declined'
  if (!isAnswer || before?.state === after.state) return []
  const { organisationId, personId } = after
  return [{ ...row, kind: 'handoverDecided', organisationId, personId }]
}
