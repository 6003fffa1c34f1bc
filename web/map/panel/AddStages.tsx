import { Button, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { addStage } from '../gestures/shapes.ts'
import type { JourneyLane } from '../journey/journey.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import styles from './Panel.module.css'
import { Section } from './Section.tsx'
import { usePanelNames } from './usePanelNames.ts'

/** Stages by name, one after the other: shared ones, or those of a lane that has its own. */
export function AddStages({ lane }: { lane?: JourneyLane }) {
  const { journey } = useMapView()
  const commands = useCommands()
  const { wholeMap } = usePanelNames()
  const [name, setName] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const adding = (typed: string) => [addStage(typed, null, 'after', journey, lane?.id ?? null)]
  const reason = commands.whyNot(adding('A stage'))
  const known = (lane?.stages ?? journey.stages).map((stage) => stage.name)
  return (
    <Section title={lane ? 'Add own stages' : 'Add shared stages'} eyes={wholeMap} reason={reason}>
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault()
          const typed = name.trim()
          if (typed === '' || !commands.change(adding(typed), 'Add a stage')) return
          setName('')
          field.current?.focus()
        }}
      >
        {known.length > 0 ? <p className={styles.quiet}>{known.join(' · ')}</p> : null}
        <TextInput
          ref={field}
          label="Name of the next stage"
          value={name}
          maxLength={160}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" disabled={reason !== null || name.trim() === ''}>
          Add the stage
        </Button>
      </form>
    </Section>
  )
}
