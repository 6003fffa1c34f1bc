import type { Ecosystem } from '../sync/useEcosystem.ts'
import { sayWithdrawnHere } from './sayWithdrawal.ts'
import { useWithdrawnFrom } from './useWithdrawals.ts'
import type { WithdrawableKind } from './withdrawals.ts'

interface WithdrawnProps {
  ecosystem: Ecosystem
  /** What it hung on. */
  targetId: string
  kind: WithdrawableKind
  /** Of threads that still stand there with what we wrote in them, and say so themselves. */
  except?: readonly string[]
}

/** In its place: that partners took back or removed what stood here while one looked, with nothing of what it said. */
export function Withdrawn({ ecosystem, targetId, kind, except = [] }: WithdrawnProps) {
  const withdrawn = useWithdrawnFrom(targetId, kind, ecosystem).filter(({ rowId }) => !except.includes(rowId))
  return withdrawn.map((one) => (
    <p key={one.rowId} className="il-quiet" role="status">
      {sayWithdrawnHere(one, ecosystem.organisations.get(one.organisationId) ?? 'A partner')}
    </p>
  ))
}
