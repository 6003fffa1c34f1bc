import { CloseButton } from '@mantine/core'
import { useCommands, useMapView } from '../MapContext.tsx'
import { LanePanel } from './LanePanel.tsx'
import { LinkPanel } from './LinkPanel.tsx'
import { MapPanel } from './MapPanel.tsx'
import styles from './Panel.module.css'
import { StagePanel } from './StagePanel.tsx'
import { TouchpointPanel } from './TouchpointPanel.tsx'

/** What one looks at in detail; lies over the canvas, which does not move for it. */
export function Panel({ id }: { id: string }) {
  const { journey, readOnly } = useMapView()
  const commands = useCommands()
  const content = contentOf()
  if (!content) return null
  return (
    <aside
      key={id}
      className={styles.panel}
      aria-label="Details"
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
        onClick={() => commands.openPanel(null)}
      />
      {readOnly ? <p className={styles.readOnly}>{readOnly}</p> : null}
      {content}
    </aside>
  )

  function contentOf() {
    const card = journey.cards.get(id)
    if (card) return <TouchpointPanel key={id} card={card} />
    const link = journey.links.get(id)
    if (link) return <LinkPanel key={id} item={link} />
    const lane = journey.lanes.find((one) => one.id === id)
    if (lane) return <LanePanel key={id} lane={lane} />
    const stage = [...journey.stages, ...journey.lanes.flatMap(({ stages }) => stages)].find(
      (one) => one.id === id,
    )
    if (stage) return <StagePanel key={id} stage={stage} />
    return journey.map.id === id ? <MapPanel key={id} /> : null
  }
}
