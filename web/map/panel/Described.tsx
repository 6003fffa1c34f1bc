import type { JourneyCard } from '../journey/journey.ts'
import { useMapView } from '../MapContext.tsx'
import { Answers } from './Answers.tsx'
import styles from './Panel.module.css'
import { Proposed } from './Proposed.tsx'
import { usePanelNames } from './usePanelNames.ts'

/** What others proposed or described, and the answer of whoever lives the lane. */
export function Described({ card }: { card: JourneyCard }) {
  const { journey } = useMapView()
  const { nameOf } = usePanelNames()
  const { id, state, review, addedByOrganisationId } = card.touchpoint
  const lane = journey.lanes.find((one) => one.id === card.laneId)
  if (state === 'proposed')
    return <Proposed kind="touchpoint" row={card.touchpoint} name={card.touchpoint.name} />
  if (!lane || !card.isDashed) return null
  return (
    <div className={styles.reason}>
      {review === 'notOurs'
        ? `${lane.name} says: not ours.`
        : `Described by ${nameOf(addedByOrganisationId)}, not yet confirmed.`}
      {lane.relation === 'yours' ? (
        <Answers
          name={card.touchpoint.name}
          choices={[
            ['Right', [{ type: 'touchpoint.review', id, review: 'right' }]],
            ['Not ours', [{ type: 'touchpoint.review', id, review: 'notOurs' }]],
          ]}
        />
      ) : null}
    </div>
  )
}
