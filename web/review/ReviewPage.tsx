import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { filterGaps, importantAndWeak } from '../../shared/analysis/importance.ts'
import { filterReview } from '../../shared/analysis/reviewFilter.ts'
import { reviewItems } from '../../shared/analysis/reviewItems.ts'
import { EcosystemGate } from '../ecosystems/EcosystemGate.tsx'
import { RateThese } from '../rounds/RateThese.tsx'
import { Empty } from '../shell/Empty.tsx'
import { ButtonLink } from '../shell/links.tsx'
import { Page } from '../shell/Page.tsx'
import { useSingleKeys } from '../shell/singleKeys.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { useReading } from '../sync/useReading.ts'
import { ImportantAndWeak } from './ImportantAndWeak.tsx'
import { ReviewFilters, type ReviewSearch } from './ReviewFilters.tsx'
import { ReviewList } from './ReviewList.tsx'

const intro = 'The pains and broken handoffs of all maps, worst first, with what each company says of them.'

/** What hurts along the whole chain, worst first, with every company's words. */
export function ReviewPage() {
  const { ecosystemId } = useParams({ from: '/signedIn/ecosystems/$ecosystemId/review' })
  return (
    <EcosystemGate ecosystemId={ecosystemId} what="the review">
      {(ecosystem) => <ShownReview ecosystem={ecosystem} />}
    </EcosystemGate>
  )
}

function ShownReview({ ecosystem }: { ecosystem: Ecosystem }) {
  const { ecosystemId } = ecosystem
  const search = useSearch({ from: '/signedIn/ecosystems/$ecosystemId/review' })
  const navigate = useNavigate({ from: '/ecosystems/$ecosystemId/review' })
  const items = useReading(ecosystem, (rows, author) => reviewItems(rows, author.organisationId))
  const gaps = useReading(ecosystem, importantAndWeak)
  const filter = filterOf(search)
  const found = filterReview(items, filter)
  const hasSingleKeys = useSingleKeys()
  return (
    <Page
      title="Review"
      actions={<RateThese ecosystem={ecosystem} items={found} />}
      intro={hasSingleKeys ? `${intro} Press J and K to go through them.` : intro}
    >
      {items.length === 0 ? (
        <Empty
          title="Nothing hurts yet, or nobody has said so"
          action={
            <ButtonLink to="/ecosystems/$ecosystemId" params={{ ecosystemId }}>
              To the map
            </ButtonLink>
          }
        >
          Mark a card as a pain on the map, or dispute a handoff that does not work like that. What several
          companies say of the same moment then stands here side by side.
        </Empty>
      ) : (
        <>
          <ReviewFilters ecosystem={ecosystem} items={items} search={search} />
          <ReviewList
            ecosystem={ecosystem}
            items={found}
            selectedId={search.item}
            onSelect={(item) => void navigate({ search: (before) => ({ ...before, item }), replace: true })}
          />
        </>
      )}
      <ImportantAndWeak ecosystem={ecosystem} gaps={filterGaps(gaps, filter, items)} />
    </Page>
  )
}

function filterOf({ reason, map, party, organisation, truth }: ReviewSearch) {
  return {
    ...(reason ? { reason } : {}),
    ...(map ? { mapId: map } : {}),
    ...(party ? { partyId: party } : {}),
    ...(organisation ? { organisationId: organisation } : {}),
    ...(truth ? { momentsOfTruthOnly: true } : {}),
  }
}
