import { useMemo } from 'react'
import { useOthers } from './MapPresence.tsx'

/** By id what others have selected; the same map until one of them selects something else, however they move about. */
export function useSelectedByOthers(): ReadonlyMap<string, 'yours' | 'others'> {
  const others = useOthers()
  const text = JSON.stringify(
    others.flatMap(({ selected, relation }) => (selected ? [[selected.id, relation]] : [])),
  )
  return useMemo(() => new Map(JSON.parse(text) as [string, 'yours' | 'others'][]), [text])
}
