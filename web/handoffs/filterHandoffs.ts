import { placeOf } from '../../shared/analysis/handoffMatrix.ts'
import type { HandoffEntry } from '../../shared/analysis/handoffs.ts'

/** As the page's address holds it; absent means any. */
export interface HandoffFilter {
  waiting?: 'us' | 'them' | undefined
  state?: 'open' | 'confirmed' | 'disputed' | 'changed' | 'promise' | undefined
  map?: string | undefined
  /** A party on either side. */
  party?: string | undefined
  /** A place of the matrix: an organisation, or a party that nobody holds. */
  from?: string | undefined
  to?: string | undefined
  find?: string | undefined
}

export function filterHandoffs(entries: readonly HandoffEntry[], filter: HandoffFilter): HandoffEntry[] {
  return entries.filter(
    (entry) =>
      (filter.waiting !== 'us' || entry.isWaitingOnUs) &&
      (filter.waiting !== 'them' || entry.isWaitingOnThem) &&
      (filter.state === undefined || isIn(filter.state, entry)) &&
      (filter.map === undefined || entry.map.id === filter.map) &&
      (filter.party === undefined ||
        entry.from.partyId === filter.party ||
        entry.to.partyId === filter.party) &&
      (filter.from === undefined || [placeOf(entry.from), entry.from.partyId].includes(filter.from)) &&
      (filter.to === undefined || [placeOf(entry.to), entry.to.partyId].includes(filter.to)) &&
      isFound(filter.find, entry),
  )
}

function isIn(state: NonNullable<HandoffFilter['state']>, entry: HandoffEntry): boolean {
  switch (state) {
    case 'confirmed':
      return entry.state === 'agreed'
    case 'promise':
      return entry.isPromise
    case 'disputed':
      return entry.state === 'disputed'
    case 'changed':
      return !entry.isPromise && [entry.from.state, entry.to.state].includes('changed')
    case 'open':
      return !entry.isPromise && !entry.isBroken && entry.state !== 'agreed'
  }
}

function isFound(find: string | undefined, { link, from, to, fromTouchpoint, toTouchpoint }: HandoffEntry) {
  const words = (find ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const said = [link.passes, from.partyName, to.partyName, fromTouchpoint.name, toTouchpoint.name]
  const text = said.join(' ').toLowerCase()
  return words.every((word) => text.includes(word))
}
