import { Switch } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AccountAnswer } from '../../shared/accounts/answers.ts'
import type { DigestChoice } from '../../shared/inbox/answers.ts'
import { SettingsSection } from '../accounts/SettingsSection.tsx'
import { showFailure } from '../accounts/showFailure.ts'
import { api } from '../api/client.ts'

const queryKey = ['digest']

/** Whether a letter sums up once a day what is unread. */
export function DigestSettings({ account }: { account: AccountAnswer }) {
  const queries = useQueryClient()
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.get<DigestChoice>('/api/inbox/digest', { signal }),
  })
  const choose = useMutation({
    mutationFn: (choice: DigestChoice) => api.put('/api/inbox/digest', choice),
    onMutate: (choice) => queries.setQueryData(queryKey, choice),
    onError: showFailure,
    onSettled: () => queries.invalidateQueries({ queryKey }),
  })
  if (!data) return null
  return (
    <SettingsSection
      title="Letters"
      text={
        account.sendsMail
          ? 'At most one a day, only when something is unread. It says who wants what and where, never what was said.'
          : 'This installation sends no mail yet. What you choose here holds once it does.'
      }
    >
      <Switch
        label="Once a day, write me what is unread in my inbox"
        checked={data.digest === 'daily'}
        onChange={({ currentTarget }) => choose.mutate({ digest: currentTarget.checked ? 'daily' : 'never' })}
      />
    </SettingsSection>
  )
}
