import { Button } from '@mantine/core'
import { z } from 'zod'
import type { AccountAnswer } from '../../shared/accounts/answers.ts'
import { displayName, newPassword } from '../../shared/accounts/fields.ts'
import type { ShownColleagueInvitationAnswer } from '../../shared/accounts/organisations.ts'
import { actAs } from '../api/actingOrganisation.ts'
import { api } from '../api/client.ts'
import { useAccount, useArrive } from './account.ts'
import styles from './accounts.module.css'
import { EntryFrame } from './EntryFrame.tsx'
import { FormFailure } from './FormFailure.tsx'
import { HasAccount } from './HasAccount.tsx'
import { DeadLink, LinkGate } from './LinkGate.tsx'
import { forgetLinkSecret, useLinkSecret } from './linkSecret.ts'
import { InvitedAddress, NewPasswordField, OwnNameField } from './NewAccountFields.tsx'
import { useRequestForm } from './requestForm.ts'
import { roleSentences } from './roleWords.ts'

const place = '/api/colleague-invitations/current'

/** A colleague's invitation into an organisation; opening it changes nothing. */
export function JoinPage() {
  const account = useAccount()
  const secret = useLinkSecret('/join')
  if (!secret)
    return <DeadLink reason="The address is not complete. Open the link from the invitation again." />
  return (
    <LinkGate<ShownColleagueInvitationAnswer> secret={secret} path={place}>
      {(invitation) => (
        <EntryFrame
          title={`Join ${invitation.organisation}`}
          intro={`${invitation.invitedBy} invites you. ${roleSentences[invitation.role]}`}
        >
          {account ? (
            <JoinAs account={account} secret={secret} />
          ) : (
            <JoinAsNewcomer invitation={invitation} secret={secret} />
          )}
        </EntryFrame>
      )}
    </LinkGate>
  )
}

interface JoinAsProps {
  account: AccountAnswer
  secret: string
}

function JoinAs({ account, secret }: JoinAsProps) {
  const joined = useJoined()
  const { submit, failure, isSending } = useRequestForm({
    schema: z.object({}),
    initial: {},
    send: async () => joined(await api.post<AccountAnswer>(place, {}, { secret }), account),
  })
  return (
    <form className={styles.form} onSubmit={submit}>
      <p style={{ margin: 0 }}>
        You are signed in as <strong>{account.person.name}</strong> ({account.person.email}).
      </p>
      <FormFailure message={failure} />
      <Button type="submit" size="md" loading={isSending}>
        Join
      </Button>
    </form>
  )
}

const newcomer = z.object({ name: displayName, password: newPassword })

interface JoinAsNewcomerProps {
  invitation: ShownColleagueInvitationAnswer
  secret: string
}

function JoinAsNewcomer({ invitation, secret }: JoinAsNewcomerProps) {
  const joined = useJoined()
  const { form, submit, failure, isSending } = useRequestForm({
    schema: newcomer,
    initial: { name: '', password: '' },
    send: async (newAccount) => joined(await api.post<AccountAnswer>(place, { newAccount }, { secret })),
  })
  return (
    <>
      <form className={styles.form} onSubmit={submit} noValidate>
        <InvitedAddress email={invitation.email} />
        <OwnNameField {...form.getInputProps('name')} />
        <NewPasswordField {...form.getInputProps('password')} />
        <FormFailure message={failure} />
        <Button type="submit" size="md" loading={isSending}>
          Create the account and join
        </Button>
      </form>
      <HasAccount next="/join" />
    </>
  )
}

/** Starts to act for the organisation that was joined. */
function useJoined() {
  const arrive = useArrive()
  return async (after: AccountAnswer, before?: AccountAnswer) => {
    forgetLinkSecret('/join')
    const known = new Set(before?.memberships.map(({ organisation }) => organisation.id))
    const joined = after.memberships.find(({ organisation }) => !known.has(organisation.id))
    if (joined) actAs(joined.organisation.id)
    await arrive(after)
  }
}
