import { Button, Select, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import { roleOf, rolesInChain } from '../../partners/roleInChain.ts'
import { rankBetween } from '../gestures/ranks.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import styles from './Panel.module.css'
import { Section } from './Section.tsx'
import { usePanelNames } from './usePanelNames.ts'

const newParty = 'new'

/** A lane for a party of the ecosystem that has none here, or for a new one. */
export function AddLane() {
  const { journey, ecosystem } = useMapView()
  const commands = useCommands()
  const { wholeMap } = usePanelNames()
  const [choice, setChoice] = useState(newParty)
  const [name, setName] = useState('')
  const [role, setRole] = useState('partner')
  const [added, setAdded] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (added > 0) field.current?.focus()
  }, [added])
  const present = new Set(journey.lanes.map(({ party }) => party.id))
  const absent = ecosystem.rows.all('party').filter(({ id }) => !present.has(id))
  const reason = commands.whyNot(actions(name.trim() || 'A party'))
  return (
    <Section title="Add a lane" eyes={wholeMap} reason={reason}>
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault()
          if (!commands.change(actions(name.trim()), 'Add a lane')) return
          setName('')
          // The party just chosen has its lane now; a new one may be typed at once.
          setChoice(newParty)
          setAdded((count) => count + 1)
        }}
      >
        {absent.length > 0 ? (
          <Select
            label="Party"
            value={choice}
            onChange={(value) => setChoice(value ?? newParty)}
            data={[
              ...absent.map(({ id, name: label }) => ({ value: id, label })),
              { value: newParty, label: 'A new party' },
            ]}
          />
        ) : null}
        {choice === newParty ? (
          <>
            <TextInput
              ref={field}
              label="Name of the party"
              value={name}
              maxLength={160}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Select
              label="Role in chain"
              allowDeselect={false}
              value={role}
              onChange={(value) => setRole(value ?? role)}
              data={rolesInChain.map(({ value, label }) => ({ value, label }))}
            />
          </>
        ) : null}
        <Button type="submit" disabled={reason !== null || (choice === newParty && name.trim() === '')}>
          Add the lane
        </Button>
      </form>
    </Section>
  )

  function actions(partyName: string): ActionInput[] {
    const partyId = choice === newParty ? crypto.randomUUID() : choice
    const last =
      journey.lanes
        .map(({ lane }) => lane.rank)
        .sort()
        .at(-1) ?? null
    const lane: ActionInput = {
      type: 'lane.add',
      id: crypto.randomUUID(),
      mapId: journey.map.id,
      partyId,
      rank: rankBetween(last, null),
    }
    if (choice !== newParty) return [lane]
    return [{ type: 'party.add', id: partyId, name: partyName, ...roleOf(role)! }, lane]
  }
}
