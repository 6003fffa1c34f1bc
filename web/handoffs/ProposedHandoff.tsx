import { Button } from '@mantine/core'
import type { HandoffEntry } from '../../shared/analysis/handoffs.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './WorkingAgreement.module.css'

/** A handoff somebody has only proposed: accepted or declined before anything can be confirmed. */
export function ProposedHandoff({ ecosystem, handoff }: { ecosystem: Ecosystem; handoff: HandoffEntry }) {
  if (handoff.state !== 'proposed') return null
  const { id, addedByOrganisationId } = handoff.link
  const decide = (accept: boolean) => [{ type: 'link.decide' as const, id, accept }]
  const reason = ecosystem.check(decide(true))
  const by = ecosystem.organisations.get(addedByOrganisationId) ?? 'Another organisation'
  return (
    <div className={styles.notice} style={{ marginBottom: 20 }}>
      <p>
        <strong>{by}</strong> proposes this handoff. {reason ? reason.message : 'Accept it, then confirm.'}
      </p>
      {reason ? null : (
        <div className={styles.buttons}>
          <Button onClick={() => void ecosystem.change(decide(true), 'Accept a handoff')}>Accept</Button>
          <Button variant="default" onClick={() => void ecosystem.change(decide(false), 'Decline a handoff')}>
            Decline
          </Button>
        </div>
      )}
    </div>
  )
}
