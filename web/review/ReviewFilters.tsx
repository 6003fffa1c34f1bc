import { Checkbox, Select } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ReviewItem, ReviewReason } from '../../shared/analysis/reviewItem.ts'
import { FilterBar } from '../shell/FilterBar.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { reasonNames } from './reviewWords.ts'

export interface ReviewSearch {
  reason?: ReviewReason | undefined
  map?: string | undefined
  party?: string | undefined
  organisation?: string | undefined
  truth?: boolean | undefined
  item?: string | undefined
}

interface ReviewFiltersProps {
  ecosystem: Ecosystem
  items: readonly ReviewItem[]
  search: ReviewSearch
}

/** What the list is narrowed to; all of it lives in the address. */
export function ReviewFilters({ ecosystem, items, search }: ReviewFiltersProps) {
  const { rows, organisations } = ecosystem
  const navigate = useNavigate({ from: '/ecosystems/$ecosystemId/review' })
  const set = (changed: Partial<ReviewSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true })
  const distinct = (ids: readonly string[], nameOf: (id: string) => string | undefined) =>
    [...new Set(ids)].map((value) => ({ value, label: nameOf(value) ?? 'Another organisation' }))
  const lists = [
    {
      field: 'reason',
      label: 'Reason',
      any: 'Any reason',
      data: distinct(
        items.flatMap(({ reasons }) => reasons),
        (reason) => reasonNames[reason as ReviewReason],
      ),
    },
    {
      field: 'map',
      label: 'Map',
      any: 'Any map',
      data: distinct(
        items.map(({ mapId }) => mapId),
        (id) => rows.get('map', id)?.name,
      ),
    },
    {
      field: 'party',
      label: 'Lane of',
      any: 'Any lane',
      data: distinct(
        items.flatMap(({ partyIds }) => partyIds),
        (id) => rows.get('party', id)?.name,
      ),
    },
    {
      field: 'organisation',
      label: 'Said by',
      any: 'Said by anybody',
      data: distinct(
        items.flatMap(({ voices }) => voices.map((voice) => voice.organisationId)),
        (id) => organisations.get(id),
      ),
    },
  ] as const
  return (
    <FilterBar>
      {lists.map(({ field, label, any, data }) => (
        <Select
          key={field}
          aria-label={label}
          placeholder={any}
          data={data}
          clearable
          clearButtonProps={{ 'aria-label': any }}
          value={search[field] ?? null}
          onChange={(value) => set({ [field]: value ?? undefined })}
        />
      ))}
      <Checkbox
        label="Moments of truth only"
        checked={search.truth ?? false}
        onChange={(event) => set({ truth: event.currentTarget.checked || undefined })}
      />
    </FilterBar>
  )
}
