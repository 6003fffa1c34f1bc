import type { ReactNode } from 'react'
import { NoticeList } from '../saving/NoticeList.tsx'
import { useWithdrawals } from '../sharing/useWithdrawals.ts'
import { Failure } from '../shell/Failure.tsx'
import { Loading } from '../shell/Loading.tsx'
import frame from '../shell/Page.module.css'
import { useUndoKeys } from '../sync/undoKeys.ts'
import { type Ecosystem, useEcosystem } from '../sync/useEcosystem.ts'

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
  if (ecosystem.status === 'failed') {
    return (
      <div className={frame.page}>
        <Failure problem={ecosystem.problem} onRetry={ecosystem.retry} />
      </div>
    )
  }
  return (
    <>
      {children(ecosystem)}
      <NoticeList ecosystem={ecosystem} isFloating />
    </>
  )
}
