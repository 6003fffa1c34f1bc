import type { HandoffSide } from '../../shared/handoffs/handoff.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'

/** The name of the organisation that answers for a side; its party's while that organisation is not known. */
export function holderOf(side: HandoffSide, { organisations }: Pick<Ecosystem, 'organisations'>): string {
  return organisations.get(side.organisationId ?? '') ?? side.partyName
}
