import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { EcosystemGate } from '../ecosystems/EcosystemGate.tsx'
import { Empty } from '../shell/Empty.tsx'
import { ButtonLink } from '../shell/links.tsx'
import { Page } from '../shell/Page.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { describedLanes } from './describedLanes.ts'
import { LaneReview } from './LaneReview.tsx'

/** Card by card, what others wrote into our lane: right, corrected, or not ours. */
export function ClaimReviewPage() {
  const { ecosystemId } = useParams({ from: '/signedIn/ecosystems/$ecosystemId/lane-review' })
  return (
    <EcosystemGate ecosystemId={ecosystemId} what="your lane">
      {(ecosystem) => <ShownClaimReview ecosystem={ecosystem} />}
    </EcosystemGate>
  )
}

function ShownClaimReview({ ecosystem }: { ecosystem: Ecosystem }) {
  const { rows, author, ecosystemId, organisations } = ecosystem
  // Lanes that are answered while one looks stay, so that one sees them turn solid.
  const [shownFirst] = useState(
    () => new Set(describedLanes(rows, author.organisationId).map(({ lane }) => lane.id)),
  )
  const lanes = describedLanes(rows, author.organisationId, shownFirst)
  return (
    <Page
      title="Your lane, as others described it"
      intro={`Say of each card whether it is right. Until then it is dashed: described by others, not yet confirmed by ${organisations.get(author.organisationId) ?? 'you'}.`}
    >
      {lanes.length === 0 ? (
        <Empty
          title="Nothing to review"
          action={
            <ButtonLink to="/ecosystems/$ecosystemId" params={{ ecosystemId }}>
              To the map
            </ButtonLink>
          }
        >
          Every card in your lanes is yours or confirmed by you. When somebody proposes a new one, it waits
          for you on Home.
        </Empty>
      ) : null}
      {lanes.map((described) => (
        <LaneReview key={described.lane.id} ecosystem={ecosystem} described={described} />
      ))}
    </Page>
  )
}
