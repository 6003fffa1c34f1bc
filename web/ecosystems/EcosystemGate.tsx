import type { ReactNode } from 'react'
import { NoticeList } from '../saving/NoticeList.tsx'
import { useWithdrawals } from '../sharing/useWithdrawals.ts'
import { Loading } from '../shell/Loading.tsx'
import { useUndoKeys } from '../sync/undoKeys.ts'
import { type Ecosystem, useEcosystem } from '../sync/useEcosystem.ts'
import { EcosystemFailure } from './EcosystemFailure.tsx'

interface EcosystemGateProps {
  ecosystemId: string
  /** Completes "Loading …". */
  what: string
  children(ecosystem: Ecosystem): ReactNode
}

/** Shows a page of an ecosystem once its rows are here, or why they are not. */
export function EcosystemGate({ ecosystemId, what, children }: EcosystemGateProps) {
  const ecosystem = useEcosystem(ecosystemId)
  useUndoKeys(ecosystem)
  useWithdrawals(ecosystem)
  if (!ecosystem || ecosystem.status === 'loading') return <Loading what={what} />
  if (ecosystem.status === 'failed') return <EcosystemFailure ecosystem={ecosystem} />
  return (
    <>
      {children(ecosystem)}
      <NoticeList ecosystem={ecosystem} isFloating />
    </>
  )
}
