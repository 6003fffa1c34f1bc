import { notifications } from '@mantine/notifications'
import { useEffect, useSyncExternalStore } from 'react'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import {
  noticeWithdrawals,
  onWithdrawal,
  type WithdrawableKind,
  type Withdrawal,
  withdrawalCount,
  withdrawnFrom,
} from './withdrawals.ts'

/** Notices what partners withdraw; of a view it says so wherever one is, without what it said. */
export function useWithdrawals(ecosystem: Ecosystem | null): void {
  const rows = ecosystem?.rows
  const version = ecosystem?.version
  const isLoaded = ecosystem?.status === 'ready'
  // biome-ignore lint/correctness/useExhaustiveDependencies: `rows` is one object for good; `version` says when it changed
  useEffect(() => {
    if (!ecosystem || !isLoaded) return
    for (const { rowId, kind, organisationId, title } of noticeWithdrawals(
      ecosystem.rows,
      ecosystem.author.organisationId,
    )) {
      if (kind !== 'perspective') continue
      const name = ecosystem.organisations.get(organisationId) ?? 'A partner'
      notifications.show({ id: `withdrawn ${rowId}`, message: `${name} withdrew its view of “${title}”.` })
    }
  }, [rows, version, isLoaded])
}

/** What partners withdrew from a card, a handoff or an owner while the page is open. */
export function useWithdrawnFrom(
  targetId: string,
  kind: WithdrawableKind,
  { rows }: Pick<Ecosystem, 'rows'>,
): Withdrawal[] {
  useSyncExternalStore(onWithdrawal, () => withdrawalCount(rows))
  return withdrawnFrom(targetId, kind, rows)
}
