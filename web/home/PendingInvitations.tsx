import { useQuery } from '@tanstack/react-query'
import { sayMoment } from '../accounts/moments.ts'
import { ownInvitationsQuery } from '../invitations/ownInvitations.ts'
import { ButtonLink } from '../shell/links.tsx'
import styles from './home.module.css'

/** Invitations to one's confirmed address. Where they cannot be asked for, nothing is shown. */
export function PendingInvitations() {
  const { data: invitations = [] } = useQuery(ownInvitationsQuery)
  return invitations.map(({ id, invitingOrganisation, invitedBy, party, ecosystem, expiresAt }) => (
    <section key={id} className={styles.invitation} aria-label={`Invitation from ${invitingOrganisation}`}>
      <div>
        <h2 className={styles.invitationTitle}>
          {invitingOrganisation} keeps a lane for {party.name}
        </h2>
        <p className={styles.quiet}>
          {invitedBy} invites you to {ecosystem.name}, until {sayMoment(expiresAt)}.
        </p>
      </div>
      <ButtonLink to="/invitations/$invitationId" params={{ invitationId: id }} color="yours">
        See what it means
      </ButtonLink>
    </section>
  ))
}
