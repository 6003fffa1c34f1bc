import { Button, PasswordInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { AccountAnswer, ShownConfirmationAnswer } from '../../shared/accounts/answers.ts'
import { confirmEmailRequest } from '../../shared/accounts/requests.ts'
import { api } from '../api/client.ts'
import { useArrive } from './account.ts'
import styles from './accounts.module.css'
import { EntryFrame } from './EntryFrame.tsx'
import { FormFailure } from './FormFailure.tsx'
import { DeadLink, LinkGate } from './LinkGate.tsx'
import { forgetLinkSecret, useLinkSecret } from './linkSecret.ts'
import { useRequestForm } from './requestForm.ts'

/** Where the link of the confirmation mail leads; opening it changes nothing. */
export function ConfirmEmailPage() {
  const secret = useLinkSecret('/confirm-email')
  if (!secret) return <DeadLink reason="The address is not complete. Open the link from the mail again." />
  return (
    <LinkGate<ShownConfirmationAnswer> secret={secret} path="/api/email-confirmations/current">
      {(shown) => <Confirm secret={secret} shown={shown} />}
    </LinkGate>
  )
}

function Confirm({ secret, shown }: { secret: string; shown: ShownConfirmationAnswer }) {
  const arrive = useArrive()
  const { form, submit, failure, isSending } = useRequestForm({
    schema: confirmEmailRequest,
    initial: shown.needsPassword ? { password: '' } : {},
    send: async (values: { password?: string | undefined }) => {
      const account = await api.post<AccountAnswer>('/api/email-confirmations/current', values, { secret })
      forgetLinkSecret('/confirm-email')
      notifications.show({ message: `${shown.email} is confirmed.` })
      await arrive(account)
    },
  })
  return (
    <EntryFrame
      title="Confirm your address"
      intro={`${shown.email} belongs to you, and partners may invite you by it.`}
    >
      <form className={styles.form} onSubmit={submit} noValidate>
        {shown.needsPassword ? (
          <PasswordInput
            label="Password"
            description="The one you chose when you signed up."
            autoComplete="current-password"
            {...form.getInputProps('password')}
          />
        ) : null}
        <FormFailure message={failure} />
        <Button type="submit" loading={isSending} size="md">
          Confirm
        </Button>
      </form>
    </EntryFrame>
  )
}
