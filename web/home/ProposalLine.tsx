import { Button } from '@mantine/core'
import type { Proposal } from '../../shared/analysis/proposals.ts'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { acceptSide } from '../../shared/edits/sameTouchpoint.ts'
import { onMap } from '../partners/leftMarks.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './home.module.css'
import { ProposalWords } from './ProposalWords.tsx'
import { sayProposal } from './sayProposal.ts'

/** What another organisation proposes, with our yes or no. */
export function ProposalLine({ ecosystem, proposal }: { ecosystem: Ecosystem; proposal: Proposal }) {
  const { organisations, rows, ecosystemId } = onMap(ecosystem, proposal.mapId)
  const by = organisations.get(proposal.byOrganisationId) ?? 'Another organisation'
  const card = rows.get('touchpoint', proposal.touchpointId)?.name ?? 'a card'
  const words = sayProposal(proposal, rows)
  const reason = ecosystem.check(decide(proposal, true))
  const answer = (accept: boolean) =>
    void ecosystem.change(answerTo(accept), accept ? 'Accept a proposal' : 'Decline a proposal')
  return (
    <li className={styles.ask}>
      <ProposalWords {...{ ecosystemId, proposal, card, words }} who={by} />
      {reason ? (
        <p className={styles.quiet}>{reason.message}</p>
      ) : (
        <div className={styles.buttons}>
          <Button
            size="xs"
            onClick={() => answer(true)}
            aria-label={`Accept: ${by} ${words.before} ${card}${words.after}`}
          >
            Accept
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() => answer(false)}
            aria-label={`Decline: ${by} ${words.before} ${card}${words.after}`}
          >
            Decline
          </Button>
        </div>
      )}
    </li>
  )

  function answerTo(accept: boolean): ActionInput[] {
    if (proposal.kind !== 'side' || !accept) return decide(proposal, accept)
    const whole = acceptSide(proposal.row, rows, () => crypto.randomUUID())
    return ecosystem.check(whole) ? decide(proposal, accept) : whole
  }
}

function decide({ kind, row }: Proposal, accept: boolean): ActionInput[] {
  return [{ type: `${kind}.decide`, id: row.id, accept }]
}
