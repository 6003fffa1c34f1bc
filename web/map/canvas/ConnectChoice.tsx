import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import { connect } from '../gestures/fromFlow.ts'
import { useCommands } from '../MapContext.tsx'
import styles from './ConnectChoice.module.css'

export interface ConnectChoiceProps {
  from: string
  to: string
  /** Within the canvas, in pixels. */
  at: { x: number; y: number }
  onDone(): void
}

/** Asked once, in place, when cards of two parties are connected: does something pass over, or does one help the other? */
export function ConnectChoice({ from, to, at, onDone }: ConnectChoiceProps) {
  const commands = useCommands()
  const [passes, setPasses] = useState('')
  const { journey, drawing } = commands.view
  const giver = partyOf(from)
  const taker = partyOf(to)
  const helps: ActionInput[] = giver
    ? [
        {
          type: 'ownership.add',
          id: crypto.randomUUID(),
          touchpointId: to,
          partyId: giver.id,
          accountability: 'contributes',
        },
      ]
    : []
  const whyNotHelps = commands.whyNot(helps)
  return (
    <form
      className={`${styles.choice} nodrag nopan`}
      style={{ left: at.x, top: at.y }}
      aria-label={`What connects ${giver?.name} and ${taker?.name}?`}
      onSubmit={(event) => {
        event.preventDefault()
        if (commands.change([connect(from, to, { passes: passes.trim() }, journey, drawing)], 'Hand over'))
          onDone()
      }}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') onDone()
      }}
    >
      <TextInput
        label="What passes?"
        placeholder="Order, file, decision …"
        value={passes}
        onChange={(event) => setPasses(event.currentTarget.value)}
        maxLength={300}
        data-autofocus
        autoFocus
      />
      <div className={styles.ways}>
        <Button type="submit" size="xs">
          It passes over
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={whyNotHelps !== null}
          title={whyNotHelps ?? undefined}
          onClick={() => {
            if (commands.change(helps, `${giver?.name} helps deliver`)) onDone()
          }}
        >
          {giver?.name} helps deliver
        </Button>
        <Button size="xs" variant="subtle" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  )

  function partyOf(cardId: string) {
    const laneId = journey.cards.get(cardId)?.laneId
    return journey.lanes.find(({ id }) => id === laneId)?.party
  }
}
