import { CloseButton } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { BoardSticky } from '../../shared/sessions/board.ts'
import { wholeMapSees } from '../comments/sayAudience.ts'
import { TalkDialog } from '../comments/TalkDialog.tsx'
import { useTellingField } from '../live/useTellingField.ts'
import { WhoIsEditing } from '../live/WhoIsEditing.tsx'
import { useCommands, useMapView } from '../map/MapContext.tsx'
import { Eyes } from '../sharing/Eyes.tsx'
import { Monogram } from '../shell/Monogram.tsx'
import { useTyped } from '../typing/useTyped.ts'
import styles from './sessions.module.css'

export const draggedType = 'application/x-interlane-stickies'

interface StickyNoteProps {
  item: BoardSticky
  isChosen: boolean
  isReadOnly: boolean
  /** What goes along when this one is dragged. */
  moving: ReadonlySet<string>
  onToggle(): void
  onCarry(direction: 'left' | 'right'): void
}

/** One thought, with who had it; chosen with Space, reworded in place. */
export function StickyNote({ item, isChosen, isReadOnly, moving, onToggle, onCarry }: StickyNoteProps) {
  const { ecosystem } = useMapView()
  const commands = useCommands()
  const [isWriting, setWriting] = useState(false)
  const eyesId = useId()
  const { id, text, organisationId, authorName } = item.sticky
  const row = { kind: 'sticky', id } as const
  useTellingField(isWriting ? row : undefined, 'text')
  const { shown, type, save, drop } = useTyped({
    value: text,
    take: (typed) => {
      const words = typed.trim()
      if (words !== '' && words !== text)
        commands.change([{ type: 'sticky.change', id, fields: { text: words } }], 'Reword a sticky')
      return true
    },
  })
  const end = (act: () => void) => {
    act()
    setWriting(false)
  }
  const organisation = ecosystem.organisations.get(organisationId) ?? 'a partner'
  const relation = organisationId === ecosystem.author.organisationId ? 'yours' : 'others'
  const mayRemove = commands.whyNot([{ type: 'sticky.remove', id }]) === null
  const reworded = { text: `${text.slice(0, 299)}.` }
  const mayReword = commands.whyNot([{ type: 'sticky.change', id, fields: reworded }]) === null
  return (
    <li
      className={styles.sticky}
      data-relation={relation}
      data-chosen={isChosen || undefined}
      data-placed={item.isPlaced || undefined}
      draggable={!isReadOnly && !isWriting}
      onDragStart={(event) => event.dataTransfer.setData(draggedType, [...moving].join(' '))}
    >
      {isWriting ? (
        <>
          <textarea
            className={styles.rewording}
            aria-label="Reword the sticky"
            aria-describedby={eyesId}
            value={shown}
            maxLength={300}
            // biome-ignore lint/a11y/noAutofocus: the field was asked for
            autoFocus
            onChange={(event) => type(event.currentTarget.value)}
            onBlur={() => end(save)}
            onKeyDown={(event) => {
              event.stopPropagation()
              if (event.key === 'Escape') end(drop)
              if (event.key !== 'Enter' || event.shiftKey) return
              event.preventDefault()
              end(save)
            }}
          />
          <Eyes id={eyesId}>{wholeMapSees}</Eyes>
        </>
      ) : (
        <button
          type="button"
          className={styles.words}
          aria-pressed={isChosen}
          disabled={isReadOnly}
          aria-label={`${text}, ${authorName} of ${organisation}${item.isPlaced ? ', on the map' : ''}`}
          onClick={onToggle}
          onKeyDown={(event) => {
            if (!event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return
            event.preventDefault()
            onCarry(event.key === 'ArrowLeft' ? 'left' : 'right')
          }}
        >
          {text}
        </button>
      )}
      <WhoIsEditing row={row} field="text" doing="writing" />
      <span className={styles.by}>
        <Monogram name={organisation} relation={relation} size={16} />
        <span className={styles.quiet}>
          {authorName}
          {item.isPlaced ? ' · on the map' : ''}
        </span>
        {mayReword && !isWriting ? (
          <button
            type="button"
            className={styles.reword}
            aria-label={`Reword “${text}”`}
            onClick={() => setWriting(true)}
          >
            <IconPencil size={14} aria-hidden="true" />
          </button>
        ) : null}
        <TalkDialog
          ecosystem={ecosystem}
          what={`“${text}”`}
          mapIds={[item.sticky.mapId]}
          kind="sticky"
          row={item.sticky}
          isCompact
        />
        {mayRemove ? (
          <CloseButton
            size="xs"
            aria-label={`Throw away “${text}”`}
            onClick={() => commands.change([{ type: 'sticky.remove', id }], 'Throw away a sticky')}
          />
        ) : null}
      </span>
    </li>
  )
}
