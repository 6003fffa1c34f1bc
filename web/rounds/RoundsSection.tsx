import { resultsOf } from '../../shared/rounds/results.ts'
import { isAwaitedFrom, roundsThatRated } from '../../shared/rounds/roundsOf.ts'
import { useMapView } from '../map/MapContext.tsx'
import { Section } from '../map/panel/Section.tsx'
import { TextLink } from '../shell/links.tsx'
import { namesOfRound } from './namesOfRound.ts'
import styles from './RoundsSection.module.css'
import { measureNames } from './roundWords.ts'
import { VoteStrip } from './VoteStrip.tsx'

/** What blind rounds say of a card, and those that ask about it now; in one's own view only. */
export function RoundsSection({ touchpointId }: { touchpointId: string }) {
  const { ecosystem, partnerId } = useMapView()
  const { rows, author, ecosystemId } = ecosystem
  const asking = rows
    .all('round')
    .filter((round) => round.state === 'open' && round.touchpointIds.includes(touchpointId))
  const revealed = roundsThatRated(touchpointId, rows)
  if (partnerId || asking.length + revealed.length === 0) return null
  const [first] = [...revealed, ...asking]
  return (
    <Section title="Rated blind" eyes={`${namesOfRound(ecosystem, first!).all} see this`}>
      {asking.map((round) => (
        <p key={round.id} className={styles.line}>
          <TextLink to="/ecosystems/$ecosystemId/rounds/$roundId" params={{ ecosystemId, roundId: round.id }}>
            {round.name}
          </TextLink>{' '}
          {isAwaitedFrom(author, round, rows) ? 'waits for your answer.' : 'is not revealed yet.'}
        </p>
      ))}
      {revealed.map((round) => {
        const result = resultsOf(round, rows).find((one) => one.touchpointId === touchpointId)
        const { nameOf } = namesOfRound(ecosystem, round)
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
                nameOf={nameOf}
              />
            ))}
          </div>
        )
      })}
    </Section>
  )
}
