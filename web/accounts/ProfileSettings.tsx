import { Button, PasswordInput, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import type { AccountAnswer } from '../../shared/accounts/answers.ts'
import { changePasswordRequest, renamePersonRequest } from '../../shared/accounts/requests.ts'
import { api } from '../api/client.ts'
import { accountQuery } from './account.ts'
import { ConfirmationNotice } from './ConfirmationNotice.tsx'
import { FormFailure } from './FormFailure.tsx'
import { NewPasswordField } from './NewAccountFields.tsx'
import { useRequestForm } from './requestForm.ts'
import { SettingsSection } from './SettingsSection.tsx'
import styles from './settings.module.css'

export function ProfileSettings({ account }: { account: AccountAnswer }) {
  return (
    <>
      <ConfirmationNotice account={account} />
      <NameForm account={account} />
      <PasswordForm />
    </>
  )
}

function NameForm({ account }: { account: AccountAnswer }) {
  const queries = useQueryClient()
  const { form, submit, failure, isSending } = useRequestForm({
    schema: renamePersonRequest,
    initial: { name: account.person.name },
    send: async (values) => {
      queries.setQueryData(accountQuery.queryKey, await api.patch<AccountAnswer>('/api/account', values))
      notifications.show({ message: 'Your name is changed.' })
    },
  })
  return (
    <SettingsSection title="Name" text="Partners on your maps see it beside what you do.">
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextInput label="Your name" autoComplete="name" {...form.getInputProps('name')} />
        <FormFailure message={failure} />
        <Button type="submit" variant="default" loading={isSending}>
          Save
        </Button>
      </form>
    </SettingsSection>
  )
}

function PasswordForm() {
  const { form, submit, failure, isSending } = useRequestForm({
    schema: changePasswordRequest,
    initial: { currentPassword: '', newPassword: '' },
    send: async (values) => {
      await api.put('/api/account/password', values)
      form.reset()
      notifications.show({ message: 'The new password holds. You are signed out everywhere else.' })
    },
  })
  return (
    <SettingsSection title="Password" text="Changing it signs you out everywhere else.">
      <form className={styles.form} onSubmit={submit} noValidate>
        <PasswordInput
          label="Current password"
          autoComplete="current-password"
          {...form.getInputProps('currentPassword')}
        />
        <NewPasswordField label="New password" {...form.getInputProps('newPassword')} />
        <FormFailure message={failure} />
        <Button type="submit" variant="default" loading={isSending}>
          Change the password
        </Button>
      </form>
    </SettingsSection>
  )
}
