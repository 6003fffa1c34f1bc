import { Button, Select, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  type ColleagueInvitationAnswer,
  type InvitedColleagueAnswer,
  inviteColleagueRequest,
} from '../../shared/accounts/organisations.ts'
import type { MemberRight, MemberRole } from '../../shared/accounts/roles.ts'
import { api } from '../api/client.ts'
import { Delivered } from './Delivered.tsx'
import { FormFailure } from './FormFailure.tsx'
import { sayMoment } from './moments.ts'
import { RightChecks } from './RightChecks.tsx'
import { useRequestForm } from './requestForm.ts'
import { roleChoices, sayRole } from './roleWords.ts'
import { SettingsSection } from './SettingsSection.tsx'
import styles from './settings.module.css'
import { showFailure } from './showFailure.ts'

/** Inviting colleagues, and the invitations nobody has followed yet. */
export function ColleagueInvitations({ organisationId }: { organisationId: string }) {
  const place = `/api/organisations/${organisationId}/invitations`
  const queryKey = ['colleagueInvitations', organisationId]
  const queries = useQueryClient()
  const [invited, setInvited] = useState<InvitedColleagueAnswer>()
  const { data: pending = [] } = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.get<ColleagueInvitationAnswer[]>(place, { signal }),
  })
  const { form, submit, failure, isSending } = useRequestForm({
    schema: inviteColleagueRequest,
    initial: { email: '', role: 'editor' as MemberRole, withheld: [] as MemberRight[] },
    send: async (values) => {
      setInvited(await api.post<InvitedColleagueAnswer>(place, values))
      form.reset()
      await queries.invalidateQueries({ queryKey })
    },
  })
  const withdraw = useMutation({
    mutationFn: (id: string) => api.delete(`${place}/${id}`),
    onSettled: () => queries.invalidateQueries({ queryKey }),
    onError: showFailure,
  })
  return (
    <SettingsSection
      title="Invite a colleague"
      text="Partners are invited from a map or a handoff, not from here."
    >
      <form className={styles.inline} onSubmit={submit} noValidate>
        <TextInput label="E-mail" type="email" {...form.getInputProps('email')} />
        <Select label="Role" data={roleChoices} w={120} {...form.getInputProps('role')} />
        {form.values.role === 'editor' ? (
          <RightChecks
            of="who is invited"
            withheld={form.values.withheld ?? []}
            isAdmin={false}
            onChange={(withheld) => form.setFieldValue('withheld', withheld)}
          />
        ) : null}
        <Button type="submit" loading={isSending}>
          Invite
        </Button>
        <FormFailure message={failure} />
      </form>
      {invited ? <Delivered delivery={invited.delivery} to={invited.invitation.email} /> : null}
      {pending.length > 0 ? (
        <ul
          className={styles.rows}
          aria-label="Invitations nobody has followed yet"
          style={{ marginTop: 20 }}
        >
          {pending.map(({ id, email, role, withheld, expiresAt }) => (
            <li key={id} className={styles.row}>
              <span className={styles.rowWords}>
                <span className={styles.rowName}>{email}</span>
                <span className={styles.quiet}>
                  {sayRole(role, withheld)}, open until {sayMoment(expiresAt)}
                </span>
              </span>
              <Button
                variant="subtle"
                color="pain"
                size="sm"
                aria-label={`Withdraw the invitation to ${email}`}
                onClick={() => withdraw.mutate(id)}
              >
                Withdraw
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </SettingsSection>
  )
}
