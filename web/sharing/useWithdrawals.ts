import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { noticeWithdrawals } from './withdrawals.ts'

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
