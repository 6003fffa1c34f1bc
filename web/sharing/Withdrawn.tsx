import type { Ecosystem } from '../sync/useEcosystem.ts'
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

const what: Record<WithdrawableKind, string> = {
  perspective: 'its view',
  mark: 'its mark',
  responsibility: 'who answers for it',
  comment: 'a comment',
}

/** In its place: that partners took back what stood here while one looked, with nothing of what it said. */
export function Withdrawn({ ecosystem, targetId, kind, except = [] }: WithdrawnProps) {
  const withdrawn = useWithdrawnFrom(targetId, kind, ecosystem).filter(({ rowId }) => !except.includes(rowId))
  return withdrawn.map(({ rowId, organisationId }) => (
    <p key={rowId} className="il-quiet" role="status">
      {ecosystem.organisations.get(organisationId) ?? 'A partner'} withdrew {what[kind]}.
    </p>
  ))
}
