import type { Round, Vote } from '../../shared/model/rows.ts'
import { resultsOf, type TouchpointResult } from '../../shared/rounds/results.ts'
import { TextLink } from '../shell/links.tsx'
import { Monogram } from '../shell/Monogram.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { useReading } from '../sync/useReading.ts'
import { namesOfRound } from './namesOfRound.ts'
import styles from './RoundResult.module.css'
import { listNames, measureNames, sayApart } from './roundWords.ts'
import { VoteStrip } from './VoteStrip.tsx'

/** What everybody answered, card by card, the widest disagreement first. */
export function RoundResult({ ecosystem, round }: { ecosystem: Ecosystem; round: Round }) {
  const results = useReading(ecosystem, (rows) => resultsOf(round, rows), round)
  const { nameOf } = namesOfRound(ecosystem, round)
  const voters = new Set(results.flatMap(({ measures }) => measures).flatMap(({ votes }) => votes.map(who)))
  const silent = round.askedOrganisationIds.filter((id) => ![...voters].some((voter) => voter.startsWith(id)))
  return (
    <>
      {silent.length > 0 ? (
        <p className={styles.quiet}>Without an answer of {listNames(silent.map(nameOf))}.</p>
      ) : null}
      <ol className={styles.results}>
        {results.map((result) => (
          <li key={result.touchpointId}>
            <CardResult ecosystem={ecosystem} round={round} result={result} />
          </li>
        ))}
      </ol>
    </>
  )
}

function CardResult({
  ecosystem,
  round,
  result,
}: {
  ecosystem: Ecosystem
  round: Round
  result: TouchpointResult
}) {
  const { author, ecosystemId } = ecosystem
  const { cardOf, nameOf } = namesOfRound(ecosystem, round)
  const { touchpointId, measures, spread } = result
  return (
    <article className={styles.card} aria-label={cardOf(touchpointId)}>
      <header className={styles.head}>
        <h2 className={styles.title}>
          <TextLink
            inherit
            to="/ecosystems/$ecosystemId/maps/$mapId"
            params={{ ecosystemId, mapId: round.mapId }}
            search={{ select: touchpointId }}
          >
            {cardOf(touchpointId)}
          </TextLink>
        </h2>
        <span className={styles.spread} data-wide={spread > 3 || undefined}>
          {sayApart(spread)}
        </span>
      </header>
      {measures.map((one) => (
        <div key={one.measure} className={styles.measure}>
          <VoteStrip
            label={measureNames[one.measure]}
            result={one}
            organisationId={author.organisationId}
            nameOf={nameOf}
          />
          <ul className={styles.votes}>
            {one.votes.map((vote) => (
              <VoteLine key={vote.id} ecosystem={ecosystem} round={round} vote={vote} />
            ))}
          </ul>
        </div>
      ))}
    </article>
  )
}

function VoteLine({ ecosystem, round, vote }: { ecosystem: Ecosystem; round: Round; vote: Vote }) {
  const { author } = ecosystem
  const { nameOf, personOf, hasLeft } = namesOfRound(ecosystem, round)
  return (
    <li className={styles.vote}>
      <Monogram
        name={nameOf(vote.organisationId)}
        relation={vote.organisationId === author.organisationId ? 'yours' : 'others'}
      />
      <span className={styles.score}>{vote.score}</span>
      <span>
        {nameOf(vote.organisationId)}
        <span className={styles.quiet}>
          , {personOf(vote)}
          {hasLeft(vote.organisationId) ? ', has left this map' : ''}
        </span>
        {vote.reason ? <q className={styles.reason}>{vote.reason}</q> : null}
      </span>
    </li>
  )
}

const who = ({ organisationId, personId }: Vote) => `${organisationId} ${personId}`
