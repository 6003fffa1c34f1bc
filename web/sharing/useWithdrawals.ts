import { notifications } from '@mantine/notifications'
import { useEffect, useSyncExternalStore } from 'react'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import {
  noticeWithdrawals,
  onWithdrawal,
  type Withdrawal,
  withdrawalCount,
  withdrawnFrom,
} from './withdrawals.ts'

/** Says that a partner withdrew a view, without what it said. */
export function useWithdrawals(ecosystem: Ecosystem | null): void {
  const rows = ecosystem?.rows
  const version = ecosystem?.version
  const isLoaded = ecosystem?.status === 'ready'
  // biome-ignore lint/correctness/useExhaustiveDependencies: `rows` is one object for good; `version` says when it changed
  useEffect(() => {
    if (!ecosystem || !isLoaded) return
    for (const { viewId, organisationId, title } of noticeWithdrawals(
      ecosystem.rows,
      ecosystem.author.organisationId,
    )) {
      const name = ecosystem.organisations.get(organisationId) ?? 'A partner'
      notifications.show({ id: `withdrawn ${viewId}`, message: `${name} withdrew its view of “${title}”.` })
    }
  }, [rows, version, isLoaded])
}

/** Views of a touchpoint or handoff that partners withdrew while the page is open. */
export function useWithdrawnFrom(targetId: string, { rows }: Ecosystem): Withdrawal[] {
  useSyncExternalStore(onWithdrawal, () => withdrawalCount(rows))
  return withdrawnFrom(targetId, rows)
}
