import { Button, Popover, TextInput } from '@mantine/core'
import { useState } from 'react'
import { openSessionOf } from '../../shared/sessions/board.ts'
import { wholeMapSees } from '../comments/sayAudience.ts'
import { useCommands, useMapView } from '../map/MapContext.tsx'
import { useOffers } from '../search/offers.ts'
import { Eyes } from '../sharing/Eyes.tsx'
import styles from './sessions.module.css'

interface SessionButtonProps {
  isOpen: boolean
  onOpen(isOpen: boolean): void
}

/** In the map bar: opens the board of the session that is on, or starts one. */
export function SessionButton({ isOpen, onOpen }: SessionButtonProps) {
  const { ecosystem, journey, partnerId } = useMapView()
  const session = openSessionOf(journey.map.id, ecosystem.rows)
  const label = isOpen ? 'Hide the session' : 'Join the session'
  useOffers(() =>
    session && !partnerId ? [{ id: 'session', label, keys: '', act: () => onOpen(!isOpen) }] : [],
  )
  if (partnerId) return null
  if (!session) return <StartSession onStart={() => onOpen(true)} />
  return (
    <Button
      size="xs"
      variant={isOpen ? 'default' : 'filled'}
      aria-expanded={isOpen}
      onClick={() => onOpen(!isOpen)}
    >
      {label}
    </Button>
  )
}

function StartSession({ onStart }: { onStart(): void }) {
  const { journey, readOnly } = useMapView()
  const commands = useCommands()
  const [isAsking, setAsking] = useState(false)
  const [question, setQuestion] = useState('')
  useOffers(() =>
    readOnly ? [] : [{ id: 'session', label: 'Session', keys: '', act: () => setAsking(true) }],
  )
  if (readOnly) return null
  return (
    <Popover opened={isAsking} onChange={setAsking} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button size="xs" variant="default" onClick={() => setAsking(!isAsking)}>
          Session
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Start a session">
        <form
          className={styles.start}
          onSubmit={(event) => {
            event.preventDefault()
            const session = { id: crypto.randomUUID(), mapId: journey.map.id, question: question.trim() }
            const name = 'Session'
            if (!commands.change([{ type: 'session.start', ...session, name }], 'Start a session')) return
            setAsking(false)
            onStart()
          }}
        >
          <p className={styles.quiet}>
            Everybody on this map writes at once, sorts together, and what matters goes onto the map.
          </p>
          <TextInput
            label="What do you ask everybody?"
            placeholder="What happens between the order and the delivery?"
            value={question}
            maxLength={300}
            data-autofocus
            mb={6}
            onChange={(event) => setQuestion(event.currentTarget.value)}
          />
          <Eyes>{wholeMapSees}</Eyes>
          <Button type="submit" mt="sm">
            Start the session
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
