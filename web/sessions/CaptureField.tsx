import { useId } from 'react'
import type { Session } from '../../shared/model/rows.ts'
import { columnsOf } from '../../shared/sessions/board.ts'
import { wholeMapSees } from '../comments/sayAudience.ts'
import { rankBetween } from '../map/gestures/ranks.ts'
import { useCommands, useMapView } from '../map/MapContext.tsx'
import { Eyes } from '../sharing/Eyes.tsx'
import { useDraft } from '../typing/useDraft.ts'
import styles from './sessions.module.css'

/** Type, Enter, next: nothing else is asked while capturing. */
export function CaptureField({ session }: { session: Session }) {
  const { ecosystem } = useMapView()
  const commands = useCommands()
  const place = { author: ecosystem.author, about: session.id, row: session.id, field: 'sticky' }
  const { text, write, drop } = useDraft(place)
  const eyesId = useId()
  return (
    <div>
      <input
        className={styles.capture}
        aria-label="What happens? Enter puts it on the board"
        aria-describedby={eyesId}
        placeholder="Type what happens, press Enter, next …"
        value={text}
        maxLength={300}
        // biome-ignore lint/a11y/noAutofocus: the board was opened to write on it
        autoFocus
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          const words = text.trim()
          if (words === '') return
          const last = columnsOf(session.id, ecosystem.rows)[0]?.stickies.at(-1)?.sticky.rank ?? null
          const sticky = { id: crypto.randomUUID(), sessionId: session.id, text: words }
          const rank = rankBetween(last, null)
          if (commands.change([{ type: 'sticky.add', ...sticky, rank }], 'Write a sticky')) drop()
        }}
      />
      <Eyes id={eyesId}>{wholeMapSees}</Eyes>
    </div>
  )
}
