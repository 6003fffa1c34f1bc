// That somebody took back what they had shared, or removed it, shown in its place for as long as this page is open. Whoever was
// away finds a line in the inbox.
import { living, type SeenRows } from '../../shared/analysis/seenRows.ts'
import type { AnyRow, RowKind, RowOf } from '../../shared/model/rows.ts'
import { activeOrganisations } from '../../shared/rules/standing.ts'

const withdrawableKinds = ['perspective', 'mark', 'responsibility', 'comment'] as const
export type WithdrawableKind = (typeof withdrawableKinds)[number]
type Withdrawable = RowOf<WithdrawableKind>

export interface Withdrawal {
  rowId: string
  kind: WithdrawableKind
  organisationId: string
  /** What it hung on: a card, a handoff, the owner of a card. */
  targetId: string
  /** Name of what it was about; empty where it has none. */
  title: string
  /** It is gone for everybody, not taken from us. */
  isRemoved: boolean
}

interface Watched {
  kind: WithdrawableKind
  row: Withdrawable
}

interface Watch {
  shared: Map<string, Watched>
  withdrawn: Map<string, Withdrawal>
}

const watches = new WeakMap<SeenRows, Watch>()
const listeners = new Set<() => void>()

/** Calls back when a withdrawal has been noticed. @returns what ends it */
export function onWithdrawal(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Compares with the last look at the same rows.
 * @param deleted ids of rows that were deleted for all who saw them
 * @returns what has been withdrawn or removed in between
 */
export function noticeWithdrawals(
  rows: SeenRows,
  deleted: ReadonlySet<string>,
  organisationId: string,
): Withdrawal[] {
  const watch = watches.get(rows)
  const shared = sharedWith(organisationId, rows)
  if (!watch) {
    watches.set(rows, { shared, withdrawn: new Map() })
    return []
  }
  const fresh = [...watch.shared.values()]
    .filter(({ row }) => !shared.has(row.id) && isStillThere(row, rows))
    .map((watched) => withdrawalOf(watched, rows, deleted))
  watch.shared = shared
  for (const one of fresh) watch.withdrawn.set(one.rowId, one)
  const isBack = [...shared.keys()].filter((id) => watch.withdrawn.delete(id)).length > 0
  if (fresh.length > 0 || isBack) for (const listener of listeners) listener()
  return fresh
}

/** How many withdrawals stand noticed: changes with each. */
export function withdrawalCount(rows: SeenRows): number {
  return watches.get(rows)?.withdrawn.size ?? 0
}

/** What of a kind was withdrawn from a card, handoff or owner since the page was opened. */
export function withdrawnFrom(targetId: string, kind: WithdrawableKind, rows: SeenRows): Withdrawal[] {
  const withdrawn = watches.get(rows)?.withdrawn.values() ?? []
  return [...withdrawn].filter((one) => one.targetId === targetId && one.kind === kind)
}

/** What others let us see; of comments the one that began a thread, as replies go with it. */
function sharedWith(organisationId: string, rows: SeenRows): Map<string, Watched> {
  const isTheirs = (row: Withdrawable) =>
    row.organisationId !== organisationId && !('replyToId' in row && row.replyToId !== null)
  return new Map(
    withdrawableKinds.flatMap((kind) =>
      rows
        .all(kind)
        .filter(isTheirs)
        .map((row): [string, Watched] => [row.id, { kind, row }]),
    ),
  )
}

/** What went with its card, its map or its organisation was not withdrawn. */
function isStillThere(row: Withdrawable, rows: SeenRows): boolean {
  const [kind, id] = targetOf(row)
  return (
    living(kind, id, rows) !== undefined && activeOrganisations(row.mapId, rows).includes(row.organisationId)
  )
}

function targetOf(row: Withdrawable): [RowKind, string] {
  return 'ownershipId' in row ? ['ownership', row.ownershipId] : [row.targetKind, row.targetId]
}

function withdrawalOf({ kind, row }: Watched, rows: SeenRows, deleted: ReadonlySet<string>): Withdrawal {
  const [targetKind, targetId] = targetOf(row)
  const { organisationId } = row
  const title = titleOf(rows.get(targetKind, targetId), rows)
  return { rowId: row.id, kind, organisationId, targetId, title, isRemoved: deleted.has(row.id) }
}

function titleOf(row: AnyRow | undefined, rows: SeenRows): string {
  if (!row) return ''
  if ('touchpointId' in row && row.touchpointId)
    return titleOf(rows.get('touchpoint', row.touchpointId), rows)
  if ('passes' in row) return row.passes || 'a handoff'
  const ofParty = 'partyId' in row && row.partyId ? rows.get('party', row.partyId)?.name : undefined
  return ('name' in row && row.name) || ofParty || ''
}
