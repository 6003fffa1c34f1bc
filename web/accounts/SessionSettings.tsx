import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SessionAnswer } from '../../shared/accounts/answers.ts'
import { api } from '../api/client.ts'
import { Failure } from '../shell/Failure.tsx'
import { Loading } from '../shell/Loading.tsx'
import { sayMoment } from './moments.ts'
import { SettingsSection } from './SettingsSection.tsx'
import styles from './settings.module.css'
import { showFailure } from './showFailure.ts'

/** Where one is signed in, and ending it anywhere else. */
export function SessionSettings() {
  const queries = useQueryClient()
  const {
    data: sessions,
    error,
    refetch,
  } = useQuery({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => api.get<SessionAnswer[]>('/api/sessions', { signal }),
  })
  const end = useMutation({
    mutationFn: (which: string) => api.delete(`/api/sessions/${which}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
    onError: showFailure,
  })
  if (error) return <Failure problem={error} onRetry={() => void refetch()} />
  if (!sessions) return <Loading what="the devices" />
  return (
    <SettingsSection
      title="Signed in at"
      text="Somebody else’s device among them? End it and change your password."
    >
      <ul className={styles.rows}>
        {sessions.map(({ id, device, current, lastSeenAt }) => (
          <li key={id} className={styles.row}>
            <span className={styles.rowWords}>
              <span className={styles.rowName}>{device}</span>
              <span className={styles.quiet}>
                {current ? 'This browser' : `Last seen ${sayMoment(lastSeenAt)}`}
              </span>
            </span>
            {current ? null : (
              <Button
                variant="default"
                size="xs"
                onClick={() => end.mutate(id)}
                aria-label={`Sign out ${device}`}
              >
                Sign out there
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <Button mt="md" variant="default" loading={end.isPending} onClick={() => end.mutate('others')}>
          Sign out everywhere else
        </Button>
      ) : null}
    </SettingsSection>
  )
}
