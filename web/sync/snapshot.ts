import type { MemoryRows } from '../../shared/edits/memoryRows.ts'
import type { Notice } from './notices.ts'
import type { NamedAuthor } from './shownRows.ts'
import type { UndoQuestion } from './undoing.ts'

export interface SaveState {
  state: 'saved' | 'saving' | 'offline'
  /** Edits without an answer from the server. */
  unsent: number
  /** How many of them would not outlive this page; absent when all would. */
  unkept?: number
}

export interface EcosystemSnapshot {
  status: 'loading' | 'ready' | 'failed'
  problem: unknown
  ecosystemId: string
  author: NamedAuthor
  /** The same object throughout; `version` changes whenever one of its rows does. */
  rows: MemoryRows
  version: number
  /** Ids of rows that others deleted since the page was opened, other than those they took from us; the same object throughout. */
  deleted: ReadonlySet<string>
  organisations: ReadonlyMap<string, string>
  saving: SaveState
  notices: readonly Notice[]
  /** Titles of the edits that undo and redo would touch. */
  undoable: string | null
  redoable: string | null
  /** Whether to overwrite what somebody has changed since. */
  question: UndoQuestion | null
}

export function emptySnapshot(
  ecosystemId: string,
  author: NamedAuthor,
  { rows, deleted }: Pick<EcosystemSnapshot, 'rows' | 'deleted'>,
): EcosystemSnapshot {
  return {
    status: 'loading',
    problem: null,
    ecosystemId,
    author,
    rows,
    version: 0,
    deleted,
    organisations: new Map(),
    saving: { state: 'saved', unsent: 0 },
    notices: [],
    undoable: null,
    redoable: null,
    question: null,
  }
}

/** True when a screen would show the same of both. */
export function isSameSnapshot(left: EcosystemSnapshot, right: EcosystemSnapshot): boolean {
  return Object.entries(left).every(([key, value]) => {
    const other = right[key as keyof EcosystemSnapshot]
    return key === 'saving' ? JSON.stringify(value) === JSON.stringify(other) : value === other
  })
}
