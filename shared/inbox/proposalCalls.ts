// Calls for an answer, for an answer given, and for an agreement that does not stand any more.
import type { Viewer } from '../audience/audience.ts'
import type { RowChange, RowReader } from '../edits/reader.ts'
import type { RowKind } from '../model/rows.ts'
import { keepersAsked, keepersOfTouchpoint } from '../rules/keepersAsked.ts'
import type { Call } from './call.ts'

type Proposal = Extract<RowChange, { kind: 'touchpoint' | 'link' | 'ownership' | 'side' | 'move' }>

/** Whoever is asked for a yes is called, and later whoever asked for it. */
export function callsOfProposals(change: RowChange, author: Viewer, rows: RowReader): Call[] {
  if (!isProposal(change) || change.after.deleted) return []
  const { kind, id, before, after } = change
  const call = (reason: 'proposed' | 'decided') => (organisationId: string) =>
    ({ kind: reason, rowKind: kind, rowId: id, organisationId, personId: null }) as const
  const isOther = (organisationId: string) => organisationId !== author.organisationId
  if (after.state === 'proposed') {
    if (before?.state === 'proposed' && !before.deleted) return []
    return keepersAsked(change, rows).filter(isOther).map(call('proposed'))
  }
  if (before?.state !== 'proposed') return []
  return [after.addedByOrganisationId].filter(isOther).map(call('decided'))
}

/** A signature that fell, a dispute, or a handoff that is gone calls the organisations whose agreement it was. */
export function callsOfAgreements(change: RowChange, author: Viewer, rows: RowReader): Call[] {
  if (change.kind === 'link') return callsOfGoneHandoff(change, author, rows)
  if (change.kind !== 'confirmation' || change.after.deleted) return []
  const { before, after } = change
  const call = (organisationId: string): Call => ({
    ...{ kind: 'agreementChanged', rowKind: 'link', rowId: after.linkId },
    ...{ organisationId, personId: null },
  })
  const isOther = (organisationId: string) => organisationId !== author.organisationId
  if (after.state === 'voided' && before?.state === 'confirmed')
    return [after.organisationId].filter(isOther).map(call)
  if (after.state !== 'disputed' || before?.state === 'disputed') return []
  const link = rows.get('link', after.linkId)
  const ends = link ? [link.fromTouchpointId, link.toTouchpointId] : []
  const signed = rows.list('confirmation', 'linkId', after.linkId).map((row) => row.organisationId)
  const keepers = ends.flatMap((touchpointId) => keepersOfTouchpoint(touchpointId, rows))
  return [...new Set([...signed, ...keepers])].filter(isOther).map(call)
}

/** The line is about their own card, as the handoff is there no more. */
function callsOfGoneHandoff(
  { after, before }: RowChange & { kind: 'link' },
  author: Viewer,
  rows: RowReader,
): Call[] {
  if (!after.deleted || before === null || before.deleted) return []
  const signed = rows
    .list('confirmation', 'linkId', after.id)
    .filter(({ state, organisationId }) => state !== 'withdrawn' && organisationId !== author.organisationId)
    .map(({ organisationId }) => organisationId)
  const ends = [after.fromTouchpointId, after.toTouchpointId]
  return [...new Set(signed)].map((organisationId) => {
    const own = ends.find((end) => keepersOfTouchpoint(end, rows).includes(organisationId))
    const about = { rowKind: 'touchpoint', rowId: own ?? after.fromTouchpointId } as const
    return { kind: 'agreementChanged', ...about, organisationId, personId: null }
  })
}

const proposable: ReadonlySet<RowKind> = new Set(['touchpoint', 'link', 'ownership', 'side', 'move'])

function isProposal(change: RowChange): change is Proposal {
  return proposable.has(change.kind)
}
