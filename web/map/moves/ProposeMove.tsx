import { Button } from '@mantine/core'
import type { Journey } from '../journey/journey.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import type { Proposing } from '../mapState.ts'
import styles from './ProposeMove.module.css'
import { placeInWords } from './placeInWords.ts'
import { whoIsAsked } from './whoIsAsked.ts'

/** Asked in place when one moves a card that is not ours to move: it stays, and its organisation is asked. */
export function ProposeMove({ onDone }: { onDone(): void }) {
  const { state, journey } = useMapView()
  const { proposing } = state
  return proposing && journey.cards.has(proposing.cardId) ? (
    <Ask proposing={proposing} journey={journey} onDone={onDone} />
  ) : null
}

interface AskProps {
  proposing: Proposing
  journey: Journey
  onDone(): void
}

function Ask({ proposing: { cardId, actions, place, at }, journey, onDone }: AskProps) {
  const commands = useCommands()
  const { ecosystem } = commands.view
  const name = journey.cards.get(cardId)?.touchpoint.name ?? 'this'
  const to = placeInWords(place, ecosystem.rows)
  const asked = whoIsAsked(cardId, place.laneId, ecosystem).join(' and ')
  return (
    <form
      className={`${styles.ask} nodrag nopan`}
      style={within(at)}
      aria-label={`Propose to move ${name}?`}
      onSubmit={(event) => {
        event.preventDefault()
        commands.change(actions, `Propose to move ${name}`)
        onDone()
      }}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') onDone()
      }}
    >
      <p className={styles.words}>
        “{name}” is not ours to move. Propose that it stands at <strong>{to}</strong>? {asked} will be asked,
        and everyone on this map sees the proposal.
      </p>
      <span className={styles.buttons}>
        <Button type="submit" size="xs" data-autofocus autoFocus>
          Propose this move
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          Cancel
        </Button>
      </span>
    </form>
  )
}

/** Where it was let go, but never beyond the edge of the canvas. */
function within(at: Proposing['at']) {
  const { x, y } = at ?? { x: 40, y: 40 }
  return {
    left: `clamp(8px, ${x}px, max(8px, calc(100% - 308px)))`,
    top: `clamp(8px, ${y + 8}px, max(8px, calc(100% - 176px)))`,
  }
}
