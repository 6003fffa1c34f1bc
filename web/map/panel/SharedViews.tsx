import type { Perspective } from '../../../shared/model/rows.ts'
import { sayMinutes } from '../../seam/seamWords.ts'
import { living } from '../journey/readJourney.ts'
import { useMapView } from '../MapContext.tsx'
import styles from './Panel.module.css'
import { Section } from './Section.tsx'
import { usePanelNames } from './usePanelNames.ts'

/** What each company says, side by side: others' shared views, and ours beside them. */
export function SharedViews({ targetId }: { targetId: string }) {
  const { ecosystem } = useMapView()
  const { nameOf } = usePanelNames()
  const { organisationId } = ecosystem.author
  const views = living(ecosystem.rows.list('perspective', 'targetId', targetId))
  const others = views.filter((view) => view.organisationId !== organisationId)
  if (others.length === 0) return null
  const ours = views.filter((view) => view.organisationId === organisationId)
  return (
    <Section title="Side by side" eyes="What others share with us">
      <div className={styles.opinions}>
        {[...ours, ...others].map((view) => (
          <div
            key={view.id}
            className={styles.opinion}
            data-relation={view.organisationId === organisationId ? 'yours' : 'others'}
          >
            <strong>
              {nameOf(view.organisationId)}
              {view.onBehalfOf === 'customer' ? ', for the customer' : ''}
            </strong>
            <Opinion view={view} />
          </div>
        ))}
      </div>
    </Section>
  )
}

function Opinion({ view }: { view: Perspective }) {
  const { performance, experiencedMinutes, statement, notes, sampleSize, emotion } = view
  return (
    <>
      {performance === null ? null : (
        <div>
          <span className={styles.score}>{performance}</span> of 10
          {sampleSize ? <span className={styles.quiet}> (n = {sampleSize})</span> : null}
        </div>
      )}
      {experiencedMinutes === null ? null : <div>takes {sayMinutes(experiencedMinutes)}</div>}
      {emotion ? <div>{emotion}</div> : null}
      {statement ? <blockquote>“{statement}”</blockquote> : null}
      {notes ? <p className={styles.quiet}>{notes}</p> : null}
    </>
  )
}
