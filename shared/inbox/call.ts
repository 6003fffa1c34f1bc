import type { RowKind } from '../model/rows.ts'
import type { NewsKind } from './news.ts'

/** One reason for an organisation, or for one person of it, to look at a row. */
export interface Call {
  kind: NewsKind
  rowKind: RowKind
  rowId: string
  organisationId: string
  /** Null calls the organisation: its admins and editors. */
  personId: string | null
  /** Calls its admins alone: nobody else of it could answer. */
  adminsOnly?: true
}
