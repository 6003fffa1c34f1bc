import type { Proposal } from '../../shared/analysis/proposals.ts'
import { TextLink } from '../shell/links.tsx'
import styles from './home.module.css'
import { placeOfProposal } from './placeOfProposal.ts'

interface ProposalWordsProps {
  ecosystemId: string
  proposal: Proposal
  who: string
  /** What is said around the name of the card. */
  words: { before: string; after: string }
  card: string
}

/** Who proposes or is asked what, with the way to where it stands. */
export function ProposalWords({ ecosystemId, proposal, who, words, card }: ProposalWordsProps) {
  return (
    <p className={styles.askWords}>
      <strong>{who}</strong> {words.before}{' '}
      <TextLink
        to="/ecosystems/$ecosystemId/maps/$mapId"
        params={{ ecosystemId, mapId: proposal.mapId }}
        search={{ select: placeOfProposal(proposal) }}
      >
        {card}
      </TextLink>
      {words.after}
    </p>
  )
}
