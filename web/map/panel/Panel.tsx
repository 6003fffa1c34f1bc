import { CloseButton } from '@mantine/core'
import { useRef } from 'react'
import { draftsAbout, dropDraftsAbout } from '../../typing/drafts.ts'
import { type RowOnMap, rowOn } from '../journey/rowOn.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import { LanePanel } from './LanePanel.tsx'
import { LinkPanel } from './LinkPanel.tsx'
import { MapPanel } from './MapPanel.tsx'
import styles from './Panel.module.css'
import { RemovedPanel } from './RemovedPanel.tsx'
import { StagePanel } from './StagePanel.tsx'
import { TouchpointPanel } from './TouchpointPanel.tsx'
import { textsLeftAt } from './textsLeft.ts'

/** What one looks at in detail; lies over the canvas, which does not move for it. */
export function Panel({ id }: { id: string }) {
  const view = useMapView()
  const { journey, readOnly, ecosystem } = view
  const commands = useCommands()
  const seen = rowOn(journey, id)
  const lastSeen = useRef<RowOnMap>(null)
  if (seen) lastSeen.current = seen
  const left = textsLeftAt(id, view)
  const drafts = seen ? [] : draftsAbout(ecosystem.author, id)
  const content = contentOf()
  if (!content) return null
  return (
    <aside
      key={id}
      className={styles.panel}
      aria-label="Details"
      data-panel-of={id}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        commands.openPanel(null)
        document.querySelector<HTMLElement>('section[aria-label^="Map "]')?.focus()
      }}
    >
      <CloseButton
        className={styles.close!}
        aria-label="Close the details"
        onClick={() => {
          for (const notice of left) ecosystem.dismiss(notice.id)
          if (!seen) dropDraftsAbout(ecosystem.author, id)
          commands.openPanel(null)
        }}
      />
      {readOnly ? <p className={styles.readOnly}>{readOnly}</p> : null}
      {content}
    </aside>
  )

  function contentOf() {
    if (!seen) {
      const earlier = lastSeen.current?.row.id === id ? lastSeen.current : null
      const isEmpty = left.length + drafts.length === 0
      return isEmpty ? null : (
        <RemovedPanel key={id} id={id} lastSeen={earlier} notices={left} drafts={drafts} />
      )
    }
    const card = journey.cards.get(id)
    if (card) return <TouchpointPanel key={id} card={card} />
    const link = journey.links.get(id)
    if (link) return <LinkPanel key={id} item={link} />
    const lane = journey.lanes.find((one) => one.id === id)
    if (lane) return <LanePanel key={id} lane={lane} />
    return seen.kind === 'stage' ? <StagePanel key={id} stage={seen.row} /> : <MapPanel key={id} />
  }
}
