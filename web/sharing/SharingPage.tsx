import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { sharedOutside } from '../../shared/analysis/sharedOutside.ts'
import { EcosystemGate } from '../ecosystems/EcosystemGate.tsx'
import { Choice } from '../shell/Choice.tsx'
import { Empty } from '../shell/Empty.tsx'
import { ButtonLink } from '../shell/links.tsx'
import { Page } from '../shell/Page.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { useReading } from '../sync/useReading.ts'
import { SharedGroups } from './SharedGroups.tsx'
import { SharedPieces } from './SharedPieces.tsx'
import styles from './sharing.module.css'

/** Everything that outsiders see of ours, piece by piece, each taken back where it is ours to take back. */
export function SharingPage() {
  const { ecosystemId } = useParams({ from: '/signedIn/ecosystems/$ecosystemId/sharing' })
  return (
    <EcosystemGate ecosystemId={ecosystemId} what="what you share">
      {(ecosystem) => <ShownSharing ecosystem={ecosystem} />}
    </EcosystemGate>
  )
}

function ShownSharing({ ecosystem }: { ecosystem: Ecosystem }) {
  const { rows, organisations, ecosystemId } = ecosystem
  const search = useSearch({ from: '/signedIn/ecosystems/$ecosystemId/sharing' })
  const navigate = useNavigate({ from: '/ecosystems/$ecosystemId/sharing' })
  const all = useReading(ecosystem, (rows, author) => sharedOutside(rows, author.organisationId))
  const partners = [...new Set(all.flatMap(({ seenByOrganisationIds }) => seenByOrganisationIds))]
  const partner = partners.find((id) => id === search.with)
  const maps = rows.all('map').filter(({ id }) => all.some(({ mapId }) => mapId === id))
  const map = maps.find(({ id }) => id === search.map)
  const shown = all.filter(
    (object) =>
      (!partner || object.seenByOrganisationIds.includes(partner)) && (!map || object.mapId === map.id),
  )
  const nameOf = (id: string) => organisations.get(id) ?? 'Another organisation'
  const show = (part: typeof search) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  return (
    <Page
      title={partner ? `What ${nameOf(partner)} sees of ours` : 'What outsiders see of ours'}
      intro="Withdrawing works from now on. What somebody has read or written down stays with them."
      actions={all.length > 0 ? <PartnersLink ecosystemId={ecosystemId} /> : null}
    >
      {all.length === 0 ? (
        <Empty
          title="Nobody outside sees anything of yours"
          action={<PartnersLink ecosystemId={ecosystemId} />}
        >
          Your views stay with your organisation until you share one. As soon as a partner takes part in a
          map, the cards of your lanes on it stand here, with who sees them.
        </Empty>
      ) : (
        <>
          <div className={styles.partners}>
            <Choice
              label="Seen by"
              value={partner ?? 'all'}
              onChange={(id) => show({ with: id === 'all' ? undefined : id })}
              choices={[
                { value: 'all', label: 'Anybody outside' },
                ...partners.map((id) => ({ value: id, label: nameOf(id) })),
              ]}
            />
            {maps.length > 1 ? (
              <Choice
                label="On the map"
                value={map?.id ?? 'all'}
                onChange={(id) => show({ map: id === 'all' ? undefined : id })}
                choices={[
                  { value: 'all', label: 'All maps' },
                  ...maps.map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
            ) : null}
            {partner ? <SeeMapAs ecosystem={ecosystem} partner={partner} name={nameOf(partner)} /> : null}
          </div>
          <SharedPieces ecosystem={ecosystem} objects={shown} />
          <SharedGroups ecosystem={ecosystem} objects={shown} />
          <p className="il-quiet">
            What partners wrote stays theirs, also where we reworded, moved or resolved it. It is not listed
            here.
          </p>
        </>
      )}
    </Page>
  )
}

function PartnersLink({ ecosystemId }: { ecosystemId: string }) {
  return (
    <ButtonLink variant="default" to="/ecosystems/$ecosystemId/partners" params={{ ecosystemId }}>
      To the partners
    </ButtonLink>
  )
}

/** The first map on which both take part, drawn with what the partner sees. */
function SeeMapAs({ ecosystem, partner, name }: { ecosystem: Ecosystem; partner: string; name: string }) {
  const { rows, ecosystemId } = ecosystem
  const place = rows
    .list('participant', 'organisationId', partner)
    .find((row) => !row.deleted && row.state === 'active' && rows.get('map', row.mapId))
  if (!place) return null
  return (
    <ButtonLink
      variant="default"
      to="/ecosystems/$ecosystemId/maps/$mapId"
      params={{ ecosystemId, mapId: place.mapId }}
      search={{ partner }}
    >
      See the map as {name}
    </ButtonLink>
  )
}
