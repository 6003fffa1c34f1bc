import { Button } from '@mantine/core'
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { JourneyCard } from '../journey/journey.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import styles from './Panel.module.css'
import { usePanelNames } from './usePanelNames.ts'

/** What others proposed or described, and the answer of whoever lives the lane. */
export function Described({ card }: { card: JourneyCard }) {
  const { journey } = useMapView()
  const { nameOf } = usePanelNames()
  const { id, state, review, addedByOrganisationId } = card.touchpoint
  const lane = journey.lanes.find((one) => one.id === card.laneId)
  if (state === 'proposed') {
    return (
      <div className={styles.reason}>
        Proposed by {nameOf(addedByOrganisationId)}.
        <Answers
          name={card.touchpoint.name}
          choices={[
            ['Accept', [{ type: 'touchpoint.decide', id, accept: true }]],
            ['Decline', [{ type: 'touchpoint.decide', id, accept: false }]],
          ]}
        />
      </div>
    )
  }
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

interface AnswersProps {
  name: string
  choices: [string, ActionInput[]][]
}

function Answers({ name, choices }: AnswersProps) {
  const commands = useCommands()
  const allowed = choices.filter(([, actions]) => commands.whyNot(actions) === null)
  if (allowed.length === 0) return null
  return (
    <span className={styles.buttons}>
      {allowed.map(([label, actions], index) => (
        <Button
          key={label}
          size="xs"
          variant={index === 0 ? 'filled' : 'default'}
          onClick={() => commands.change(actions, `${label}: ${name}`)}
        >
          {label}
        </Button>
      ))}
    </span>
  )
}
