import { ApiFailure } from '../api/client.ts'
import { Departures, useDepartures } from '../home/Departures.tsx'
import { Failure } from '../shell/Failure.tsx'
import { Loading } from '../shell/Loading.tsx'
import frame from '../shell/Page.module.css'
import { Page } from '../shell/Page.tsx'
import { RouteNotFound } from '../shell/RouteNotFound.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'

/** Why an ecosystem cannot be shown; one that is not there, or no more for us, as any other address. */
export function EcosystemFailure({ ecosystem: { ecosystemId, problem, retry } }: { ecosystem: Ecosystem }) {
  if (problem instanceof ApiFailure && problem.status === 404) return <NotThere ecosystemId={ecosystemId} />
  return (
    <div className={frame.page}>
      <Failure problem={problem} onRetry={retry} />
    </div>
  )
}

/** Whoever took part is told that this ended, and finds what is theirs where they looked for it. */
function NotThere({ ecosystemId }: { ecosystemId: string }) {
  const departures = useDepartures(ecosystemId)
  // Not before it is known: the page would say one thing, and another a moment later.
  if (!departures) return <Loading what="what has become of it" />
  if (departures.length === 0) return <RouteNotFound />
  return (
    <Page title="You take part here no longer" width="text">
      <Departures of={ecosystemId} />
    </Page>
  )
}
