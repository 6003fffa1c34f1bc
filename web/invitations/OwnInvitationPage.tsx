import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { AcceptedInvitationAnswer } from '../../shared/invitations/invitations.ts'
import { useAccount } from '../accounts/account.ts'
import { DeadLink } from '../accounts/LinkGate.tsx'
import { api } from '../api/client.ts'
import { Failure } from '../shell/Failure.tsx'
import { Loading } from '../shell/Loading.tsx'
import frame from '../shell/Page.module.css'
import { AcceptAsMember } from './AcceptAsMember.tsx'
import { InvitationView } from './InvitationView.tsx'
import { ownInvitationsQuery } from './ownInvitations.ts'
import { PassOn } from './PassOn.tsx'

/** An invitation to one's confirmed address, reached from Home without its link. */
export function OwnInvitationPage() {
  const { invitationId } = useParams({ from: '/signedIn/invitations/$invitationId' })
  const account = useAccount()
  const { data: invitations, error, refetch } = useQuery(ownInvitationsQuery)
  if (error) {
    return (
      <div className={frame.page}>
        <Failure problem={error} onRetry={() => void refetch()} />
      </div>
    )
  }
  if (!invitations || !account) return <Loading what="the invitation" />
  const invitation = invitations.find(({ id }) => id === invitationId)
  if (!invitation)
    return (
      <DeadLink reason="This invitation is not open any more: it was accepted, withdrawn or has expired." />
    )
  return (
    <InvitationView invitation={invitation}>
      <AcceptAsMember
        account={account}
        invitation={invitation}
        accept={(organisationId) =>
          api.post<AcceptedInvitationAnswer>(`/api/invitations/${invitationId}/accept`, { organisationId })
        }
      />
      <PassOn invitation={invitation} secret={null} />
    </InvitationView>
  )
}
