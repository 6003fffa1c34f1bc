import { notifications } from '@mantine/notifications'
import { useEffect, useSyncExternalStore } from 'react'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { sayWithdrawn } from './sayWithdrawal.ts'
import {
  noticeWithdrawals,
  onWithdrawal,
  type WithdrawableKind,
  type Withdrawal,
  withdrawalCount,
  withdrawnFrom,
} from './withdrawals.ts'

/** Notices what partners withdraw, and says so wherever one is, without what it said; what they remove only its place says. */
export function useWithdrawals(ecosystem: Ecosystem | null): void {
  const rows = ecosystem?.rows
  const version = ecosystem?.version
  const isLoaded = ecosystem?.status === 'ready'
  // biome-ignore lint/correctness/useExhaustiveDependencies: `rows` is one object for good; `version` says when it changed
  useEffect(() => {
    if (!ecosystem || !isLoaded) return
    const { deleted, author, organisations } = ecosystem
    const fresh = noticeWithdrawals(ecosystem.rows, deleted, author.organisationId)
    const withdrawn = fresh.filter(({ isRemoved }) => !isRemoved)
    for (const organisationId of new Set(withdrawn.map((one) => one.organisationId))) {
      const theirs = withdrawn.filter((one) => one.organisationId === organisationId)
      const messages = sayWithdrawn(theirs, organisations.get(organisationId) ?? 'A partner')
      for (const message of messages) notifications.show({ id: `withdrawn ${message}`, message })
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
