import type { MemoryRows } from '../../shared/edits/memoryRows.ts'
import { handoffOf } from '../../shared/handoffs/handoff.ts'
import type { LayoutInput } from '../../shared/layout/types.ts'

/** What the canvas asks the layout to draw, for the only map of a story. */
export function layoutOf(rows: MemoryRows): LayoutInput {
  const byRank = (left: { rank: string }, right: { rank: string }) => (left.rank < right.rank ? -1 : 1)
  return {
    lanes: rows
      .all('lane')
      .toSorted(byRank)
      .map(({ id, ownStages }) => ({ id, ownStages })),
    stages: rows
      .all('stage')
      .toSorted(byRank)
      .map(({ id, laneId }) => ({ id, laneId })),
    cards: [...rows.all('touchpoint'), ...rows.all('side')].map((row) => {
      const { id, laneId, stageId, rank, column } = row
      const touchpoint = 'touchpointId' in row ? rows.get('touchpoint', row.touchpointId) : row
      const below = touchpoint?.customerSees === false
      return { id, laneId, stageId, rank, column, ...(below && { below }), width: 152, height: 56 }
    }),
    bonds: rows.all('side').map(({ id, touchpointId }) => ({ id, cardId: touchpointId })),
    links: rows.all('link').map((link) => ({
      id: link.id,
      from: link.fromTouchpointId,
      to: link.toTouchpointId,
      loopBack: link.kind === 'loopBack',
      label: handoffOf(link, rows) ? { width: Math.min(160, 30 + link.passes.length * 6), height: 18 } : null,
    })),
  }
}
