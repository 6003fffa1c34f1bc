// A session as it is shown: its stickies in columns, one per group.
import type { RowReader } from '../edits/reader.ts'
import type { Session, Sticky } from '../model/rows.ts'

export interface BoardSticky {
  sticky: Sticky
  /** It stands on the map. */
  isPlaced: boolean
}

export interface BoardColumn {
  /** Name of the group; empty for what lies in none. */
  group: string
  stickies: BoardSticky[]
}

/** The session that is open on a map, else none. */
export function openSessionOf(mapId: string, rows: RowReader): Session | null {
  return (
    rows.list('session', 'mapId', mapId).find(({ deleted, state }) => !deleted && state === 'open') ?? null
  )
}

/** What lies in no group first, then the groups in the order in which they were begun. */
export function columnsOf(sessionId: string, rows: RowReader): BoardColumn[] {
  const stickies = rows
    .list('sticky', 'sessionId', sessionId)
    .filter(({ deleted }) => !deleted)
    .toSorted(byRank)
  const groups = new Map<string, BoardSticky[]>([['', []]])
  for (const sticky of stickies) {
    const touchpoint = sticky.touchpointId ? rows.get('touchpoint', sticky.touchpointId) : undefined
    const isPlaced = touchpoint !== undefined && !touchpoint.deleted
    groups.set(sticky.group, [...(groups.get(sticky.group) ?? []), { sticky, isPlaced }])
  }
  return [...groups].map(([group, members]) => ({ group, stickies: members }))
}

function byRank(left: Sticky, right: Sticky): number {
  if (left.rank !== right.rank) return left.rank < right.rank ? -1 : 1
  return left.id < right.id ? -1 : 1
}
