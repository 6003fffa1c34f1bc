import { Button } from '@mantine/core'
import type { OwnProposal } from '../../shared/analysis/proposals.ts'
import { onMap } from '../partners/leftMarks.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './home.module.css'
import { ProposalWords } from './ProposalWords.tsx'
import { sayOwnProposal } from './sayProposal.ts'

/** What we propose and others have not answered; it can be taken back until they do. */
export function OwnProposalLine({ ecosystem, proposal }: { ecosystem: Ecosystem; proposal: OwnProposal }) {
  const { organisations, rows, ecosystemId } = onMap(ecosystem, proposal.mapId)
  const asked = proposal.askedOrganisationIds.map((id) => organisations.get(id) ?? 'A partner').join(' or ')
  const card = rows.get('touchpoint', proposal.touchpointId)?.name ?? 'a card'
  const words = sayOwnProposal(proposal, rows)
  const takeBack = [{ type: `${proposal.kind}.remove`, id: proposal.row.id } as const]
  return (
    <li className={styles.ask}>
      <ProposalWords {...{ ecosystemId, proposal, card, words }} who={asked} />
      {ecosystem.check(takeBack) ? null : (
        <Button
          size="xs"
          variant="default"
          onClick={() => void ecosystem.change(takeBack, 'Take back a proposal')}
          aria-label={`Take back: ${asked} ${words.before} ${card}${words.after}`}
        >
          Take back
        </Button>
      )}
    </li>
  )
}
