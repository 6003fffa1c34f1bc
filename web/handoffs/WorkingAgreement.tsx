import { Button } from '@mantine/core'
import { useState } from 'react'
import type { HandoffEntry } from '../../shared/analysis/handoffs.ts'
import { termsOf } from '../../shared/handoffs/terms.ts'
import type { Terms } from '../../shared/model/link.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { earlierTerms } from './earlierTerms.ts'
import { TermsForm } from './TermsForm.tsx'
import { sayTerm, termNames } from './termWords.ts'
import styles from './WorkingAgreement.module.css'

/** The terms both sides see and confirm, with what either of them confirmed before. */
export function WorkingAgreement({ ecosystem, handoff }: { ecosystem: Ecosystem; handoff: HandoffEntry }) {
  const [isChanging, setChanging] = useState(false)
  const { link } = handoff
  const terms = termsOf(link)
  const trial = { acceptance: link.acceptance === '' ? '…' : '' }
  const reason = ecosystem.check([{ type: 'link.change', id: link.id, fields: trial }])
  return (
    <section>
      <div className={styles.head}>
        <h2 className={styles.title}>
          {handoff.isPromise ? 'Promise' : 'Working agreement'}
          <span className={styles.aside}>{handoff.isPromise ? 'one-sided' : 'not a contract'}</span>
        </h2>
        {isChanging ? null : (
          <Button
            variant="default"
            className={styles.screenOnly}
            disabled={reason !== null}
            onClick={() => setChanging(true)}
          >
            Change the terms
          </Button>
        )}
      </div>
      {reason && !isChanging ? <p className={styles.reason}>{reason.message}</p> : null}
      {isChanging ? (
        <TermsForm ecosystem={ecosystem} handoff={handoff} onDone={() => setChanging(false)} />
      ) : (
        <dl className={styles.terms}>
          {(Object.keys(termNames) as (keyof Terms)[]).map((field) => (
            <div key={field}>
              <dt>{termNames[field]}</dt>
              <dd>
                {sayTerm(field, terms) || <span className={styles.unsaid}>Not said yet</span>}
                {earlierTerms(handoff, field).map(({ value, by }) => (
                  <span key={by} className={styles.earlier}>
                    {by} confirmed <del>{value || 'nothing'}</del>
                  </span>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
