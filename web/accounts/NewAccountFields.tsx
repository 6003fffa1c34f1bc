// The fields of a new account, alike wherever one is made: signing up, joining, accepting.
import { PasswordInput, type PasswordInputProps, TextInput, type TextInputProps } from '@mantine/core'
import { minimumPasswordLength } from '../../shared/accounts/fields.ts'

/** The address an invitation was made for; it is not to be changed. */
export function InvitedAddress({ email }: { email: string }) {
  return <TextInput label="E-mail" value={email} readOnly autoComplete="username" />
}

export function OwnNameField(props: TextInputProps) {
  return <TextInput label="Your name" autoComplete="name" {...props} />
}

export function OrganisationField(props: TextInputProps) {
  return (
    <TextInput
      label="Your organisation"
      description="As your partners will know it. You become its admin."
      autoComplete="organization"
      {...props}
    />
  )
}

export function NewPasswordField(props: PasswordInputProps) {
  return (
    <PasswordInput
      label="Password"
      description={`At least ${minimumPasswordLength} characters, of any kind.`}
      autoComplete="new-password"
      {...props}
    />
  )
}
