import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import { wholeMapSees } from '../../comments/sayAudience.ts'
import { Eyes } from '../../sharing/Eyes.tsx'
import { connect } from '../gestures/fromFlow.ts'
import { together } from '../gestures/together.ts'
import { useCommands } from '../MapContext.tsx'
import styles from './ConnectChoice.module.css'
import { sayOneSided } from './sayOneSided.ts'

export interface ConnectChoiceProps {
  from: string
  to: string
  /** Within the canvas, in pixels. */
  at: { x: number; y: number }
  onDone(): void
}

/** Asked once, in place, when cards of two parties are connected: does something pass over, are they one, or does one help? */
export function ConnectChoice({ from, to, at, onDone }: ConnectChoiceProps) {
  const commands = useCommands()
  const [passes, setPasses] = useState('')
  const { journey, drawing } = commands.view
  const [giver, taker] = [laneOf(from), laneOf(to)]
  const names = [giver?.name, taker?.name].join(' and ')
  const handover = connect(from, to, { passes: passes.trim() }, journey, drawing)
  const oneSided = giver && taker ? sayOneSided(giver, taker) : null
  const helps: ActionInput[] = giver
    ? [
        {
          type: 'ownership.add',
          id: crypto.randomUUID(),
          touchpointId: to,
          partyId: giver.party.id,
          accountability: 'contributes',
        },
      ]
    : []
  return (
    <form
      className={`${styles.choice} nodrag nopan`}
      style={within(at)}
      aria-label={`What connects ${names}?`}
      onSubmit={(event) => {
        event.preventDefault()
        if (commands.change([handover], 'Hand over')) onDone()
      }}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') onDone()
      }}
    >
      <TextInput
        label={`${giver?.name} passes something over: what passes?`}
        placeholder="Order, file, decision …"
        value={passes}
        onChange={(event) => setPasses(event.currentTarget.value)}
        maxLength={300}
        data-autofocus
        autoFocus
      />
      <Eyes>{wholeMapSees}</Eyes>
      {oneSided ? <p className={styles.note}>{oneSided}</p> : null}
      <Button type="submit" size="xs" mt={8}>
        It passes over
      </Button>
      <p className={styles.or}>Or is it something else?</p>
      <div className={styles.ways}>
        <Way
          title="Together"
          what={`${names} live this as one touchpoint`}
          actions={together(from, to, commands.view)}
          onDone={onDone}
        />
        <Way
          title={`${giver?.name} helps deliver`}
          what={`“${nameOf(to)}”`}
          actions={helps}
          onDone={onDone}
        />
      </div>
      <Button size="xs" variant="subtle" mt={6} onClick={onDone}>
        Cancel
      </Button>
    </form>
  )

  function laneOf(cardId: string) {
    const laneId = journey.cards.get(cardId)?.laneId
    return journey.lanes.find(({ id }) => id === laneId)
  }

  function nameOf(cardId: string) {
    return journey.cards.get(cardId)?.touchpoint.name ?? 'this'
  }
}

/** Beside the card, but never beyond the edge of the canvas: scrolling to it would push the map out of its frame. */
function within({ x, y }: ConnectChoiceProps['at']) {
  return {
    left: `clamp(8px, ${x}px, max(8px, calc(100% - 328px)))`,
    top: `clamp(8px, ${y + 8}px, max(8px, calc(100% - 436px)))`,
  }
}

interface WayProps {
  title: string
  what: string
  actions: ActionInput[]
  onDone(): void
}

/** Another answer than handing over, with what it means or why it is not open to us. */
function Way({ title, what, actions, onDone }: WayProps) {
  const commands = useCommands()
  const whyNot = commands.whyNot(actions)
  return (
    <div>
      <Button
        size="xs"
        variant="default"
        disabled={whyNot !== null || actions.length === 0}
        onClick={() => {
          if (commands.change(actions, title)) onDone()
        }}
      >
        {title}
      </Button>
      <span className={styles.what}>{whyNot ?? what}</span>
    </div>
  )
}
