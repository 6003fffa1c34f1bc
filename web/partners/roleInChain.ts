import type { PartyKind } from '../../shared/model/party.ts'

const kindNames: Record<PartyKind, string> = {
  producer: 'Producer',
  distributor: 'Distributor',
  partner: 'Partner',
  endCustomer: 'End customer',
  competitor: 'Competitor',
  other: 'Other',
}

interface Role {
  kind: PartyKind
  /** Steps away from the end customer. */
  tier: number | null
}

/** A party's kind and tier as one phrase, e.g. "Distributor, 1 step from the end customer". */
export function sayRole({ kind, tier }: Role): string {
  if (tier === null || kind === 'endCustomer') return kindNames[kind]
  return `${kindNames[kind]}, ${tier} ${tier === 1 ? 'step' : 'steps'} from the end customer`
}

/** The one list "Role in chain", from the end customer upwards. */
export const rolesInChain: { value: string; label: string; role: Role }[] = [
  role('End customer', 'endCustomer', 0),
  role('Distributor that serves the end customer', 'distributor', 1),
  role('Distributor that serves distributors', 'distributor', 2),
  role('Producer that serves the end customer itself', 'producer', 1),
  role('Producer that sells through distributors', 'producer', 2),
  role('Supplier of a producer', 'producer', 3),
  role('Partner beside the chain, such as a carrier', 'partner', null),
  role('Competitor', 'competitor', null),
  role('Other', 'other', null),
]

/** The same list by value; a party that stands elsewhere in the chain has its own place in it. */
export function roleNames(current?: Role): Record<string, string> {
  const names = Object.fromEntries(rolesInChain.map(({ value, label }) => [value, label]))
  const own = current && valueOfRole(current)
  return own && !names[own] ? { ...names, [own]: sayRole(current) } : names
}

export function valueOfRole({ kind, tier }: Role): string {
  return roleValue(kind, kind === 'endCustomer' ? 0 : tier)
}

/** Kind and tier, which are always set together. */
export function roleOf(value: string): Role | undefined {
  return rolesInChain.find((offered) => offered.value === value)?.role
}

function roleValue(kind: PartyKind, tier: number | null): string {
  return `${kind} ${tier ?? ''}`.trim()
}

function role(label: string, kind: PartyKind, tier: number | null) {
  return { value: roleValue(kind, tier), label, role: { kind, tier } }
}
