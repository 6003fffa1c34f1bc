import { Button } from '@mantine/core'
import { useCommands, useMapView } from '../MapContext.tsx'
import type { Proposing } from '../mapState.ts'
import styles from './ProposeMove.module.css'
import { sayProposing } from './sayProposing.ts'

/** Asked in place when one moves cards of which some are not ours to move: these stay, and their organisations are asked. */
export function ProposeMove({ onDone }: { onDone(): void }) {
  const { proposing } = useMapView().state
  return proposing ? <Ask proposing={proposing} onDone={onDone} /> : null
}

function Ask({ proposing, onDone }: { proposing: Proposing; onDone(): void }) {
  const commands = useCommands()
  const { title, sentences, yes } = sayProposing(proposing, useMapView())
  return (
    <form
      className={`${styles.ask} nodrag nopan`}
      style={within(proposing.at)}
      aria-label={`${title}?`}
      onSubmit={(event) => {
        event.preventDefault()
        commands.change(proposing.actions, title)
        onDone()
      }}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') onDone()
      }}
    >
      {sentences.map((sentence) => (
        <p key={sentence} className={styles.words}>
          {sentence}
        </p>
      ))}
      <span className={styles.buttons}>
        <Button type="submit" size="xs" data-autofocus autoFocus>
          {yes}
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
