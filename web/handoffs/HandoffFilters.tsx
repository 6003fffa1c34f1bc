import { Button, Select, TextInput } from '@mantine/core'
import { IconSearch, IconX } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { HandoffEntry } from '../../shared/analysis/handoffs.ts'
import { Choice } from '../shell/Choice.tsx'
import { FilterBar } from '../shell/FilterBar.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import type { HandoffFilter } from './filterHandoffs.ts'

interface HandoffFiltersProps {
  ecosystem: Ecosystem
  entries: readonly HandoffEntry[]
  search: HandoffFilter
}

const states = [
  { value: 'open', label: 'Open' },
  { value: 'confirmed', label: 'Agreed' },
  { value: 'disputed', label: 'Disputed' },
  { value: 'changed', label: 'Changed since confirmed' },
  { value: 'promise', label: 'Promise' },
]

/** What the list is narrowed to; all of it lives in the address. */
export function HandoffFilters({ ecosystem, entries, search }: HandoffFiltersProps) {
  const navigate = useNavigate({ from: '/ecosystems/$ecosystemId/handoffs' })
  const set = (changed: Partial<HandoffFilter>) =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true })
  const maps = ecosystem.rows.all('map').map(({ id, name }) => ({ value: id, label: name }))
  const parties = new Map(
    entries.flatMap(({ from, to }) => [from, to].map((side) => [side.partyId, side.partyName] as const)),
  )
  const pair = [search.from, search.to]
    .map((id) => id && (ecosystem.organisations.get(id) ?? parties.get(id)))
    .filter(Boolean)
  return (
    <FilterBar>
      <Choice
        label="Handoffs shown"
        value={search.waiting ?? 'all'}
        onChange={(waiting) => set({ waiting: waiting === 'all' ? undefined : waiting })}
        choices={[
          { value: 'all', label: `All ${entries.length}` },
          { value: 'us', label: `Waiting on us ${entries.filter((entry) => entry.isWaitingOnUs).length}` },
          {
            value: 'them',
            label: `Waiting on them ${entries.filter((entry) => entry.isWaitingOnThem).length}`,
          },
        ]}
      />
      <Select
        aria-label="State"
        placeholder="Any state"
        data={states}
        clearable
        clearButtonProps={{ 'aria-label': 'Any state' }}
        value={search.state ?? null}
        onChange={(state) => set({ state: (state ?? undefined) as HandoffFilter['state'] })}
      />
      {maps.length > 1 ? (
        <Select
          aria-label="Map"
          placeholder="Any map"
          data={maps}
          clearable
          clearButtonProps={{ 'aria-label': 'Any map' }}
          value={search.map ?? null}
          onChange={(map) => set({ map: map ?? undefined })}
        />
      ) : null}
      <Select
        aria-label="Party"
        placeholder="Any party"
        data={[...parties].map(([value, label]) => ({ value, label }))}
        clearable
        clearButtonProps={{ 'aria-label': 'Any party' }}
        value={search.party ?? null}
        onChange={(party) => set({ party: party ?? undefined })}
      />
      <TextInput
        aria-label="Find"
        placeholder="Find"
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        value={search.find ?? ''}
        onChange={(event) => set({ find: event.currentTarget.value || undefined })}
      />
      {pair.length === 2 ? (
        <Button variant="default" onClick={() => set({ from: undefined, to: undefined })}>
          {pair.join(' → ')} <IconX size={16} style={{ marginLeft: 6 }} role="img" aria-label="Remove" />
        </Button>
      ) : null}
    </FilterBar>
  )
}
