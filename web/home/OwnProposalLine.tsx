import { Button } from '@mantine/core'
import type { OwnProposal } from '../../shared/analysis/proposals.ts'
import { onMap } from '../partners/leftMarks.ts'
import { TextLink } from '../shell/links.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './home.module.css'
import { placeOfProposal } from './placeOfProposal.ts'
import { sayOwnProposal } from './sayProposal.ts'

/** What we propose and others have not answered; it can be taken back until they do. */
export function OwnProposalLine({ ecosystem, proposal }: { ecosystem: Ecosystem; proposal: OwnProposal }) {
  const { organisations, rows, ecosystemId } = onMap(ecosystem, proposal.mapId)
  const asked = proposal.askedOrganisationIds.map((id) => organisations.get(id) ?? 'A partner').join(' or ')
  const card = rows.get('touchpoint', proposal.touchpointId)?.name ?? 'a card'
  const { before, after } = sayOwnProposal(proposal, rows)
  const takeBack = [{ type: `${proposal.kind}.remove`, id: proposal.row.id } as const]
  return (
    <li className={styles.ask}>
      <p className={styles.askWords}>
        <strong>{asked}</strong> {before}{' '}
        <TextLink
          to="/ecosystems/$ecosystemId/maps/$mapId"
          params={{ ecosystemId, mapId: proposal.mapId }}
          search={{ select: placeOfProposal(proposal) }}
        >
          {card}
        </TextLink>
        {after}
      </p>
      {ecosystem.check(takeBack) ? null : (
        <Button
          size="xs"
          variant="default"
          onClick={() => void ecosystem.change(takeBack, 'Take back a proposal')}
          aria-label={`Take back: ${asked} ${before} ${card}${after}`}
        >
          Take back
        </Button>
      )}
    </li>
  )
}
