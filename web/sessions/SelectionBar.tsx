import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { keepsLane } from '../../shared/rules/standing.ts'
import type { BoardColumn, BoardSticky } from '../../shared/sessions/board.ts'
import { wholeMapSees } from '../comments/sayAudience.ts'
import { useCommands, useMapView } from '../map/MapContext.tsx'
import { Eyes } from '../sharing/Eyes.tsx'
import styles from './sessions.module.css'
import { moveStickies, placeStickies } from './stickyActions.ts'

interface SelectionBarProps {
  columns: readonly BoardColumn[]
  selected: ReadonlySet<string>
  /** What was done with those chosen last. */
  done: DoneTogether | undefined
  onDone(done: DoneTogether): void
}

export interface DoneTogether {
  words: string
  ids: ReadonlySet<string>
  /** False once it was undone. */
  holds(item: BoardSticky): boolean
}

/** What one can do with the chosen stickies together: group them, or put them on the map. */
export function SelectionBar({ columns, selected, done, onDone }: SelectionBarProps) {
  const { ecosystem, journey, readOnly } = useMapView()
  const commands = useCommands()
  const [group, setGroup] = useState('')
  if (readOnly) return null
  const what = selected.size === 1 ? '1 sticky' : `${selected.size} stickies`
  const places = journey.lanes.map(({ id: laneId, lane, name, stages }) => ({
    group: keepsLane(ecosystem.author, laneId, ecosystem.rows) ? name : `${name} (as proposals)`,
    items: (lane.ownStages ? stages : journey.stages).map((stage) => ({
      value: `${laneId} ${stage.id}`,
      label: `${name}: ${stage.name}`,
    })),
  }))
  return (
    <div className={styles.selection}>
      <p className={selected.size === 0 ? styles.quiet : styles.chosen} role="status">
        {selected.size === 0 ? (sayDone(done, columns) ?? chooseFirst) : what}
      </p>
      {selected.size === 0 ? null : (
        <div className={styles.selection} role="toolbar" aria-label={`${what} chosen`}>
          <form
            className={styles.grouping}
            onSubmit={(event) => {
              event.preventDefault()
              const name = group.trim()
              if (name === '') return
              if (commands.change(moveStickies(selected, name, columns), `Group ${what}`)) {
                setGroup('')
                const holds = ({ sticky }: BoardSticky) => sticky.group === name
                onDone({ words: `Under “${name}”: ${what}.`, ids: selected, holds })
              }
            }}
          >
            <TextInput
              size="xs"
              aria-label="Name of the group"
              placeholder="Group under …"
              list="session-groups"
              value={group}
              maxLength={300}
              onChange={(event) => setGroup(event.currentTarget.value)}
            />
            <datalist id="session-groups">
              {columns.map((column) =>
                column.group ? <option key={column.group} value={column.group} /> : null,
              )}
            </datalist>
            <Button size="xs" type="submit" variant="default" disabled={group.trim() === ''}>
              Group
            </Button>
            <Eyes>{wholeMapSees}</Eyes>
          </form>
          <Select
            size="xs"
            w={230}
            aria-label="Put into a lane and stage"
            placeholder="Put into a lane and stage"
            searchable
            value={null}
            data={places}
            onChange={(value) => {
              const [laneId, stageId] = value?.split(' ') ?? []
              if (!laneId || !stageId) return
              const actions = placeStickies(selected, { laneId, stageId }, columns, journey)
              if (!commands.change(actions, `Put ${what} on the map`)) return
              const place = places.flatMap(({ items }) => items).find((item) => item.value === value)
              const words = `In ${place?.label}: ${what}. Hide the session to see the map.`
              onDone({ words, ids: selected, holds: ({ isPlaced }) => isPlaced })
            }}
          />
        </div>
      )}
    </div>
  )
}

const chooseFirst = 'Choose stickies to group them or to put them on the map.'

function sayDone(done: DoneTogether | undefined, columns: readonly BoardColumn[]): string | undefined {
  if (!done) return undefined
  const concerned = columns
    .flatMap(({ stickies }) => stickies)
    .filter(({ sticky }) => done.ids.has(sticky.id))
  return concerned.every(done.holds) ? done.words : undefined
}
