import type { VisibleRow } from '../edits/exchange.ts'

/**
 * A party is the same on every map, and so is who holds and who keeps it. Whoever shares no map with that organisation learns
 * that there is one, not which: the party's own id stands in its place, so that no two parties can be told to be of the same.
 * @param known the organisations the reader may know
 */
export function withoutUnknownHolder(one: VisibleRow, known: ReadonlySet<string>): VisibleRow {
  if (one.kind !== 'party') return one
  const { row } = one
  const { id, heldByOrganisationId: holder, stewardOrganisationId: steward } = row
  if ((holder === null || known.has(holder)) && known.has(steward)) return one
  const shown = (organisationId: string) => (known.has(organisationId) ? organisationId : id)
  return {
    ...one,
    row: { ...row, heldByOrganisationId: holder && shown(holder), stewardOrganisationId: shown(steward) },
  }
}
