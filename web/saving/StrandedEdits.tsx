import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AccountAnswer } from '../../shared/accounts/answers.ts'
import { useActingMembership } from '../accounts/account.ts'
import { ecosystemsQuery } from '../ecosystems/ecosystemsQuery.ts'
import { saveFile } from '../imports/downloadMap.ts'
import { TwoStepButton } from '../shell/TwoStepButton.tsx'
import { readKept } from '../sync/kept/entries.ts'
import styles from './saving.module.css'
import { forgetStranded, sayStranded, strandedEdits } from './strandedEdits.ts'
import { sayChanges } from './UnsentBanner.tsx'

/** Says once that something can be sent no more, and has it saved or given up: either way it leaves this device. */
export function StrandedEdits({ account }: { account: AccountAnswer }) {
  const actingId = useActingMembership()?.organisation.id
  const [, setDecided] = useState(0)
  const mayBeStranded = readKept(localStorage, { personId: account.person.id }).length > 0
  const { data: ecosystems } = useQuery({
    ...ecosystemsQuery(actingId ?? ''),
    enabled: mayBeStranded && actingId !== undefined,
  })
  const stranded = mayBeStranded
    ? strandedEdits(account, { actingId, ecosystemIds: ecosystems?.map(({ id }) => id) })
    : []
  if (stranded.length === 0) return null
  const decide = () => {
    forgetStranded(stranded)
    setDecided((times) => times + 1)
  }
  const save = async () => {
    await saveFile(new Response(sayStranded(stranded)), 'interlane-not-sent.txt')
    decide()
  }
  return (
    <section
      className={`${styles.notice} ${styles.underBar} ${styles.list}`}
      role="alert"
      aria-label="Changes that cannot be sent"
    >
      <div className={styles.words}>
        {sayChanges(stranded.length)} not sent, and cannot be sent any more: you, or your organisation, no
        longer take part where {stranded.length === 1 ? 'it was' : 'they were'} made. Only this device has{' '}
        {stranded.length === 1 ? 'it' : 'them'}.
        <div className={styles.buttons}>
          <Button size="compact-sm" onClick={() => void save()}>
            Save as a file
          </Button>
          <TwoStepButton
            size="compact-sm"
            label="Discard the changes that cannot be sent"
            question="Really discard?"
            onConfirm={decide}
          >
            Discard
          </TwoStepButton>
        </div>
      </div>
    </section>
  )
}
