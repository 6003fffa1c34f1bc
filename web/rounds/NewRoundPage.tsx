import { Select } from '@mantine/core'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { EcosystemGate } from '../ecosystems/EcosystemGate.tsx'
import { Empty } from '../shell/Empty.tsx'
import { ButtonLink } from '../shell/links.tsx'
import { Page } from '../shell/Page.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { NewRoundForm } from './NewRoundForm.tsx'

/** Asks several people to rate cards of one map, each without seeing the others. */
export function NewRoundPage() {
  const { ecosystemId } = useParams({ from: '/signedIn/ecosystems/$ecosystemId/new-round' })
  return (
    <EcosystemGate ecosystemId={ecosystemId} what="the map">
      {(ecosystem) => <ChooseMap ecosystem={ecosystem} />}
    </EcosystemGate>
  )
}

function ChooseMap({ ecosystem }: { ecosystem: Ecosystem }) {
  const { ecosystemId } = useParams({ from: '/signedIn/ecosystems/$ecosystemId/new-round' })
  const search = useSearch({ from: '/signedIn/ecosystems/$ecosystemId/new-round' })
  const navigate = useNavigate({ from: '/ecosystems/$ecosystemId/new-round' })
  const maps = ecosystem.rows.all('map').toSorted((left, right) => (left.rank < right.rank ? -1 : 1))
  const map = maps.find(({ id }) => id === search.map) ?? maps[0]
  return (
    <Page
      title="Rate together, blind"
      intro="Everybody rates the same cards alone. Nobody, not even you, sees an answer until you reveal all of them at once."
      width="text"
    >
      {maps.length > 1 ? (
        <Select
          label="Map"
          mb="lg"
          allowDeselect={false}
          value={map?.id ?? null}
          data={maps.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => void navigate({ search: { map: id ?? undefined }, replace: true })}
        />
      ) : null}
      {map ? (
        <NewRoundForm
          key={map.id}
          ecosystem={ecosystem}
          mapId={map.id}
          chosen={search.map === map.id || maps.length === 1 ? (search.cards?.split(',') ?? []) : []}
        />
      ) : (
        <Empty
          title="No cards to rate yet"
          action={
            <ButtonLink to="/ecosystems/$ecosystemId/new-map" params={{ ecosystemId }}>
              Make the first map
            </ButtonLink>
          }
        >
          A round asks about the cards of a map. Draw one first, alone or with your partners.
        </Empty>
      )}
    </Page>
  )
}
