import { Button, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type {
  AskPasswordResetAnswer,
  PasswordResetWayAnswer,
  ShownLinkAnswer,
} from '../../shared/accounts/answers.ts'
import { askPasswordResetRequest, resetPasswordRequest } from '../../shared/accounts/requests.ts'
import { api } from '../api/client.ts'
import { Loading } from '../shell/Loading.tsx'
import { TextLink } from '../shell/links.tsx'
import styles from './accounts.module.css'
import { EntryFrame } from './EntryFrame.tsx'
import { FormFailure } from './FormFailure.tsx'
import { LinkGate } from './LinkGate.tsx'
import { forgetLinkSecret, useLinkSecret } from './linkSecret.ts'
import { NewPasswordField } from './NewAccountFields.tsx'
import { useRequestForm } from './requestForm.ts'

/** Without a link one asks for one; with it one chooses the new password. */
export function ResetPasswordPage() {
  const secret = useLinkSecret('/reset-password')
  if (!secret) return <WithoutLink />
  return (
    <LinkGate<ShownLinkAnswer> secret={secret} path="/api/password-resets/current">
      {({ email }) => <ChoosePassword secret={secret} email={email} />}
    </LinkGate>
  )
}

/** Where no mail is sent nobody is asked for an address first. */
function WithoutLink() {
  const { data: way, isPending } = useQuery({
    queryKey: ['passwordResetWay'],
    queryFn: ({ signal }) => api.get<PasswordResetWayAnswer>('/api/password-resets', { signal }),
  })
  if (isPending) return <Loading />
  return way?.sendsMail === false ? <Asked status="askOperator" /> : <AskForLink />
}

function AskForLink() {
  const [status, setStatus] = useState<AskPasswordResetAnswer['status']>()
  const { form, submit, failure, isSending } = useRequestForm({
    schema: askPasswordResetRequest,
    initial: { email: '' },
    send: async (values) => {
      const answer = await api.post<AskPasswordResetAnswer>('/api/password-resets', values)
      setStatus(answer.status)
    },
  })
  if (status) return <Asked status={status} />
  return (
    <EntryFrame title="Reset the password" intro="We mail you a link with which to choose a new one.">
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextInput label="E-mail" type="email" autoComplete="username" {...form.getInputProps('email')} />
        <FormFailure message={failure} />
        <Button type="submit" loading={isSending} size="md">
          Send the link
        </Button>
      </form>
      <BackToSignIn />
    </EntryFrame>
  )
}

const askedWords: Record<AskPasswordResetAnswer['status'], { title: string; intro: string }> = {
  checkMail: {
    title: 'Check your mail',
    intro: 'If the address has an account, a link is on its way to it.',
  },
  askOperator: {
    title: 'Ask whoever runs this Interlane',
    intro: 'This installation sends no mail. The person who runs it can print a link for you.',
  },
}

function Asked({ status }: { status: AskPasswordResetAnswer['status'] }) {
  return (
    <EntryFrame {...askedWords[status]}>
      <BackToSignIn />
    </EntryFrame>
  )
}

function BackToSignIn() {
  return (
    <p className={styles.below}>
      <TextLink to="/sign-in">Back to sign in</TextLink>
    </p>
  )
}

function ChoosePassword({ secret, email }: { secret: string; email: string }) {
  const navigate = useNavigate()
  const { form, submit, failure, isSending } = useRequestForm({
    schema: resetPasswordRequest,
    initial: { newPassword: '' },
    send: async (values) => {
      await api.post('/api/password-resets/current', values, { secret })
      forgetLinkSecret('/reset-password')
      notifications.show({ message: 'The new password holds. Sign in with it.' })
      await navigate({ to: '/sign-in' })
    },
  })
  return (
    <EntryFrame title="Choose a new password" intro={`For ${email}. You will be signed out everywhere.`}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <NewPasswordField label="New password" {...form.getInputProps('newPassword')} />
        <FormFailure message={failure} />
        <Button type="submit" loading={isSending} size="md">
          Set the password
        </Button>
      </form>
    </EntryFrame>
  )
}
