import { Select } from '@mantine/core'
import { starters } from '../../shared/starters/starters.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { anotherParty, partiesFor } from './newMap.ts'

interface StarterPartiesProps {
  ecosystem: Ecosystem
  starter: string
  chosen: Readonly<Record<string, string>>
  onChoose(roles: Readonly<Record<string, string>>): void
}

/** Who lives the lanes of a starter: the parties that are in the chain already, the same on every map. */
export function StarterParties({ ecosystem, starter, chosen, onChoose }: StarterPartiesProps) {
  const roles = starters.find(({ key }) => key === starter)?.roles ?? []
  return roles.map((role) => {
    const there = partiesFor(role, ecosystem)
    if (there.length === 0) return null
    return (
      <Select
        key={role.key}
        label={`Who is the ${role.name.toLowerCase()}?`}
        description="The same party on every map. On this one, your organisation describes its lane until it is invited to it."
        allowDeselect={false}
        value={chosen[role.key] ?? there[0]!.id}
        data={[
          ...there.map(({ id, name }) => ({ value: id, label: name })),
          { value: anotherParty, label: 'Another one, new in the chain' },
        ]}
        onChange={(value) => value && onChoose({ ...chosen, [role.key]: value })}
      />
    )
  })
}
