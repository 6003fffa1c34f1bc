import { Button, Select } from '@mantine/core'
import { z } from 'zod'
import type { AccountAnswer } from '../../shared/accounts/answers.ts'
import type { AcceptedInvitationAnswer, ShownInvitationAnswer } from '../../shared/invitations/invitations.ts'
import { FormFailure } from '../accounts/FormFailure.tsx'
import { useRequestForm } from '../accounts/requestForm.ts'
import { TextLink } from '../shell/links.tsx'
import styles from './accept.module.css'
import { useAccepted } from './accepted.ts'

const request = z.object({ organisationId: z.string().min(1, 'Choose the organisation that accepts.') })

interface AcceptAsMemberProps {
  account: AccountAnswer
  invitation: ShownInvitationAnswer
  accept(organisationId: string): Promise<AcceptedInvitationAnswer>
}

/** Accepting for an organisation one administers already. */
export function AcceptAsMember({ account, invitation, accept }: AcceptAsMemberProps) {
  const administered = account.memberships.filter(({ role }) => role === 'admin')
  const isOther = invitation.mailed && invitation.email !== account.person.email
  if (administered.length === 0 || isOther) {
    return (
      <section className={styles.plate}>
        <h2 className={styles.title}>You cannot accept this yourself</h2>
        <p className={styles.text}>
          {isOther
            ? `It was sent to ${invitation.email}, and you are signed in as ${account.person.email}. Sign in with that address.`
            : 'Only an admin of your organisation accepts for it. Pass it to a colleague who is one.'}
        </p>
      </section>
    )
  }
  return <AcceptForm administered={administered} invitation={invitation} accept={accept} />
}

interface AcceptFormProps extends Omit<AcceptAsMemberProps, 'account'> {
  administered: AccountAnswer['memberships']
}

function AcceptForm({ administered, invitation, accept }: AcceptFormProps) {
  const accepted = useAccepted(invitation)
  const likely = administered.find(({ organisation }) => organisation.name === invitation.party.name)
  const { form, submit, failure, isSending } = useRequestForm({
    schema: request,
    initial: { organisationId: (likely ?? administered[0]!).organisation.id },
    send: async ({ organisationId }) => accepted(await accept(organisationId)),
  })
  const chosen = administered.find(({ organisation }) => organisation.id === form.values.organisationId)
  return (
    <section className={styles.plate}>
      <h2 className={styles.title}>Hold this lane</h2>
      <form className={styles.form} onSubmit={submit} noValidate>
        {administered.length > 1 ? (
          <Select
            label="Accept for"
            data={administered.map(({ organisation }) => ({
              value: organisation.id,
              label: organisation.name,
            }))}
            {...form.getInputProps('organisationId')}
          />
        ) : (
          <p className={styles.text}>
            You accept for <strong>{chosen?.organisation.name}</strong>, as its admin.
          </p>
        )}
        <FormFailure message={failure} />
        <Button type="submit" size="md" color="yours" loading={isSending}>
          Accept for {chosen?.organisation.name}
        </Button>
      </form>
      <p className={styles.below}>
        For another organisation?{' '}
        <TextLink to="/settings" search={{ tab: 'organisation' }}>
          Create it first
        </TextLink>
        , then come back here.
      </p>
    </section>
  )
}
