import { useState } from 'react'
import { useMapView } from '../map/MapContext.tsx'
import { draftsAbout, dropDraftsAbout } from '../typing/drafts.ts'
import { LeftText } from '../typing/LeftText.tsx'
import styles from './sessions.module.css'

/** In place of the board of a session that somebody ended: what one was typing there. */
export function SessionEnded({ onClose }: { onClose(): void }) {
  const { ecosystem, journey } = useMapView()
  const [, setDiscarded] = useState(false)
  const { author, rows } = ecosystem
  const ended = rows.list('session', 'mapId', journey.map.id).filter(({ state }) => state === 'ended')
  const words = ended.flatMap(({ id }) => draftsAbout(author, id))
  if (words.length === 0) return null
  return (
    <section className={`${styles.board} ${styles.ended}`} aria-label="Session">
      <p role="alert">The session ended while you were typing. Your text:</p>
      <LeftText
        text={words.join('\n')}
        onDiscard={() => {
          for (const { id } of ended) dropDraftsAbout(author, id)
          setDiscarded(true)
          onClose()
        }}
      />
    </section>
  )
}
