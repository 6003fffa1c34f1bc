import { holdsRight } from '../../shared/rules/standing.ts'
import { useColleagues } from '../accounts/useColleagues.ts'
import { listNames } from '../rounds/roundWords.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './HandoffLine.module.css'

/** To whoever may not confirm: which of their colleagues can. */
export function WhoConfirms({ ecosystem: { author } }: { ecosystem: Ecosystem }) {
  return author.role === 'viewer' || !holdsRight(author, 'confirm') ? (
    <Colleagues organisationId={author.organisationId} />
  ) : null
}

function Colleagues({ organisationId }: { organisationId: string }) {
  const names = useColleagues(organisationId)
    .filter(({ role, withheld }) => role === 'admin' || (role === 'editor' && !withheld.includes('confirm')))
    .map(({ name }) => name)
  return names.length === 0 ? null : (
    <span className={styles.quiet}>Not yours to confirm: {listNames(names)} can.</span>
  )
}
