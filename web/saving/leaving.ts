// Before one signs out or acts for another organisation: what would be left unsent.
import { forgetKept, readKept } from '../sync/kept/entries.ts'
import { pageStores } from '../sync/pageStores.ts'
import { forgetDrafts } from '../typing/drafts.ts'

export interface LeftBehind {
  unsent: number
  /** Refused by the server, with typed text that is kept until its author has taken note. */
  refused: number
}

/** What is unsent of a person on this device, on this page and others. */
export function leftBehindOf(personId: string): LeftBehind {
  const kept = readKept(localStorage, { personId }).map(({ kept }) => kept)
  const refused = kept.filter(({ refusal }) => refusal !== undefined).length
  return { unsent: kept.length - refused + pageStores.unsent().unkept, refused }
}

export function unsentFor(organisationId: string): number {
  return pageStores.unsent().byOrganisation.get(organisationId) ?? 0
}

/** Leaves nothing on this device of what the person had written: not in memory, not in storage. */
export function forgetUnsent(personId: string): void {
  pageStores.closeAll()
  forgetKept(localStorage, personId)
  forgetDrafts(personId)
}
