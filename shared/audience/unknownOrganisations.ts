import type { VisibleRow } from '../edits/exchange.ts'
import type { Party } from '../model/rows.ts'

/**
 * A party and an ecosystem are the same on every map, and so is who added, who holds and who keeps them. Whoever shares no map with
 * that organisation learns that there is one, not which: the row's own id stands in its place, so that no two rows can be told to be
 * of the same. On rows of a map everybody named is known: organisations that left stay among its participants.
 * @param known the organisations the reader may know
 */
export function withoutUnknownOrganisations(one: VisibleRow, known: ReadonlySet<string>): VisibleRow {
  const row = one.kind === 'party' ? withoutUnknownHolder(one.row, known) : one.row
  if (!known.has(row.addedByOrganisationId))
    return { ...one, row: { ...row, addedByOrganisationId: row.id } } as VisibleRow
  return row === one.row ? one : ({ ...one, row } as VisibleRow)
}

/** How often a field that one does not see has changed is not seen either. */
function withoutUnknownHolder(party: Party, known: ReadonlySet<string>): Party {
  const { id, heldByOrganisationId: holder, stewardOrganisationId: steward } = party
  const isHolderKnown = holder === null || known.has(holder)
  const isStewardKnown = known.has(steward)
  if (isHolderKnown && isStewardKnown) return party
  const { heldByOrganisationId, stewardOrganisationId, ...versions } = party.versions
  return {
    ...party,
    heldByOrganisationId: isHolderKnown ? holder : id,
    stewardOrganisationId: isStewardKnown ? steward : id,
    versions: {
      ...versions,
      ...(isHolderKnown && heldByOrganisationId !== undefined && { heldByOrganisationId }),
      ...(isStewardKnown && stewardOrganisationId !== undefined && { stewardOrganisationId }),
    },
  }
}
