import type { LayoutInput } from './types.ts'

/**
 * Whether several cards got another place within their lane and stage at once, as tidying up does, and its undo. The
 * map is then drawn afresh: holding on to the earlier drawing would keep what was to be better.
 */
export function wasTidied(before: LayoutInput, now: LayoutInput): boolean {
  const known = new Map(before.cards.map((card) => [card.id, card]))
  let others = 0
  for (const { id, laneId, stageId, column, rank } of now.cards) {
    const was = known.get(id)
    if (!was || was.laneId !== laneId || was.stageId !== stageId) continue
    if ((was.column ?? null) !== (column ?? null) || was.rank !== rank) others += 1
    if (others > 1) return true
  }
  return false
}
