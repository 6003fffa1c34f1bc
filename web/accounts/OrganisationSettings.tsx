import { Button, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import type { AccountAnswer, MembershipAnswer } from '../../shared/accounts/answers.ts'
import { nameOrganisationRequest } from '../../shared/accounts/organisations.ts'
import { api } from '../api/client.ts'
import { Departures } from '../home/Departures.tsx'
import { accountQuery } from './account.ts'
import { ColleagueInvitations } from './ColleagueInvitations.tsx'
import { FormFailure } from './FormFailure.tsx'
import { Members } from './Members.tsx'
import { NewOrganisation } from './NewOrganisation.tsx'
import { RightChanges } from './RightChanges.tsx'
import { useRequestForm } from './requestForm.ts'
import { roleSentences } from './roleWords.ts'
import { SettingsSection } from './SettingsSection.tsx'
import styles from './settings.module.css'

interface OrganisationSettingsProps {
  account: AccountAnswer
  acting: MembershipAnswer
}

/** The organisation one acts for: name, people, invitations. Only its admins change them. */
export function OrganisationSettings({ account, acting }: OrganisationSettingsProps) {
  const isAdmin = acting.role === 'admin'
  const { id, name } = acting.organisation
  return (
    <>
      <Departures />
      {isAdmin ? (
        <NameForm key={id} organisationId={id} name={name} />
      ) : (
        <SettingsSection
          title={name}
          text={`${roleSentences[acting.role]} Its admins change what stands here.`}
        >
          {null}
        </SettingsSection>
      )}
      <Members organisation={acting.organisation} own={account.person.id} isAdmin={isAdmin} />
      <RightChanges organisationId={id} />
      {isAdmin ? <ColleagueInvitations organisationId={id} /> : null}
      <NewOrganisation
        title="Another organisation"
        text="You act for one at a time; the yellow chip in the bar says which."
      />
    </>
  )
}

function NameForm({ organisationId, name }: { organisationId: string; name: string }) {
  const queries = useQueryClient()
  const { form, submit, failure, isSending } = useRequestForm({
    schema: nameOrganisationRequest,
    initial: { name },
    send: async (values) => {
      await api.patch(`/api/organisations/${organisationId}`, values)
      await queries.invalidateQueries({ queryKey: accountQuery.queryKey })
      notifications.show({ message: 'The name is changed.' })
    },
  })
  return (
    <SettingsSection title="Organisation" text="As your partners know it.">
      <form className={styles.inline} onSubmit={submit} noValidate>
        <TextInput label="Name" autoComplete="organization" {...form.getInputProps('name')} />
        <Button type="submit" variant="default" loading={isSending}>
          Save
        </Button>
        <FormFailure message={failure} />
      </form>
    </SettingsSection>
  )
}
