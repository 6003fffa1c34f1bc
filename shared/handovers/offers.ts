// What is offered and not answered yet; both sides see it, nobody else does.
import type { RowReader } from '../edits/reader.ts'
import type { Handover } from '../model/rows.ts'

/** The open offers that this organisation has been made. */
export function offersTo(organisationId: string, rows: RowReader): Handover[] {
  return rows.list('handover', 'toOrganisationId', organisationId).filter(isOpen)
}

/** The open offers that this organisation has made. */
export function offersOf(organisationId: string, rows: RowReader): Handover[] {
  return rows.list('handover', 'organisationId', organisationId).filter(isOpen)
}

const isOpen = ({ deleted, state }: Handover) => !deleted && state === 'offered'
