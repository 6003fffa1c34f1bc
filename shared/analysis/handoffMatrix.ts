import type { HandoffEntry } from './handoffs.ts'

/** What goes from one party to another, counted. */
export interface MatrixCell {
  fromPartyId: string
  toPartyId: string
  entries: HandoffEntry[]
  agreed: number
  broken: number
  waitingOnUs: number
  promises: number
}

export interface HandoffMatrix {
  /** Rows and columns alike, in order of name. */
  parties: { id: string; name: string; organisationId: string | null }[]
  /** Only pairs between which something passes. */
  cells: MatrixCell[]
}

/** Who hands to whom, party by party; a party's organisation is null while nobody holds it. */
export function handoffMatrix(entries: readonly HandoffEntry[]): HandoffMatrix {
  const parties = new Map<string, HandoffMatrix['parties'][number]>()
  const cells = new Map<string, MatrixCell>()
  for (const entry of entries) {
    for (const { partyId: id, partyName: name, organisationId } of [entry.from, entry.to])
      parties.set(id, { id, name, organisationId })
    const key = `${entry.from.partyId} ${entry.to.partyId}`
    cells.set(key, withEntry(cells.get(key) ?? emptyCell(entry), entry))
  }
  const byName = [...parties.values()].sort((left, right) => left.name.localeCompare(right.name, 'en'))
  return { parties: byName, cells: [...cells.values()] }
}

/** Undefined where nothing passes from the one party to the other. */
export function cellOf(
  matrix: HandoffMatrix,
  fromPartyId: string,
  toPartyId: string,
): MatrixCell | undefined {
  return matrix.cells.find((cell) => cell.fromPartyId === fromPartyId && cell.toPartyId === toPartyId)
}

function emptyCell({ from, to }: HandoffEntry): MatrixCell {
  const counts = { agreed: 0, broken: 0, waitingOnUs: 0, promises: 0 }
  return { fromPartyId: from.partyId, toPartyId: to.partyId, entries: [], ...counts }
}

function withEntry(cell: MatrixCell, entry: HandoffEntry): MatrixCell {
  return {
    ...cell,
    entries: [...cell.entries, entry],
    agreed: cell.agreed + Number(entry.state === 'agreed'),
    broken: cell.broken + Number(entry.isBroken),
    waitingOnUs: cell.waitingOnUs + Number(entry.isWaitingOnUs),
    promises: cell.promises + Number(entry.isPromise),
  }
}
