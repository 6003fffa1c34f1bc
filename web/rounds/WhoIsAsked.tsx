import type { Round } from '../../shared/model/rows.ts'
import { facilitates, standingOf, stillExpected } from '../../shared/rounds/standing.ts'
import { Monogram } from '../shell/Monogram.tsx'
import { RowList } from '../shell/RowList.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { ExpectedOfUs } from './ExpectedOfUs.tsx'
import { Facilitating } from './Facilitating.tsx'
import { namesOfRound } from './namesOfRound.ts'
import { ballotNames, standingNames } from './roundWords.ts'
import styles from './WhoIsAsked.module.css'

/** Who is done and who is not, never what they answered; for the facilitator, what there is to decide. */
export function WhoIsAsked({ ecosystem, round }: { ecosystem: Ecosystem; round: Round }) {
  const { rows, author } = ecosystem
  const { nameOf } = namesOfRound(ecosystem, round)
  const ballots = rows.list('ballot', 'roundId', round.id).filter(({ deleted }) => !deleted)
  const isOfUs = round.askedOrganisationIds.includes(author.organisationId)
  return (
    <aside className={styles.asked} aria-label="Who is asked">
      <h2 className={styles.title}>Who is asked</h2>
      <RowList>
        {round.askedOrganisationIds.map((id) => {
          const standing = standingOf(id, round, ballots)
          const people = ballots.filter(({ organisationId }) => organisationId === id)
          return (
            <li key={id} className={styles.organisation} data-standing={standing}>
              <Monogram
                name={nameOf(id)}
                relation={id === author.organisationId ? 'yours' : 'others'}
                appearance={standing === 'done' ? 'filled' : 'outlined'}
              />
              <span className={styles.words}>
                <span className={styles.name}>{nameOf(id)}</span>
                {people.map(({ id: ballotId, authorName, state }) => (
                  <span key={ballotId} className={styles.quiet}>
                    {authorName}, {ballotNames[state]}
                  </span>
                ))}
                {id !== author.organisationId && stillExpected(id, round) > 0 ? (
                  <span className={styles.quiet}>{stillExpected(id, round)} still to begin</span>
                ) : null}
              </span>
              <span className={styles.standing}>{standingNames[standing]}</span>
            </li>
          )
        })}
      </RowList>
      {round.state === 'open' && isOfUs && author.role !== 'viewer' ? (
        <ExpectedOfUs ecosystem={ecosystem} round={round} />
      ) : null}
      {round.state === 'open' && facilitates(author, round) ? (
        <Facilitating ecosystem={ecosystem} round={round} />
      ) : null}
    </aside>
  )
}
