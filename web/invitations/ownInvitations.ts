import { queryOptions } from '@tanstack/react-query'
import type { ShownInvitationAnswer } from '../../shared/invitations/invitations.ts'
import { api } from '../api/client.ts'

/** Invitations that wait for one's confirmed e-mail address. */
export const ownInvitationsQuery = queryOptions({
  queryKey: ['ownInvitations'],
  queryFn: ({ signal }) => api.get<ShownInvitationAnswer[]>('/api/invitations', { signal }),
})
