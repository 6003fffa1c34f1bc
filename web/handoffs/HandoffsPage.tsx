import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { handoffsOf } from '../../shared/analysis/handoffs.ts'
import { EcosystemGate } from '../ecosystems/EcosystemGate.tsx'
import { Choice } from '../shell/Choice.tsx'
import { Empty } from '../shell/Empty.tsx'
import { ButtonLink } from '../shell/links.tsx'
import { Page } from '../shell/Page.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { useReading } from '../sync/useReading.ts'
import { filterHandoffs } from './filterHandoffs.ts'
import { HandoffFilters } from './HandoffFilters.tsx'
import { HandoffList } from './HandoffList.tsx'
import { HandoffMatrix } from './HandoffMatrix.tsx'

/** Every handoff of the ecosystem's maps: as a list by what to do, or party by party. */
export function HandoffsPage() {
  const { ecosystemId } = useParams({ from: '/signedIn/ecosystems/$ecosystemId/handoffs' })
  return (
    <EcosystemGate ecosystemId={ecosystemId} what="the handoffs">
      {(ecosystem) => <ShownHandoffs ecosystem={ecosystem} />}
    </EcosystemGate>
  )
}

function ShownHandoffs({ ecosystem }: { ecosystem: Ecosystem }) {
  const { ecosystemId } = ecosystem
  const search = useSearch({ from: '/signedIn/ecosystems/$ecosystemId/handoffs' })
  const entries = useReading(ecosystem, (rows, author) => handoffsOf(rows, author.organisationId))
  const found = filterHandoffs(entries, search)
  return (
    <Page
      title="Handoffs"
      intro="What passes from company to company. A handoff holds once both sides confirm the same terms."
      actions={entries.length > 0 ? <ViewChoice view={search.view} /> : null}
    >
      {entries.length === 0 ? (
        <Empty
          title="No handoffs yet"
          action={
            <ButtonLink to="/ecosystems/$ecosystemId" params={{ ecosystemId }}>
              To the map
            </ButtonLink>
          }
        >
          A handoff appears when you connect cards of two parties and say what passes. Both companies then see
          the same terms, confirm them each for itself, and are told when one of them changes.
        </Empty>
      ) : (
        <>
          <HandoffFilters ecosystem={ecosystem} entries={entries} search={search} />
          {search.view === 'matrix' ? (
            <HandoffMatrix ecosystem={ecosystem} entries={found} />
          ) : (
            <HandoffList ecosystem={ecosystem} entries={found} waiting={search.waiting} />
          )}
        </>
      )}
    </Page>
  )
}

function ViewChoice({ view }: { view: 'matrix' | undefined }) {
  const navigate = useNavigate({ from: '/ecosystems/$ecosystemId/handoffs' })
  return (
    <Choice
      label="Shown as"
      value={view ?? 'list'}
      onChange={(next) =>
        void navigate({
          search: (before) => ({ ...before, view: next === 'list' ? undefined : next }),
          replace: true,
        })
      }
      choices={[
        { value: 'list', label: 'List' },
        { value: 'matrix', label: 'Matrix' },
      ]}
    />
  )
}
