import { useQuery } from '@tanstack/react-query'
import { useActingMembership } from '../accounts/account.ts'
import { ecosystemsQuery } from '../ecosystems/ecosystemsQuery.ts'
import { Empty } from '../shell/Empty.tsx'
import { Failure } from '../shell/Failure.tsx'
import { Loading } from '../shell/Loading.tsx'
import { ButtonLink } from '../shell/links.tsx'
import { Page } from '../shell/Page.tsx'
import { Departures } from './Departures.tsx'
import { EcosystemBoard } from './EcosystemBoard.tsx'
import { PendingInvitations } from './PendingInvitations.tsx'

/** What waits on us, on them, and what was promised to us, ecosystem by ecosystem. */
export function HomePage() {
  const organisationId = useActingMembership()?.organisation.id
  const {
    data: ecosystems,
    error,
    refetch,
  } = useQuery({
    ...ecosystemsQuery(organisationId ?? ''),
    enabled: organisationId !== undefined,
  })
  return (
    <Page
      title="Home"
      intro="What waits on you, what you wait for, and what your partners have promised you."
      actions={
        ecosystems?.length === 0 ? null : (
          <ButtonLink to="/new-ecosystem" variant="default">
            New ecosystem
          </ButtonLink>
        )
      }
    >
      <PendingInvitations />
      <Departures />
      {error ? <Failure problem={error} onRetry={() => void refetch()} /> : null}
      {!ecosystems && !error ? <Loading what="your ecosystems" /> : null}
      {ecosystems?.length === 0 ? <NoEcosystem /> : null}
      {ecosystems?.map((ecosystem) => (
        <EcosystemBoard key={ecosystem.id} item={ecosystem} />
      ))}
    </Page>
  )
}

function NoEcosystem() {
  return (
    <Empty
      title="Begin with the journey your customers live"
      action={<ButtonLink to="/new-ecosystem">Create an ecosystem</ButtonLink>}
    >
      An ecosystem holds the organisations that serve the same end customer, and their maps. Draw your own
      lane, describe your partners’ as you see them, then invite each of them to hold their own. Were you
      invited yourself? Open the link you were sent.
    </Empty>
  )
}
