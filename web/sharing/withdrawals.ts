// That somebody took back what they had shared, shown in its place for as long as this page is open. Whoever was away finds
// a line in the inbox.
import { living, type SeenRows } from '../../shared/analysis/seenRows.ts'
import type { Perspective } from '../../shared/model/rows.ts'
import { activeOrganisations } from '../../shared/rules/standing.ts'

export interface Withdrawal {
  viewId: string
  organisationId: string
  targetId: string
  /** What it was about. */
  title: string
}

interface Watch {
  shared: Map<string, Perspective>
  withdrawn: Map<string, Withdrawal>
}

const watches = new WeakMap<SeenRows, Watch>()
const listeners = new Set<() => void>()

/** Calls back when a withdrawal has been noticed. @returns what ends it */
export function onWithdrawal(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Compares with the last look at the same rows. @returns what has been withdrawn in between */
export function noticeWithdrawals(rows: SeenRows, organisationId: string): Withdrawal[] {
  const watch = watches.get(rows)
  const shared = new Map(
    rows
      .all('perspective')
      .filter((view) => view.organisationId !== organisationId)
      .map((view) => [view.id, view]),
  )
  if (!watch) {
    watches.set(rows, { shared, withdrawn: new Map() })
    return []
  }
  const fresh = [...watch.shared.values()]
    .filter((view) => !shared.has(view.id) && isStillThere(view, rows))
    .map((view) => withdrawalOf(view, rows))
  watch.shared = shared
  for (const one of fresh) watch.withdrawn.set(one.viewId, one)
  for (const id of shared.keys()) watch.withdrawn.delete(id)
  if (fresh.length > 0) for (const listener of listeners) listener()
  return fresh
}

/** How many withdrawals stand noticed: changes with each. */
export function withdrawalCount(rows: SeenRows): number {
  return watches.get(rows)?.withdrawn.size ?? 0
}

/** Views of a touchpoint or handoff that were withdrawn since the page was opened. */
export function withdrawnFrom(targetId: string, rows: SeenRows): Withdrawal[] {
  const withdrawn = watches.get(rows)?.withdrawn.values() ?? []
  return [...withdrawn].filter((one) => one.targetId === targetId)
}

/** A view that went with its card, its map or its organisation was not withdrawn. */
function isStillThere({ targetKind, targetId, mapId, organisationId }: Perspective, rows: SeenRows): boolean {
  return (
    living(targetKind, targetId, rows) !== undefined &&
    activeOrganisations(mapId, rows).includes(organisationId)
  )
}

function withdrawalOf({ id, organisationId, targetKind, targetId }: Perspective, rows: SeenRows): Withdrawal {
  const title =
    targetKind === 'touchpoint'
      ? rows.get('touchpoint', targetId)?.name
      : rows.get('link', targetId)?.passes || 'a handoff'
  return { viewId: id, organisationId, targetId, title: title ?? '' }
}
