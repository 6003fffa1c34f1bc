import { useQuery } from '@tanstack/react-query'
import { listNames } from '../rounds/roundWords.ts'
import styles from './dialog.module.css'
import { expectedQuery } from './expectedQuery.ts'

/** Beside a choice to share with everybody on a map: who is invited there, and will be among them. */
export function WhoIsExpected({ ecosystemId, mapId }: { ecosystemId: string; mapId: string }) {
  const { data = [] } = useQuery({ ...expectedQuery(ecosystemId), staleTime: 0 })
  const there = data.filter(({ mapIds }) => mapIds.includes(mapId))
  if (there.length === 0) return null
  const names = [...new Set(there.map(({ party }) => party || 'Somebody'))].sort()
  return (
    <p className={styles.quiet}>
      {listNames(names)} {names.length === 1 ? 'is' : 'are'} invited, and would see this from the day{' '}
      {names.length === 1 ? 'it joins' : 'they join'}.
    </p>
  )
}
