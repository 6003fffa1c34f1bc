import { useQuery } from '@tanstack/react-query'
import { Navigate, useParams } from '@tanstack/react-router'
import { api } from '../api/client.ts'
import { Failure } from './Failure.tsx'
import { Loading } from './Loading.tsx'
import { lastMapOf } from './lastMap.ts'
import frame from './Page.module.css'

/** Leads on to the map one looked at last in this ecosystem, else its first, else to making one. */
export function LastMapPage() {
  const { ecosystemId } = useParams({ from: '/signedIn/ecosystems/$ecosystemId/' })
  const { data, error, refetch } = useQuery({
    queryKey: ['ecosystem', ecosystemId],
    queryFn: ({ signal }) =>
      api.get<{ maps: { id: string }[] }>(`/api/ecosystems/${ecosystemId}`, { signal }),
  })
  if (error) {
    return (
      <div className={frame.page}>
        <Failure problem={error} onRetry={() => void refetch()} />
      </div>
    )
  }
  if (!data) return <Loading what="the maps" />
  const last = lastMapOf(ecosystemId)
  const map = data.maps.find(({ id }) => id === last) ?? data.maps[0]
  if (!map) return <Navigate to="/ecosystems/$ecosystemId/new-map" params={{ ecosystemId }} replace />
  return (
    <Navigate to="/ecosystems/$ecosystemId/maps/$mapId" params={{ ecosystemId, mapId: map.id }} replace />
  )
}
