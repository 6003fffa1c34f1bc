import type { ReactNode } from 'react'
import type { HandoffEntry } from '../../shared/analysis/handoffs.ts'
import { homeItems } from '../../shared/analysis/homeItems.ts'
import { roundsOf } from '../../shared/rounds/roundsOf.ts'
import { RequestLine } from '../contributionRequests/RequestLine.tsx'
import { HandoffLine } from '../handoffs/HandoffLine.tsx'
import { TextLink } from '../shell/links.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { useReading } from '../sync/useReading.ts'
import styles from './home.module.css'
import { LaneAwaited } from './LaneAwaited.tsx'
import { LaneToReview } from './LaneToReview.tsx'
import { OfferLine } from './OfferLine.tsx'
import { OwnProposalLine } from './OwnProposalLine.tsx'
import { ProposalLine } from './ProposalLine.tsx'
import { RoundToDo } from './RoundToDo.tsx'

const mostLines = 5

/** The three lists of Home. */
export function Waiting({ ecosystem }: { ecosystem: Ecosystem }) {
  const items = useReading(ecosystem, (rows, author) => homeItems(rows, author.organisationId))
  const { toAnswer, toReveal } = useReading(ecosystem, roundsOf)
  const { claimReviews, awaitedReviews, proposals, ownProposals, requests, handovers } = items
  const askedOfUs = claimReviews.length + proposals.length + requests.ofUs.length + handovers.toUs.length
  const rounds = toAnswer.length + toReveal.length
  const askedOfThem =
    requests.ofThem.length + handovers.ofUs.length + ownProposals.length + awaitedReviews.length
  return (
    <div className={styles.columns}>
      <Column
        title="Waiting on us"
        none="Nothing. Every handoff has your answer."
        count={items.waitingOnUs.length + askedOfUs + rounds}
      >
        {handovers.toUs.map((offer) => (
          <OfferLine key={offer.id} ecosystem={ecosystem} offer={offer} />
        ))}
        {claimReviews.map((review) => (
          <LaneToReview key={review.laneId} ecosystem={ecosystem} review={review} />
        ))}
        {proposals.map((proposal) => (
          <ProposalLine key={proposal.row.id} ecosystem={ecosystem} proposal={proposal} />
        ))}
        {requests.ofUs.map((request) => (
          <RequestLine key={request.id} ecosystem={ecosystem} request={request} />
        ))}
        {toAnswer.map((round) => (
          <RoundToDo key={round.id} ecosystem={ecosystem} round={round} todo="answer" />
        ))}
        {toReveal.map((round) => (
          <RoundToDo key={round.id} ecosystem={ecosystem} round={round} todo="reveal" />
        ))}
        <Lines ecosystem={ecosystem} entries={items.waitingOnUs} search={{ waiting: 'us' }} />
      </Column>
      <Column
        title="Waiting on them"
        none="Nothing. Nobody owes you an answer."
        count={items.waitingOnThem.length + askedOfThem}
      >
        {handovers.ofUs.map((offer) => (
          <OfferLine key={offer.id} ecosystem={ecosystem} offer={offer} />
        ))}
        {awaitedReviews.map((review) => (
          <LaneAwaited key={review.laneId} ecosystem={ecosystem} review={review} />
        ))}
        {ownProposals.map((proposal) => (
          <OwnProposalLine key={proposal.row.id} ecosystem={ecosystem} proposal={proposal} />
        ))}
        {requests.ofThem.map((request) => (
          <RequestLine key={request.id} ecosystem={ecosystem} request={request} />
        ))}
        <Lines ecosystem={ecosystem} entries={items.waitingOnThem} search={{ waiting: 'them' }} />
      </Column>
      <Column
        title="Promised to us"
        none="Nothing yet. Once a partner confirms what it hands you, it stands here."
        count={items.promisesToUs.length}
      >
        <Lines ecosystem={ecosystem} entries={items.promisesToUs} search={{}} promised />
      </Column>
    </div>
  )
}

interface ColumnProps {
  title: string
  count: number
  /** Said when there is nothing. */
  none: string
  children: ReactNode
}

function Column({ title, count, none, children }: ColumnProps) {
  return (
    <section className={styles.column}>
      <h3 className={styles.columnTitle}>
        {title} <span className={styles.count}>{count}</span>
      </h3>
      {count === 0 ? <p className={styles.none}>{none}</p> : <ul className={styles.lines}>{children}</ul>}
    </section>
  )
}

interface LinesProps {
  ecosystem: Ecosystem
  entries: readonly HandoffEntry[]
  /** Where all of them are listed. */
  search: { waiting?: 'us' | 'them' }
  promised?: boolean
}

function Lines({ ecosystem, entries, search, promised = false }: LinesProps) {
  const { ecosystemId } = ecosystem
  return (
    <>
      {entries.slice(0, mostLines).map((entry) => (
        <HandoffLine
          key={entry.link.id}
          ecosystem={ecosystem}
          entry={entry}
          promised={promised}
          toAnswer={search.waiting === 'us'}
        />
      ))}
      {entries.length > mostLines ? (
        <li className={styles.more}>
          <TextLink to="/ecosystems/$ecosystemId/handoffs" params={{ ecosystemId }} search={search}>
            {entries.length - mostLines} more
          </TextLink>
        </li>
      ) : null}
    </>
  )
}
