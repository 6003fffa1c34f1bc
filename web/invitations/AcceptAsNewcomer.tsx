import { Button } from '@mantine/core'
import { z } from 'zod'
import { displayName, newPassword } from '../../shared/accounts/fields.ts'
import type { AcceptedInvitationAnswer, ShownInvitationAnswer } from '../../shared/invitations/invitations.ts'
import { isNamedByRole } from '../../shared/starters/namedByRole.ts'
import { FormFailure } from '../accounts/FormFailure.tsx'
import { HasAccount } from '../accounts/HasAccount.tsx'
import {
  InvitedAddress,
  NewPasswordField,
  OrganisationField,
  OwnNameField,
} from '../accounts/NewAccountFields.tsx'
import { useRequestForm } from '../accounts/requestForm.ts'
import { api } from '../api/client.ts'
import styles from './accept.module.css'
import { useAccepted } from './accepted.ts'

const newcomer = z.object({ name: displayName, organisation: displayName, password: newPassword })

interface AcceptAsNewcomerProps {
  invitation: ShownInvitationAnswer
  secret: string
}

/** Signing up and accepting in one step. */
export function AcceptAsNewcomer({ invitation, secret }: AcceptAsNewcomerProps) {
  const accepted = useAccepted(invitation)
  const { party } = invitation
  const { form, submit, failure, isSending } = useRequestForm({
    schema: newcomer,
    initial: { name: '', organisation: isNamedByRole(party) ? '' : party.name, password: '' },
    send: async (newAccount) =>
      accepted(
        await api.post<AcceptedInvitationAnswer>('/api/invitations/accept', { newAccount }, { secret }),
      ),
  })
  return (
    <section className={styles.plate}>
      <h2 className={styles.title}>Hold this lane</h2>
      <form className={styles.form} onSubmit={submit} noValidate>
        <InvitedAddress email={invitation.email} />
        <OwnNameField {...form.getInputProps('name')} />
        <OrganisationField {...form.getInputProps('organisation')} />
        <NewPasswordField {...form.getInputProps('password')} />
        <FormFailure message={failure} />
        <Button type="submit" size="md" color="yours" loading={isSending}>
          Sign up and accept
        </Button>
      </form>
      <HasAccount next="/invitations" />
    </section>
  )
}
