import type { Party } from '../model/rows.ts'
import type { StarterRole } from './starter.ts'

/** The parties that stand where a starter's lane stands in the chain, whoever holds them and whatever they are called. */
export function partiesInRole(
  { kind, tier }: Pick<StarterRole, 'kind' | 'tier'>,
  parties: readonly Party[],
): Party[] {
  const inRole = parties.filter(
    (party) => !party.deleted && party.kind === kind && (party.tier === null || party.tier === tier),
  )
  const certain = (party: Party) => (party.tier === tier ? 0 : 1)
  return inRole.sort(
    (left, right) => certain(left) - certain(right) || left.name.localeCompare(right.name, 'en'),
  )
}
