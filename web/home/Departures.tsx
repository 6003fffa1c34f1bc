import { queryOptions, useQuery } from '@tanstack/react-query'
import type { DepartureAnswer } from '../../shared/ecosystems/departures.ts'
import { useActingMembership } from '../accounts/account.ts'
import { sayMoment } from '../accounts/moments.ts'
import { api } from '../api/client.ts'
import { TakeAlong } from '../partners/TakeAlong.tsx'
import styles from './home.module.css'

const departuresQuery = queryOptions({
  queryKey: ['departures'],
  queryFn: ({ signal }) => api.get<DepartureAnswer[]>('/api/departures', { signal }),
  // Asked for anew wherever it is shown: somebody may have left a moment ago.
  staleTime: 0,
})

/** Maps that were left, of one ecosystem or of all; null until they are known. Those that cannot be asked for are none. */
export function useDepartures(of?: string): DepartureAnswer[] | null {
  const { data = [], isFetchedAfterMount } = useQuery(departuresQuery)
  if (!isFetchedAfterMount) return null
  return data.filter(({ ecosystemId }) => of === undefined || ecosystemId === of)
}

/**
 * Maps one's organisation takes part in no longer, and its own rows as a file while they are kept for it; of one ecosystem,
 * or of all.
 */
export function Departures({ of }: { of?: string }) {
  const departures = useDepartures(of) ?? []
  const isAdmin = useActingMembership()?.role === 'admin'
  return departures.map(({ ecosystemId, ecosystem, maps, leftAt, until, endedBy }) => (
    <section
      key={`${ecosystemId} ${leftAt}`}
      className={styles.invitation}
      aria-label={`No longer in ${ecosystem}`}
    >
      <div>
        <h2 className={styles.invitationTitle}>
          {endedBy
            ? `${endedBy} ended your part in ${maps.map(({ name }) => name).join(', ')}`
            : `You left ${maps.map(({ name }) => name).join(', ')}`}
        </h2>
        <p className={styles.quiet}>
          In {ecosystem}, {sayMoment(leftAt)}. What you had shared stays there, marked as left. Your own views
          are yours{isAdmin ? '' : ': an admin of your organisation can save them'} until {sayMoment(until)}.
        </p>
      </div>
      {isAdmin ? <TakeAlong ecosystemId={ecosystemId} name={ecosystem} /> : null}
    </section>
  ))
}
