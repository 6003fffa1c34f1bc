import type { HandoffSide } from '../handoffs/handoff.ts'
import type { HandoffEntry } from './handoffs.ts'

/** What goes from one organisation to another, counted; a party that nobody holds stands for itself. */
export interface MatrixCell {
  fromId: string
  toId: string
  entries: HandoffEntry[]
  agreed: number
  broken: number
  waitingOnUs: number
  promises: number
}

export interface MatrixPlace {
  /** Of the organisation, or of the party while nobody holds it. */
  id: string
  name: string
  organisationId: string | null
  partyIds: string[]
}

export interface HandoffMatrix {
  /** Rows and columns alike, in order of name. */
  places: MatrixPlace[]
  /** Only pairs between which something passes. */
  cells: MatrixCell[]
}

/**
 * Who hands to whom, organisation by organisation, whatever parties each holds.
 * @param organisations names of organisations; one without a name is called as its party
 */
export function handoffMatrix(
  entries: readonly HandoffEntry[],
  organisations: ReadonlyMap<string, string>,
): HandoffMatrix {
  const places = new Map<string, MatrixPlace>()
  const cells = new Map<string, MatrixCell>()
  for (const entry of entries) {
    for (const side of [entry.from, entry.to]) {
      const id = placeOf(side)
      const name = organisations.get(side.organisationId ?? '') ?? side.partyName
      const partyIds = new Set([...(places.get(id)?.partyIds ?? []), side.partyId])
      places.set(id, { id, name, organisationId: side.organisationId, partyIds: [...partyIds] })
    }
    const key = `${placeOf(entry.from)} ${placeOf(entry.to)}`
    cells.set(key, withEntry(cells.get(key) ?? emptyCell(entry), entry))
  }
  const byName = [...places.values()].sort((left, right) => left.name.localeCompare(right.name, 'en'))
  return { places: byName, cells: [...cells.values()] }
}

/** Undefined where nothing passes from the one to the other. */
export function cellOf(matrix: HandoffMatrix, fromId: string, toId: string): MatrixCell | undefined {
  return matrix.cells.find((cell) => cell.fromId === fromId && cell.toId === toId)
}

/** Whose row and column a side stands in: that of the organisation, or of the party while nobody holds it. */
export function placeOf({ organisationId, partyId }: HandoffSide): string {
  return organisationId ?? partyId
}

function emptyCell({ from, to }: HandoffEntry): MatrixCell {
  const counts = { agreed: 0, broken: 0, waitingOnUs: 0, promises: 0 }
  return { fromId: placeOf(from), toId: placeOf(to), entries: [], ...counts }
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
