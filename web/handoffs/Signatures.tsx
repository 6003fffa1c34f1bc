import type { HandoffEntry } from '../../shared/analysis/handoffs.ts'
import type { HandoffSide } from '../../shared/handoffs/handoff.ts'
import { changedTerms, termsOf } from '../../shared/handoffs/terms.ts'
import type { Link } from '../../shared/model/rows.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { sayTerm, termNames } from './termWords.ts'
import styles from './WorkingAgreement.module.css'

/** What each side has put its name under, and where today's terms differ from it. */
export function Signatures({ ecosystem, handoff }: { ecosystem: Ecosystem; handoff: HandoffEntry }) {
  const sides = [handoff.from, handoff.to].filter(({ confirmation }) => confirmation !== null)
  return (
    <section>
      <h2 className={styles.title}>Who confirmed what</h2>
      {sides.length === 0 ? (
        <p className={styles.reason}>
          {handoff.isPromise
            ? 'A promise carries no confirmations.'
            : 'Nobody yet. Once a side confirms, the terms it confirmed stay readable here.'}
        </p>
      ) : null}
      <ul className={styles.signatures}>
        {sides.map((side) => (
          <Signature
            key={side.partyId}
            side={side}
            link={handoff.link}
            organisations={ecosystem.organisations}
          />
        ))}
      </ul>
    </section>
  )
}

interface SignatureProps {
  side: HandoffSide
  link: Link
  organisations: ReadonlyMap<string, string>
}

const words = {
  confirmed: 'confirmed the terms as they stand.',
  voided: 'confirmed earlier terms:',
  disputed: 'disputes the terms',
  withdrawn: 'had answered, and withdrew it.',
}

function Signature({ side, link, organisations }: SignatureProps) {
  const confirmation = side.confirmation!
  const { terms } = confirmation
  const now = termsOf(link)
  const differing = changedTerms(terms, now)
  return (
    <li data-state={confirmation.state}>
      <strong>{organisations.get(confirmation.organisationId) ?? side.partyName}</strong>{' '}
      {words[side.state === 'changed' ? 'voided' : confirmation.state]}
      {side.state === 'disputed' && differing.length === 0 ? ' as they stand.' : ''}
      {differing.length > 0 ? (
        <ul className={styles.signed}>
          {differing.map((field) => (
            <li key={field}>
              {termNames[field]}: <strong>{sayTerm(field, terms) || 'not said'}</strong>, now{' '}
              {sayTerm(field, now) || 'not said'}
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  )
}
