import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { AcceptedInvitationAnswer, ShownInvitationAnswer } from '../../shared/invitations/invitations.ts'
import { accountQuery } from '../accounts/account.ts'
import { forgetLinkSecret } from '../accounts/linkSecret.ts'
import { actAs } from '../api/actingOrganisation.ts'

/** Begins to act for the organisation that accepted, and leads to its lane: to review it, or to the empty map. */
export function useAccepted(invitation: ShownInvitationAnswer) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return async ({ ecosystemId, mapId, organisationId }: AcceptedInvitationAnswer) => {
    forgetLinkSecret('/invitations')
    actAs(organisationId)
    queries.clear()
    await queries.fetchQuery(accountQuery)
    const isDescribed = invitation.maps.some(({ cards }) => cards.length > 0)
    await (isDescribed
      ? navigate({ to: '/ecosystems/$ecosystemId/lane-review', params: { ecosystemId } })
      : navigate({ to: '/ecosystems/$ecosystemId/maps/$mapId', params: { ecosystemId, mapId } }))
  }
}
