import type { RowReader } from '../edits/reader.ts'
import type { RowKind, RowOf } from '../model/rows.ts'
import type { Author } from './author.ts'
import type { Right } from './rights.ts'

/** A change seen by a rule: fields in which the row differs, and whether it appears, stays or goes. */
export interface Asked<K extends RowKind> {
  before: RowOf<K> | null
  after: RowOf<K>
  verb: 'add' | 'change' | 'remove'
  fields: ReadonlySet<string>
}

/** @returns the right the author lacks, or null */
export type Rule<K extends RowKind> = (asked: Asked<K>, author: Author, rows: RowReader) => Right | null

/** One rule for each of these kinds of rows. */
export type RulesFor<Kinds extends RowKind> = { [K in Kinds]: Rule<K> }
