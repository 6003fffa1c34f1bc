import { Select } from '@mantine/core'
import { EditedField } from '../../live/EditedField.tsx'
import { proposeMove } from '../gestures/proposeMove.ts'
import type { CardMove, JourneyCard } from '../journey/journey.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import { Answers } from '../panel/Answers.tsx'
import { focusPanel } from '../panel/focusPanel.ts'
import styles from '../panel/Panel.module.css'
import { Section } from '../panel/Section.tsx'
import { usePanelNames } from '../panel/usePanelNames.ts'
import { answersToMove } from './answersToMove.ts'
import { hasMovedSince } from './hasMovedSince.ts'
import { isSettled } from './isSettled.ts'
import { placeInWords } from './placeInWords.ts'
import { placesFor } from './placesFor.ts'

const title = 'Where it stands'

/** Other places that somebody proposes for a card, with our answer, and the way to propose one; nothing where there is neither. */
export function MovesSection({ card }: { card: JourneyCard }) {
  const { wholeMap } = usePanelNames()
  const places = usePlacesToPropose(card)
  if (card.moves.length === 0 && places.length === 0) return null
  return (
    <Section title={title} eyes={wholeMap}>
      {card.moves.length > 1 ? (
        <p className={styles.quiet}>Accepting one of these declines the others.</p>
      ) : null}
      {card.moves.map((move) => (
        <ProposedMove key={move.id} move={move} card={card} />
      ))}
      {places.length > 0 ? <ProposePlace card={card} places={places} /> : null}
    </Section>
  )
}

function ProposedMove({ move: proposed, card }: { move: CardMove; card: JourneyCard }) {
  const { journey, ecosystem } = useMapView()
  const { move, by, where } = proposed
  const from = { laneId: move.fromLaneId, stageId: move.fromStageId }
  const hasMoved = hasMovedSince(move, card.touchpoint)
  return (
    <div className={styles.reason}>
      {by} proposes to move it {where}.
      {isSettled(move, card.touchpoint, journey)
        ? ' It stands there by now.'
        : hasMoved
          ? ` It has moved since, from ${placeInWords(from, ecosystem.rows)}.`
          : ''}
      <Answers
        name={card.touchpoint.name}
        choices={answersToMove(proposed).map(({ label, actions }) => [label, actions])}
      />
    </div>
  )
}

type Place = ReturnType<typeof usePlacesToPropose>[number]

function ProposePlace({ card, places }: { card: JourneyCard; places: readonly Place[] }) {
  const commands = useCommands()
  const lanes = [...new Set(places.map(({ lane }) => lane))]
  return (
    <EditedField row={{ kind: 'touchpoint', id: card.id }} field="moves">
      <Select
        mt={10}
        size="sm"
        aria-label="Propose another place for it"
        placeholder="Propose another place …"
        value={null}
        data={lanes.map((lane) => ({
          group: lane,
          items: places.filter((one) => one.lane === lane).map(({ key, label }) => ({ value: key, label })),
        }))}
        onChange={(key) => {
          const place = places.find((one) => one.key === key)
          if (place && commands.change(place.actions, `Propose to move ${card.touchpoint.name}`))
            focusPanel(card.id, title)
        }}
      />
    </EditedField>
  )
}

/** Every place where one may only propose that the card stands; asked once for each lane. */
function usePlacesToPropose(card: JourneyCard) {
  const { journey, drawing, ecosystem } = useMapView()
  const commands = useCommands()
  const open = new Map<string, boolean>()
  return placesFor(card, journey, drawing).flatMap(({ key, place, words }) => {
    const { laneId, stageId } = place
    const actions = [proposeMove(card, place)]
    const isOpen = open.get(laneId) ?? commands.whyNot(actions) === null
    open.set(laneId, isOpen)
    const lane = journey.lanes.find(({ id }) => id === laneId)?.name ?? ''
    const label = `${ecosystem.rows.get('stage', stageId)?.name ?? ''}${words}`
    return isOpen ? [{ key, lane, label, actions }] : []
  })
}
