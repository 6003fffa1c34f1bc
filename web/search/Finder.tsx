import {
  Spotlight,
  type SpotlightActionData,
  type SpotlightFilterFunction,
  spotlight,
} from '@mantine/spotlight'
import '@mantine/spotlight/styles.layer.css'
import { type Icon, IconBolt, IconSearch } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { type Offer, offersNow } from './offers.ts'
import styles from './Search.module.css'

export interface Found {
  id: string
  label: string
  /** Where it is, or what it is. */
  place: string
  icon: Icon
  go(): void
}

interface FinderProps {
  /** Asked once somebody looks. */
  find(): readonly Found[]
  /** What there is to find, for those who do not see the list. */
  what: string
  onOpen?(): void
}

/** The glass in the bar and the list it opens: what there is by name, then what one can do here. */
export function Finder({ find, what, onOpen }: FinderProps) {
  const [opened, setOpened] = useState(false)
  const actions = useMemo(
    () => (opened ? [...find().map(toAction), ...offersNow().map(toCommand)] : []),
    [opened, find],
  )
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
        onSpotlightOpen={() => {
          setOpened(true)
          onOpen?.()
        }}
        onSpotlightClose={() => setOpened(false)}
        title="Find"
        classNames={{ header: 'il-visually-hidden' }}
        searchProps={{
          'aria-label': `Find ${what}, or something to do`,
          leftSection: <IconSearch size={18} aria-hidden />,
          placeholder: 'Anything, by its name',
        }}
        withinPortal
      />
    </>
  )
}

function toAction({ id, label, place, icon: Picture, go }: Found): SpotlightActionData {
  return { id, label, description: place, leftSection: <Picture size={20} aria-hidden />, onClick: go }
}

/** Done once the list has gone and given the focus back, which would otherwise be taken from what the command opens. */
function toCommand({ id, label, keys, act }: Offer): SpotlightActionData {
  return {
    id: `command ${id}`,
    label,
    description: keys ? `To do here, key ${keys}` : 'To do here',
    leftSection: <IconBolt size={20} aria-hidden />,
    onClick: () => void setTimeout(act, focusReturnsMilliseconds),
  }
}

const focusReturnsMilliseconds = 60

/** Names that hold what was typed, those that begin with it first; where something is does not count. */
const byName: SpotlightFilterFunction = (query, actions) => {
  const typed = query.trim().toLocaleLowerCase()
  const at = (action: Parameters<SpotlightFilterFunction>[1][number]) =>
    'label' in action ? (action.label ?? '').toLocaleLowerCase().indexOf(typed) : -1
  return actions.filter((action) => at(action) >= 0).sort((left, right) => at(left) - at(right))
}
