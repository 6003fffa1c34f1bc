import { Button, CloseButton } from '@mantine/core'
import { useRef, useState } from 'react'
import type { Session } from '../../shared/model/rows.ts'
import { columnsOf, openSessionOf } from '../../shared/sessions/board.ts'
import { TalkDialog } from '../comments/TalkDialog.tsx'
import { useMapPresence, useOthers } from '../live/MapPresence.tsx'
import { useCommands, useMapView } from '../map/MapContext.tsx'
import { CaptureField } from './CaptureField.tsx'
import { type DoneTogether, SelectionBar } from './SelectionBar.tsx'
import { SessionEnded } from './SessionEnded.tsx'
import { StickyColumn } from './StickyColumn.tsx'
import styles from './sessions.module.css'
import { moveStickies } from './stickyActions.ts'

/** Over the lower half of the map: what everybody writes, in columns of groups. */
export function SessionBoard({ onClose }: { onClose(): void }) {
  const { ecosystem, journey, readOnly } = useMapView()
  const commands = useCommands()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [done, setDone] = useState<DoneTogether>()
  const board = useRef<HTMLElement>(null)
  const session = openSessionOf(journey.map.id, ecosystem.rows)
  if (!session) return <SessionEnded onClose={onClose} />
  const columns = columnsOf(session.id, ecosystem.rows)
  const known = new Set(columns.flatMap(({ stickies }) => stickies.map(({ sticky }) => sticky.id)))
  const selected = new Set([...chosen].filter((id) => known.has(id)))
  return (
    <section
      ref={board}
      className={styles.board}
      aria-label="Session"
      data-session-board
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && selected.size > 0) setChosen(new Set())
      }}
    >
      <BoardHead session={session} onClose={onClose} />
      {readOnly ? (
        <p className={styles.quiet}>{readOnly}</p>
      ) : (
        <CaptureField key={session.id} session={session} />
      )}
      <SelectionBar columns={columns} selected={selected} done={done} onDone={finish} />
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
              setDone(undefined)
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

  /** The tools go with the choice: the focus stays on the board, and not in a field, where undo is about letters. */
  function finish(what: DoneTogether) {
    setChosen(new Set())
    setDone(what)
    board.current?.focus()
  }

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
      <TalkDialog
        ecosystem={ecosystem}
        what="this session"
        mapIds={[session.mapId]}
        kind="session"
        row={session}
      />
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
