import { settledRequests } from '../../shared/contributionRequests/settled.ts'
import { RequestLine } from '../contributionRequests/RequestLine.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { useReading } from '../sync/useReading.ts'
import styles from './home.module.css'

const latest = 3

/** What became of requests, ours and those to us: the latest in sight, older ones folded. */
export function SettledRequests({ ecosystem }: { ecosystem: Ecosystem }) {
  const settled = useReading(ecosystem, (rows, author) => settledRequests(rows, author.organisationId))
  if (settled.length === 0) return null
  const line = (request: (typeof settled)[number]) => (
    <RequestLine key={request.id} ecosystem={ecosystem} request={request} />
  )
  const older = settled.slice(latest)
  return (
    <section className={styles.settled} aria-label="Requests that were settled">
      <h3 className={styles.columnTitle}>
        Asked and settled <span className={styles.count}>{settled.length}</span>
      </h3>
      <ul className={styles.lines}>{settled.slice(0, latest).map(line)}</ul>
      {older.length > 0 ? (
        <details className={styles.older}>
          <summary>{older.length} older</summary>
          <ul className={styles.lines}>{older.map(line)}</ul>
        </details>
      ) : null}
    </section>
  )
}
