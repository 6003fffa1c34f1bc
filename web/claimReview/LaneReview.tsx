import { Button, Progress } from '@mantine/core'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { OwnName } from '../partners/OwnName.tsx'
import { ButtonLink } from '../shell/links.tsx'
import { Monogram } from '../shell/Monogram.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { CardReview } from './CardReview.tsx'
import styles from './claimReview.module.css'
import type { DescribedLane } from './describedLanes.ts'

/** One lane: dashed while a card is open, solid once all are answered. */
export function LaneReview({ ecosystem, described }: { ecosystem: Ecosystem; described: DescribedLane }) {
  const { map, partyName, stages, answered, total } = described
  const party = ecosystem.rows.get('party', described.lane.partyId)
  const open = stages.flatMap(({ cards }) => cards).filter(({ review }) => review === 'described')
  const rest = open.map(({ id }): ActionInput => ({ type: 'touchpoint.review', id, review: 'right' }))
  const isDone = open.length === 0
  return (
    <section
      className={styles.lane}
      data-done={isDone || undefined}
      aria-label={`${partyName} on ${map.name}`}
    >
      <header className={styles.head}>
        <div className={styles.who}>
          <Monogram name={partyName} relation="yours" appearance={isDone ? 'filled' : 'outlined'} size={32} />
          <div>
            <h2 className={styles.title}>{map.name}</h2>
            <p className={styles.quiet} role="status">
              {isDone
                ? `All ${total} answered: the lane is yours.`
                : `${answered} of ${total} cards answered`}
            </p>
            {party ? <OwnName ecosystem={ecosystem} party={party} /> : null}
          </div>
        </div>
        <div className={styles.buttons}>
          {open.length > 1 ? (
            <Button
              variant="default"
              disabled={ecosystem.check(rest) !== null}
              onClick={() => void ecosystem.change(rest, 'Call the rest right')}
            >
              The other {open.length} are right
            </Button>
          ) : null}
          <ButtonLink
            variant={isDone ? 'filled' : 'default'}
            to="/ecosystems/$ecosystemId/maps/$mapId"
            params={{ ecosystemId: ecosystem.ecosystemId, mapId: map.id }}
          >
            To the map
          </ButtonLink>
        </div>
        <Progress
          className={styles.progress}
          value={total === 0 ? 100 : (answered / total) * 100}
          color="var(--il-yours)"
          aria-label={`${answered} of ${total} cards answered`}
        />
      </header>
      <div className={styles.stages}>
        {stages.map(({ stage, cards }) => (
          <section key={stage.id} className={styles.stage}>
            <h3 className={styles.stageName}>{stage.name}</h3>
            <ul className={styles.cards}>
              {cards.map((card) => (
                <CardReview key={card.id} ecosystem={ecosystem} card={card} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  )
}
