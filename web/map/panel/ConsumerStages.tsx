import { Button } from '@mantine/core'
import { consumerStages, giveConsumerStages, lacksConsumerStages } from '../gestures/consumerStages.ts'
import type { JourneyLane } from '../journey/journey.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import styles from './ConsumerStages.module.css'

const names = consumerStages.map(({ name }) => name).join(', ')

/** Offered in place as soon as a lane is a consumer's: stages of its own, for whoever keeps the lane. */
export function ConsumerStages({ lane }: { lane: JourneyLane }) {
  const { journey } = useMapView()
  const commands = useCommands()
  if (!lacksConsumerStages(lane)) return null
  const actions = giveConsumerStages(lane, journey)
  if (commands.whyNot(actions) !== null) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: an offer is no part of a form
    <div className={styles.offer} role="group" aria-label="Stages of a consumer">
      <p>A consumer lives other stages than a business. Give the lane its own? {names}.</p>
      <Button size="xs" onClick={() => commands.change(actions, `Give ${lane.name} its own stages`)}>
        Give it these stages
      </Button>
    </div>
  )
}
