import { useQuery } from '@tanstack/react-query'
import type { HandoffEntry } from '../../shared/analysis/handoffs.ts'
import type { SignatureEvent } from '../../shared/handoffs/signatures.ts'
import { changedTerms } from '../../shared/handoffs/terms.ts'
import { sayMoment } from '../accounts/moments.ts'
import { messageOf } from '../api/client.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { signaturesQuery } from './signaturesQuery.ts'
import { sayTerm, termNames } from './termWords.ts'
import styles from './WorkingAgreement.module.css'

/** What happened to the agreement, latest first: signatures, disputes, and every changed term. */
export function Signatures({ ecosystem, handoff }: { ecosystem: Ecosystem; handoff: HandoffEntry }) {
  const { ecosystemId, organisations, author, saving } = ecosystem
  const { link, from, to } = handoff
  const signatures = [from, to].map(({ confirmation }) => confirmation?.versions)
  const standing = JSON.stringify([link.versions, signatures, saving.unsent])
  const { data: events, error } = useQuery(signaturesQuery({ ecosystemId, linkId: link.id, standing }))
  const nameOf = (id: string) =>
    id === author.organisationId ? 'You' : (organisations.get(id) ?? 'Another organisation')
  return (
    <section>
      <h2 className={styles.title}>What happened</h2>
      {error ? <p className={styles.reason}>{messageOf(error)}</p> : null}
      {events?.length === 0 ? (
        <p className={styles.reason}>
          {handoff.isPromise
            ? 'Nothing yet. Changed terms will stand here; a promise carries no confirmations.'
            : 'Nobody has confirmed yet. Every signature and every changed term will stand here.'}
        </p>
      ) : null}
      <ol className={styles.signatures}>
        {events?.toReversed().map((event) => (
          <Event
            key={`${event.at} ${event.what} ${event.organisationId}`}
            event={event}
            who={nameOf(event.organisationId)}
          />
        ))}
      </ol>
    </section>
  )
}

const deeds: Record<SignatureEvent['what'], string> = {
  confirmed: 'confirmed the terms',
  disputed: 'disputed it',
  withdrawn: 'withdrew the answer',
  changed: 'changed the terms',
}

function Event({ event, who }: { event: SignatureEvent; who: string }) {
  const { what, before, terms, note, at } = event
  return (
    <li data-what={what}>
      <strong>{who}</strong> {deeds[what]} <time dateTime={at}>{sayMoment(at)}</time>
      {note ? <p className={styles.said}>“{note}”</p> : null}
      {before ? (
        <ul className={styles.signed}>
          {changedTerms(before, terms).map((field) => (
            <li key={field}>
              {termNames[field]}: <del>{sayTerm(field, before) || 'not said'}</del>{' '}
              <ins>{sayTerm(field, terms) || 'not said'}</ins>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  )
}
