import { Radio, Stack } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AccountAnswer } from '../../shared/accounts/answers.ts'
import type { DigestChoice } from '../../shared/inbox/answers.ts'
import { type Digest, digests } from '../../shared/inbox/news.ts'
import { SettingsSection } from '../accounts/SettingsSection.tsx'
import { showFailure } from '../accounts/showFailure.ts'
import { api } from '../api/client.ts'

const queryKey = ['digest']

const rhythms: Record<Digest, string> = {
  daily: 'Once a day',
  weekly: 'Once a week, on Monday',
  never: 'Never',
}

/** In which rhythm a letter sums up what is unread. */
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
          ? 'Only when there is something new. It says who wants what and where, never what was said.'
          : 'This installation sends no mail yet. What you choose here holds once it does.'
      }
    >
      <Radio.Group
        label="Write me what is unread in my inbox and what changed on maps I follow"
        value={data.digest}
        onChange={(digest) => choose.mutate({ digest: digest as DigestChoice['digest'] })}
      >
        <Stack gap="xs" mt="xs">
          {digests.map((digest) => (
            <Radio key={digest} value={digest} label={rhythms[digest]} />
          ))}
        </Stack>
      </Radio.Group>
    </SettingsSection>
  )
}
