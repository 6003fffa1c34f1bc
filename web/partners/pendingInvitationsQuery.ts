import { queryOptions } from '@tanstack/react-query'
import type { InvitationAnswer } from '../../shared/invitations/invitations.ts'
import { api } from '../api/client.ts'

export const invitationsKey = (ecosystemId: string) => ['invitations', ecosystemId]

/** Invitations to this ecosystem that nobody has accepted yet; only for those who may invite. */
export const pendingInvitationsQuery = (ecosystemId: string) =>
  queryOptions({
    queryKey: invitationsKey(ecosystemId),
    queryFn: ({ signal }) =>
      api.get<InvitationAnswer[]>(`/api/ecosystems/${ecosystemId}/invitations`, { signal }),
    refetchInterval: 15_000,
  })
