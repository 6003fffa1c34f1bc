import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { useActingMembership } from '../accounts/account.ts'
import { ecosystemsQuery } from '../ecosystems/ecosystemsQuery.ts'
import { ownInvitationsQuery } from '../invitations/ownInvitations.ts'
import { Empty } from '../shell/Empty.tsx'
import { Failure } from '../shell/Failure.tsx'
import { Loading } from '../shell/Loading.tsx'
import { ButtonLink } from '../shell/links.tsx'
import { Page } from '../shell/Page.tsx'
import { Departures, useDepartures } from './Departures.tsx'
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
  const isTopKnown = useIsTopKnown()
  const [loaded, setLoaded] = useState<ReadonlySet<string>>(new Set())
  const onLoaded = useCallback((id: string) => setLoaded((earlier) => new Set([...earlier, id])), [])
  // What is on screen stays where it is: all load at once, and each appears below those that are complete.
  const growing = ecosystems?.findIndex(({ id }) => !loaded.has(id)) ?? -1
  const isBelowGrowing = (at: number) => !isTopKnown || (growing >= 0 && at > growing)
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
      {!(ecosystems && isTopKnown) && !error ? <Loading what="your ecosystems" /> : null}
      {ecosystems?.length === 0 && isTopKnown ? <NoEcosystem /> : null}
      {ecosystems?.map((ecosystem, at) => (
        <EcosystemBoard key={ecosystem.id} item={ecosystem} hidden={isBelowGrowing(at)} onLoaded={onLoaded} />
      ))}
    </Page>
  )
}

/** Whether what stands above all ecosystems is there, or will not be soon. */
function useIsTopKnown(): boolean {
  const { isPending, failureCount } = useQuery(ownInvitationsQuery)
  const departures = useDepartures()
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceMilliseconds)
    return () => clearTimeout(timer)
  }, [])
  return isLate || ((!isPending || failureCount > 0) && departures !== null)
}

const patienceMilliseconds = 2_000

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
