import { ApiFailure } from '../api/client.ts'
import { Failure } from '../shell/Failure.tsx'
import frame from '../shell/Page.module.css'
import { RouteNotFound } from '../shell/RouteNotFound.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'

/** Why an ecosystem cannot be shown; one that is not there, or no more for us, as any other address. */
export function EcosystemFailure({ ecosystem: { problem, retry } }: { ecosystem: Ecosystem }) {
  if (problem instanceof ApiFailure && problem.status === 404) return <RouteNotFound />
  return (
    <div className={frame.page}>
      <Failure problem={problem} onRetry={retry} />
    </div>
  )
}
