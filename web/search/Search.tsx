import { Spotlight, type SpotlightFilterFunction, spotlight } from '@mantine/spotlight'
import '@mantine/spotlight/styles.layer.css'
import {
  IconArrowsExchange,
  IconBuilding,
  IconColumns,
  IconLayoutRows,
  IconMap2,
  IconRectangle,
  IconSearch,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useEcosystem } from '../sync/useEcosystem.ts'
import { type Findable, findableIn } from './findable.ts'
import styles from './Search.module.css'

const icons = {
  map: IconMap2,
  lane: IconLayoutRows,
  stage: IconColumns,
  touchpoint: IconRectangle,
  handoff: IconArrowsExchange,
  partners: IconBuilding,
}

/** Ctrl-K, or the glass in the bar: go to anything of the ecosystem by name. */
export function Search({ ecosystemId }: { ecosystemId: string }) {
  const ecosystem = useEcosystem(ecosystemId)
  const navigate = useNavigate()
  const [opened, setOpened] = useState(false)
  const actions = useMemo(() => {
    if (!opened || ecosystem?.status !== 'ready') return []
    return findableIn(ecosystem.rows, ecosystem.author.organisationId, ecosystem.organisations).map(
      (found) => {
        const Icon = icons[found.kind]
        return {
          id: found.id,
          label: found.label,
          description: found.place,
          leftSection: <Icon size={20} aria-hidden />,
          onClick: () => void navigate(placeOf(ecosystemId, found)),
        }
      },
    )
  }, [opened, ecosystem, ecosystemId, navigate])
  return (
    <>
      <button type="button" className={styles.open} onClick={spotlight.open} aria-label="Find (Ctrl K)">
        <IconSearch size={20} aria-hidden />
      </button>
      <Spotlight
        actions={actions}
        filter={byName}
        limit={8}
        highlightQuery
        nothingFound="Nothing of that name."
        onSpotlightOpen={() => setOpened(true)}
        onSpotlightClose={() => setOpened(false)}
        searchProps={{
          'aria-label': 'Find a map, lane, stage, touchpoint, handoff or partner',
          leftSection: <IconSearch size={18} aria-hidden />,
          placeholder: 'Anything, by its name',
        }}
        withinPortal
      />
    </>
  )
}

/** Names that hold what was typed, those that begin with it first; where something is does not count. */
const byName: SpotlightFilterFunction = (query, actions) => {
  const typed = query.trim().toLocaleLowerCase()
  const at = (action: Parameters<SpotlightFilterFunction>[1][number]) =>
    'label' in action ? (action.label ?? '').toLocaleLowerCase().indexOf(typed) : -1
  return actions.filter((action) => at(action) >= 0).sort((left, right) => at(left) - at(right))
}

function placeOf(ecosystemId: string, { kind, mapId, rowId }: Findable) {
  if (kind === 'handoff') {
    const params = { ecosystemId, linkId: rowId }
    return { to: '/ecosystems/$ecosystemId/handoffs/$linkId', params } as const
  }
  if (kind === 'partners')
    return { to: '/ecosystems/$ecosystemId/partners', params: { ecosystemId } } as const
  const params = { ecosystemId, mapId }
  const search = kind === 'map' ? {} : { select: rowId }
  return { to: '/ecosystems/$ecosystemId/maps/$mapId', params, search } as const
}
