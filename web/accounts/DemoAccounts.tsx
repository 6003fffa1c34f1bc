import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DemoAccountAnswer } from '../../shared/accounts/answers.ts'
import { api, messageOf } from '../api/client.ts'
import { Monogram } from '../shell/Monogram.tsx'
import styles from './accounts.module.css'
import demo from './DemoAccounts.module.css'
import { FormFailure } from './FormFailure.tsx'

/** One click signs in as somebody of the demo. Nothing is shown where there is no demo. */
export function DemoAccounts({ onChoose }: { onChoose(account: DemoAccountAnswer): Promise<void> }) {
  const [failure, setFailure] = useState<string>()
  const { data: accounts = [] } = useQuery({
    queryKey: ['demoAccounts'],
    queryFn: ({ signal }) => api.get<DemoAccountAnswer[]>('/api/demo/accounts', { signal }).catch(() => []),
  })
  if (accounts.length === 0) return null
  const choose = (account: DemoAccountAnswer) => {
    onChoose(account).catch((problem: unknown) => setFailure(messageOf(problem)))
  }
  return (
    <section className={styles.aside} aria-labelledby="demo-title">
      <h2 className={styles.sectionTitle} id="demo-title">
        Try the demo
      </h2>
      <p className={styles.sectionText}>
        Come in as one of these people. Then come in as their partner, and see what the partner sees.
      </p>
      <FormFailure message={failure} />
      <ul className={demo.list}>
        {accounts.map((account) => (
          <li key={account.email}>
            <button type="button" className={demo.account} onClick={() => choose(account)}>
              <Monogram name={account.organisation} relation="others" size={36} />
              <span className={demo.words}>
                <span className={demo.organisation}>{account.organisation}</span>
                <span className={demo.person}>{account.name}</span>
              </span>
              <span className={demo.enter} aria-hidden="true">
                →
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
