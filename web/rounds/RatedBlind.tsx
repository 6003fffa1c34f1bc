import { resultsOf } from '../../shared/rounds/results.ts'
import { isAwaitedFrom, roundsThatAsk, roundsThatRated } from '../../shared/rounds/roundsOf.ts'
import { TextLink } from '../shell/links.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { namesOfRound } from './namesOfRound.ts'
import styles from './RatedBlind.module.css'
import { measureNames } from './roundWords.ts'
import { VoteStrip } from './VoteStrip.tsx'

interface RatedBlindProps {
  ecosystem: Ecosystem
  touchpointId: string
}

/** What blind rounds say of a card, and which ask about it now. */
export function RatedBlind({ ecosystem, touchpointId }: RatedBlindProps) {
  const { rows, author, ecosystemId } = ecosystem
  return (
    <>
      {roundsThatAsk(touchpointId, rows).map((round) => (
        <p key={round.id} className={styles.line}>
          <TextLink to="/ecosystems/$ecosystemId/rounds/$roundId" params={{ ecosystemId, roundId: round.id }}>
            {round.name}
          </TextLink>{' '}
          {isAwaitedFrom(author, round, rows) ? 'Waits for your answer.' : 'Not revealed yet.'}
        </p>
      ))}
      {roundsThatRated(touchpointId, rows).map((round) => {
        const result = resultsOf(round, rows).find((one) => one.touchpointId === touchpointId)
        return (
          <div key={round.id} className={styles.line}>
            <TextLink
              to="/ecosystems/$ecosystemId/rounds/$roundId"
              params={{ ecosystemId, roundId: round.id }}
            >
              {round.name}
            </TextLink>
            {result?.measures.map((one) => (
              <VoteStrip
                key={one.measure}
                label={measureNames[one.measure]}
                result={one}
                organisationId={author.organisationId}
                nameOf={namesOfRound(ecosystem, round).nameOf}
              />
            ))}
          </div>
        )
      })}
    </>
  )
}
