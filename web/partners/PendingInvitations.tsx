import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { sayMoment } from '../accounts/moments.ts'
import { showFailure } from '../accounts/showFailure.ts'
import { api, messageOf } from '../api/client.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './partners.module.css'
import { invitationsKey, pendingInvitationsQuery } from './pendingInvitationsQuery.ts'

/** Who is invited and has not answered. */
export function PendingInvitations({ ecosystem }: { ecosystem: Ecosystem }) {
  const { ecosystemId, rows } = ecosystem
  const queries = useQueryClient()
  const { data: invitations = [], error } = useQuery(pendingInvitationsQuery(ecosystemId))
  const withdraw = useMutation({
    mutationFn: (id: string) => api.delete(`/api/ecosystems/${ecosystemId}/invitations/${id}`),
    onSettled: () => queries.invalidateQueries({ queryKey: invitationsKey(ecosystemId) }),
    onError: showFailure,
  })
  if (invitations.length === 0 && !error) return null
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>Invited, not here yet</h2>
      {error ? <p className={styles.text}>{messageOf(error)}</p> : null}
      <ul className={styles.list}>
        {invitations.map(({ id, email, partyId, mapIds, invitedBy, expiresAt }) => (
          <li key={id}>
            <span>
              <strong>{email}</strong> to hold {rows.get('party', partyId)?.name ?? 'a party'}
              <span className={styles.role}>
                {mapIds
                  .map((mapId) => rows.get('map', mapId)?.name)
                  .filter(Boolean)
                  .join(', ')}
                ; by {invitedBy}, open until {sayMoment(expiresAt)}
              </span>
            </span>
            <Button
              variant="default"
              size="xs"
              aria-label={`Withdraw the invitation to ${email}`}
              loading={withdraw.isPending && withdraw.variables === id}
              onClick={() => withdraw.mutate(id)}
            >
              Withdraw
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
