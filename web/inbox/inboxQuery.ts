import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { InboxAnswer } from '../../shared/inbox/answers.ts'
import { api } from '../api/client.ts'

/** What one should look at, in the organisation one acts for. */
export const inboxQuery = (organisationId: string) =>
  queryOptions({
    queryKey: ['inbox', organisationId],
    queryFn: ({ signal }) => api.get<InboxAnswer>('/api/inbox', { signal }),
  })

/** Marks lines as read, on the screen at once. */
export function useMarkRead(organisationId: string) {
  const queries = useQueryClient()
  const { queryKey } = inboxQuery(organisationId)
  return useMutation({
    mutationFn: (ids: readonly string[]) => api.post('/api/inbox/read', { ids }),
    onMutate: (ids) => queries.setQueryData(queryKey, (inbox) => inbox && withRead(inbox, ids)),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  })
}

function withRead({ unread, lines }: InboxAnswer, ids: readonly string[]): InboxAnswer {
  const now = lines.filter(({ id, isRead }) => !isRead && ids.includes(id)).length
  return {
    unread: unread - now,
    lines: lines.map((line) => (ids.includes(line.id) ? { ...line, isRead: true } : line)),
  }
}
