import { useQuery } from '@tanstack/react-query'
import type { RightChangeAnswer } from '../../shared/accounts/organisations.ts'
import { sayRightChange } from '../../shared/accounts/rightChange.ts'
import { api } from '../api/client.ts'
import { sayMoment } from './moments.ts'
import { SettingsSection } from './SettingsSection.tsx'
import styles from './settings.module.css'

/** Who let whom do what, the latest first; nothing while nobody's rights have changed. */
export function RightChanges({ organisationId }: { organisationId: string }) {
  const { data } = useQuery({
    queryKey: ['rightChanges', organisationId],
    queryFn: ({ signal }) =>
      api.get<RightChangeAnswer[]>(`/api/organisations/${organisationId}/right-changes`, { signal }),
  })
  if (!data || data.length === 0) return null
  return (
    <div id="rights">
      <SettingsSection
        title="Who may do what: what changed"
        text="Everybody of ours reads this, and nobody else."
      >
        <ul className={styles.rows}>
          {data.map(({ id, at, by, person, change }) => (
            <li key={id} className={styles.row}>
              <span className={styles.rowWords}>
                <span>{sayRightChange(by, person, change)}</span>
                <time className={styles.quiet} dateTime={at}>
                  {sayMoment(at)}
                </time>
              </span>
            </li>
          ))}
        </ul>
      </SettingsSection>
    </div>
  )
}
