import { Button, Popover, Select, Stack } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useState } from 'react'
import { useOffers } from '../../search/offers.ts'
import { useMapView } from '../MapContext.tsx'
import { channelNames, kindNames, layerNames } from '../words.ts'
import { choicesOf, type FilterField, filterFields, isFiltering, type MapFilter } from './mapFilter.ts'

const labels = {
  startedBy: 'Started by',
  segment: 'Segment',
  role: 'Customer role',
  kind: 'Kind',
  channel: 'Channel',
  layer: 'Layer of the relationship',
  region: 'Region',
  sees: 'The end customer sees it',
  defined: 'How it should feel is defined',
} satisfies Record<FilterField, string>

/** Shows only touchpoints of a kind; what is chosen stands in the address. */
export function FilterButton({ onFilter }: { onFilter(part: MapFilter): void }) {
  const { journey, filter, ecosystem, regions } = useMapView()
  const [isOpen, setOpen] = useState(false)
  useOffers(() => [{ id: 'filter', label: 'Filter', keys: '', act: () => setOpen(true) }])
  const choices = choicesOf(journey, regions)
  const isOn = isFiltering(filter)
  const all = journey.cards.size
  const left = [...journey.cards.values()].filter(({ isFaded }) => !isFaded).length
  const words: Record<string, string> = { ...kindNames, ...channelNames, ...layerNames }
  const nameOf = (field: FilterField, value: string) =>
    field === 'startedBy' ? (ecosystem.rows.get('party', value)?.name ?? 'a party') : (words[value] ?? value)
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="xs"
          variant={isOn ? 'filled' : 'default'}
          onClick={() => setOpen(!isOpen)}
          leftSection={<IconFilter size={16} stroke={2} aria-hidden="true" />}
        >
          {isOn ? `${left} of ${all}` : 'Filter'}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Filter the touchpoints">
        <Stack gap="xs" w={240}>
          {filterFields.map((field) => (
            <Select
              key={field}
              size="xs"
              label={labels[field]}
              placeholder={choices[field].length > 0 ? 'Any' : 'Nothing filled in yet'}
              disabled={choices[field].length === 0}
              value={filter[field] ?? null}
              onChange={(value) => onFilter({ [field]: value ?? undefined })}
              data={choices[field].map((value) => ({ value, label: nameOf(field, value) }))}
              clearable
              clearButtonProps={{ 'aria-label': `Any: ${labels[field].toLowerCase()}` }}
              comboboxProps={{ withinPortal: false }}
            />
          ))}
          <Button
            size="xs"
            variant="default"
            disabled={!isOn}
            onClick={() => onFilter(Object.fromEntries(filterFields.map((field) => [field, undefined])))}
          >
            Show all
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
