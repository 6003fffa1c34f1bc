import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import type { AccountAnswer } from '../../shared/accounts/answers.ts'
import { signInRequest } from '../../shared/accounts/requests.ts'
import { api } from '../api/client.ts'
import { TextLink } from '../shell/links.tsx'
import { useArrive } from './account.ts'
import styles from './accounts.module.css'
import { DemoAccounts } from './DemoAccounts.tsx'
import { EntryFrame } from './EntryFrame.tsx'
import { FormFailure } from './FormFailure.tsx'
import { useRequestForm } from './requestForm.ts'

export function SignInPage() {
  const { next } = useSearch({ from: '/sign-in' })
  const arrive = useArrive()
  const signIn = async (credentials: { email: string; password: string }) => {
    await arrive(await api.post<AccountAnswer>('/api/sessions', credentials), next)
  }
  const { form, submit, failure, isSending } = useRequestForm({
    schema: signInRequest,
    initial: { email: '', password: '' },
    send: signIn,
  })
  return (
    <EntryFrame title="Sign in" before={<DemoAccounts onChoose={signIn} />}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextInput label="E-mail" type="email" autoComplete="username" {...form.getInputProps('email')} />
        <PasswordInput label="Password" autoComplete="current-password" {...form.getInputProps('password')} />
        <FormFailure message={failure} />
        <Button type="submit" loading={isSending} size="md">
          Sign in
        </Button>
      </form>
      <p className={styles.below}>
        <TextLink to="/reset-password">Forgot the password?</TextLink>
        <br />
        New here?{' '}
        <TextLink to="/sign-up" search={{ next }}>
          Create your organisation
        </TextLink>
      </p>
    </EntryFrame>
  )
}
