import { Button, PasswordInput, TextInput } from '@mantine/core'
import { z } from 'zod'
import { displayName, minimumPasswordLength, newPassword } from '../../shared/accounts/fields.ts'
import type { AcceptedInvitationAnswer, ShownInvitationAnswer } from '../../shared/invitations/invitations.ts'
import { FormFailure } from '../accounts/FormFailure.tsx'
import { useRequestForm } from '../accounts/requestForm.ts'
import { api } from '../api/client.ts'
import { TextLink } from '../shell/links.tsx'
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
  const { form, submit, failure, isSending } = useRequestForm({
    schema: newcomer,
    initial: { name: '', organisation: invitation.party.name, password: '' },
    send: async (newAccount) =>
      accepted(
        await api.post<AcceptedInvitationAnswer>('/api/invitations/accept', { newAccount }, { secret }),
      ),
  })
  return (
    <section className={styles.plate}>
      <h2 className={styles.title}>Hold this lane</h2>
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextInput label="E-mail" value={invitation.email} readOnly autoComplete="username" />
        <TextInput label="Your name" autoComplete="name" {...form.getInputProps('name')} />
        <TextInput
          label="Your organisation"
          description="As your partners will know it. You become its admin."
          autoComplete="organization"
          {...form.getInputProps('organisation')}
        />
        <PasswordInput
          label="Password"
          description={`At least ${minimumPasswordLength} characters, of any kind.`}
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
        <FormFailure message={failure} />
        <Button type="submit" size="md" color="yours" loading={isSending}>
          Sign up and accept
        </Button>
      </form>
      <p className={styles.below}>
        Already have an account?{' '}
        <TextLink to="/sign-in" search={{ next: '/invitations' }}>
          Sign in first
        </TextLink>
      </p>
    </section>
  )
}
