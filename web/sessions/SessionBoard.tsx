import { Button, CloseButton } from '@mantine/core'
import { useState } from 'react'
import type { Session } from '../../shared/model/rows.ts'
import { columnsOf, openSessionOf } from '../../shared/sessions/board.ts'
import { useMapPresence, useOthers } from '../live/MapPresence.tsx'
import { useCommands, useMapView } from '../map/MapContext.tsx'
import { CaptureField } from './CaptureField.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { StickyColumn } from './StickyColumn.tsx'
import styles from './sessions.module.css'
import { moveStickies } from './stickyActions.ts'

/** Over the lower half of the map: what everybody writes, in columns of groups. */
export function SessionBoard({ onClose }: { onClose(): void }) {
  const { ecosystem, journey, readOnly } = useMapView()
  const commands = useCommands()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const session = openSessionOf(journey.map.id, ecosystem.rows)
  if (!session) return null
  const columns = columnsOf(session.id, ecosystem.rows)
  const known = new Set(columns.flatMap(({ stickies }) => stickies.map(({ sticky }) => sticky.id)))
  const selected = new Set([...chosen].filter((id) => known.has(id)))
  return (
    <section
      className={styles.board}
      aria-label="Session"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && selected.size > 0) setChosen(new Set())
      }}
    >
      <BoardHead session={session} onClose={onClose} />
      {readOnly ? <p className={styles.quiet}>{readOnly}</p> : <CaptureField session={session} />}
      <SelectionBar columns={columns} selected={selected} onDone={() => setChosen(new Set())} />
      <div className={styles.columns}>
        {columns.map((column) => (
          <StickyColumn
            key={column.group}
            column={column}
            selected={selected}
            onToggle={(id) => {
              const next = new Set(selected)
              if (!next.delete(id)) next.add(id)
              setChosen(next)
            }}
            onMove={(ids, group) => {
              const actions = moveStickies(ids, group, columns)
              if (commands.change(actions, group ? `Group under “${group}”` : 'Take out of the group'))
                setChosen(new Set())
            }}
            neighbours={neighboursOf(column.group)}
          />
        ))}
      </div>
    </section>
  )

  function neighboursOf(group: string): { left: string | undefined; right: string | undefined } {
    const at = columns.findIndex((column) => column.group === group)
    return { left: columns[at - 1]?.group, right: columns[at + 1]?.group }
  }
}

function BoardHead({ session, onClose }: { session: Session; onClose(): void }) {
  const { ecosystem } = useMapView()
  const commands = useCommands()
  const { author, organisations } = ecosystem
  const isMine = session.personId === author.personId
  const end = [{ type: 'session.end', id: session.id } as const]
  return (
    <header className={styles.head}>
      <div className={styles.asked}>
        <h2 className={styles.question}>{session.question || session.name}</h2>
        <span className={styles.quiet}>
          {isMine
            ? 'You run this session'
            : `Run by ${session.authorName} (${organisations.get(session.organisationId) ?? 'a partner'})`}
        </span>
      </div>
      {isMine ? null : <FollowFacilitator session={session} />}
      {commands.whyNot(end) === null ? (
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            if (commands.change(end, 'End the session')) onClose()
          }}
        >
          End session
        </Button>
      ) : null}
      <CloseButton aria-label="Hide the session" onClick={onClose} />
    </header>
  )
}

/** Takes one along to what the facilitator looks at, while they are on the map. */
function FollowFacilitator({ session }: { session: Session }) {
  const presence = useMapPresence()
  const facilitator = useOthers().find(({ personId }) => personId === session.personId)
  if (!presence || !facilitator) return null
  const isFollowed = presence.followedId === facilitator.id
  return (
    <Button
      size="xs"
      variant="default"
      aria-pressed={isFollowed}
      onClick={() => presence.follow(isFollowed ? null : facilitator.id)}
    >
      {isFollowed ? `Stop following ${facilitator.name}` : `Follow ${facilitator.name}`}
    </Button>
  )
}
