import { Button, TextInput } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { SignUpAnswer } from '../../shared/accounts/answers.ts'
import { signUpRequest } from '../../shared/accounts/requests.ts'
import { api } from '../api/client.ts'
import { TextLink } from '../shell/links.tsx'
import { useArrive } from './account.ts'
import styles from './accounts.module.css'
import { EntryFrame } from './EntryFrame.tsx'
import { FormFailure } from './FormFailure.tsx'
import { HasAccount } from './HasAccount.tsx'
import { NewPasswordField, OrganisationField, OwnNameField } from './NewAccountFields.tsx'
import { useRequestForm } from './requestForm.ts'
import { WhatYouGet } from './WhatYouGet.tsx'

export function SignUpPage() {
  const { next, email = '' } = useSearch({ from: '/sign-up' })
  const arrive = useArrive()
  const [mailedTo, setMailedTo] = useState<string>()
  const { form, submit, failure, isSending } = useRequestForm({
    schema: signUpRequest,
    initial: { organisation: '', name: '', email, password: '' },
    send: async (values) => {
      const answer = await api.post<SignUpAnswer>('/api/account', values)
      if (answer.status === 'signedIn') await arrive(answer.account, next)
      else setMailedTo(values.email)
    },
  })
  if (mailedTo) return <CheckMail email={mailedTo} />
  return (
    <EntryFrame title="Create your organisation" after={<WhatYouGet />}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <OrganisationField
          label="Organisation"
          description="As your partners know it."
          {...form.getInputProps('organisation')}
        />
        <OwnNameField {...form.getInputProps('name')} />
        <TextInput
          label="Work e-mail"
          type="email"
          autoComplete="username"
          {...form.getInputProps('email')}
        />
        <NewPasswordField {...form.getInputProps('password')} />
        <FormFailure message={failure} />
        <Button type="submit" loading={isSending} size="md">
          Create
        </Button>
      </form>
      <HasAccount next={next}>Sign in</HasAccount>
    </EntryFrame>
  )
}

function CheckMail({ email }: { email: string }) {
  return (
    <EntryFrame title="Check your mail">
      <p>
        A link is on its way to <strong>{email}</strong>. Open it within two days and your organisation is
        ready.
      </p>
      <p className={styles.below}>
        Nothing there? Look among the unwanted mail, or <TextLink to="/sign-in">sign in</TextLink> if you have
        had an account before.
      </p>
    </EntryFrame>
  )
}
