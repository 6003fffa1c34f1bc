import { useQuery } from '@tanstack/react-query'
import type { AcceptedInvitationAnswer, ShownInvitationAnswer } from '../../shared/invitations/invitations.ts'
import { accountQuery } from '../accounts/account.ts'
import { DeadLink, LinkGate } from '../accounts/LinkGate.tsx'
import { useLinkSecret } from '../accounts/linkSecret.ts'
import { api } from '../api/client.ts'
import { Loading } from '../shell/Loading.tsx'
import { AcceptAsMember } from './AcceptAsMember.tsx'
import { AcceptAsNewcomer } from './AcceptAsNewcomer.tsx'
import { InvitationView } from './InvitationView.tsx'
import { PassOn } from './PassOn.tsx'

/** Where the link of an invitation leads. Opening it changes nothing. */
export function InvitationPage() {
  const secret = useLinkSecret('/invitations')
  const { data: account, isPending } = useQuery(accountQuery)
  if (!secret)
    return <DeadLink reason="The address is not complete. Open the link from the invitation again." />
  if (isPending) return <Loading what="the invitation" />
  return (
    <LinkGate<ShownInvitationAnswer> secret={secret} path="/api/invitations/shown">
      {(invitation) => (
        <InvitationView invitation={invitation}>
          {account ? (
            <AcceptAsMember
              account={account}
              invitation={invitation}
              accept={(organisationId) =>
                api.post<AcceptedInvitationAnswer>('/api/invitations/accept', { organisationId }, { secret })
              }
            />
          ) : (
            <AcceptAsNewcomer invitation={invitation} secret={secret} />
          )}
          <PassOn invitation={invitation} secret={secret} />
        </InvitationView>
      )}
    </LinkGate>
  )
}
