import { IconEyeOff } from '@tabler/icons-react'
import { type Heat, hasLenses } from '../lens.ts'
import { useMapView } from '../MapContext.tsx'
import { HeatLegend } from './HeatLegend.tsx'
import { KeysButton } from './KeysButton.tsx'
import styles from './StatusLine.module.css'
import { ZoomControls } from './ZoomControls.tsx'

/** Saved or not, who sees this map, and what the signs mean. */
export function StatusLine({ isCanvas, onHeat }: { isCanvas: boolean; onHeat(heat: Heat): void }) {
  const { ecosystem, journey, lens, readOnly, state } = useMapView()
  const { saving, organisations, rows, author } = ecosystem
  const viewers = rows
    .list('participant', 'mapId', journey.map.id)
    .filter(({ deleted, state: place, organisationId }) => {
      return !deleted && place === 'active' && organisationId !== author.organisationId
    })
    .map(({ organisationId }) => organisations.get(organisationId) ?? 'a partner')
    .sort()
  return (
    <footer className={styles.line}>
      <span className={styles.saved} data-state={saving.state} role="status">
        {savedWords(saving)}
      </span>
      <span className={styles.viewers}>
        {viewers.length > 0 ? `Shared with ${viewers.join(', ')}` : 'Only we see this map'}
      </span>
      <span role="status">{state.told}</span>
      {readOnly ? <span className={styles.readOnly}>{readOnly}</span> : null}
      {state.linkingFrom ? <span>Go to the receiving card and press Enter</span> : null}
      {isCanvas ? (
        lens === 'heat' ? (
          <HeatLegend onHeat={onHeat} />
        ) : (
          <Legend isPlain={!hasLenses(journey)} />
        )
      ) : null}
      {isCanvas ? <KeysButton /> : null}
      {isCanvas ? <ZoomControls /> : null}
    </footer>
  )
}

function savedWords({ state, unsent }: { state: string; unsent: number }): string {
  if (state === 'offline') return unsent > 0 ? `Offline, ${unsent} not sent yet` : 'Offline'
  return state === 'saving' ? 'Saving …' : 'Saved'
}

function Legend({ isPlain }: { isPlain: boolean }) {
  return (
    <span className={styles.legend} aria-hidden="true">
      <span className={styles.key} data-sign="yours" /> ours
      <span className={styles.key} data-sign="others" /> others
      <span className={styles.key} data-sign="dashed" /> not yet confirmed
      {isPlain ? null : (
        <>
          <IconEyeOff className={styles.sign} size={14} stroke={2} /> customer does not see
        </>
      )}
      <span className={styles.key} data-sign="sequence" /> leads to
      <span className={styles.key} data-sign="handoff" /> hands over
      <span className={styles.key} data-sign="loop" /> loops back
    </span>
  )
}
