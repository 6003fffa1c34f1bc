import type { VisibleRow } from '../edits/exchange.ts'
import { type AudienceKey, organisationKey } from './audience.ts'

/**
 * An audience names organisations and maps the reader may know nothing of. Readers get the part of it that they are in;
 * all of it only on rows whose sharing is their own organisation's to decide.
 */
export function withOwnAudience(one: VisibleRow, keys: ReadonlySet<AudienceKey>): VisibleRow {
  const { row } = one
  if ('organisationId' in row && keys.has(organisationKey(row.organisationId))) return one
  const { audience: _, ...versions } = row.versions
  const audience = row.audience.filter((key) => keys.has(key))
  return { ...one, row: { ...row, audience, versions } } as VisibleRow
}
