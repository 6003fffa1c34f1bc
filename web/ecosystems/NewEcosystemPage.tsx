import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { foundEcosystemRequest } from '../../shared/ecosystems/requests.ts'
import { FormFailure } from '../accounts/FormFailure.tsx'
import { useRequestForm } from '../accounts/requestForm.ts'
import { api } from '../api/client.ts'
import { Page } from '../shell/Page.tsx'
import { ecosystemsKey } from './ecosystemsQuery.ts'
import styles from './forms.module.css'

/** A name is enough; the first map comes next. */
export function NewEcosystemPage() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const idFor = useRepeatableId()
  const { form, submit, failure, isSending } = useRequestForm({
    schema: foundEcosystemRequest,
    initial: { name: '', goal: '' },
    send: async (values) => {
      const { id } = await api.post<{ id: string }>('/api/ecosystems', { id: idFor(values), ...values })
      void queries.invalidateQueries({ queryKey: ecosystemsKey })
      await navigate({ to: '/ecosystems/$ecosystemId/new-map', params: { ecosystemId: id } })
    },
  })
  return (
    <Page
      title="New ecosystem"
      intro="The organisations that serve the same end customer, and the maps they share. Your organisation organises it and invites the others; nobody sees it until you do."
      width="text"
    >
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextInput
          label="Name"
          description="Say whom you serve together, such as “Commercial cover for small firms”."
          data-autofocus
          {...form.getInputProps('name')}
        />
        <TextInput
          label="What you want to reach together"
          description="One sentence; you can leave it for later."
          {...form.getInputProps('goal')}
        />
        <FormFailure message={failure} />
        <div className={styles.buttons}>
          <Button type="submit" size="md" loading={isSending}>
            Create, then choose a map
          </Button>
        </div>
      </form>
    </Page>
  )
}

/** The same id for the same words, so that sending them again after a lost answer founds nothing twice. */
function useRepeatableId() {
  const latest = useRef({ words: '', id: '' })
  return (values: unknown): string => {
    const words = JSON.stringify(values)
    if (latest.current.words !== words) latest.current = { words, id: crypto.randomUUID() }
    return latest.current.id
  }
}
