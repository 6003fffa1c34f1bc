import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { nameOrganisationRequest, type OrganisationAnswer } from '../../shared/accounts/organisations.ts'
import { api } from '../api/client.ts'
import { accountQuery, useSwitchOrganisation } from './account.ts'
import { FormFailure } from './FormFailure.tsx'
import { useRequestForm } from './requestForm.ts'
import { SettingsSection } from './SettingsSection.tsx'
import styles from './settings.module.css'

/** A person may belong to several organisations and act for one at a time. */
export function NewOrganisation({ title, text }: { title: string; text: string }) {
  const queries = useQueryClient()
  const switchTo = useSwitchOrganisation()
  const { form, submit, failure, isSending } = useRequestForm({
    schema: nameOrganisationRequest,
    initial: { name: '' },
    send: async (values) => {
      const { id } = await api.post<OrganisationAnswer>('/api/organisations', values)
      await queries.refetchQueries({ queryKey: accountQuery.queryKey })
      await switchTo(id)
    },
  })
  return (
    <SettingsSection title={title} text={text}>
      <form className={styles.inline} onSubmit={submit} noValidate>
        <TextInput label="Its name" {...form.getInputProps('name')} />
        <Button type="submit" variant="default" loading={isSending}>
          Create
        </Button>
        <FormFailure message={failure} />
      </form>
    </SettingsSection>
  )
}
