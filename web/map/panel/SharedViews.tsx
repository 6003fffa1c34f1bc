import type { Perspective } from '../../../shared/model/rows.ts'
import { TalkAbout } from '../../comments/TalkAbout.tsx'
import { Wash } from '../../live/Wash.tsx'
import { WhoIsEditing } from '../../live/WhoIsEditing.tsx'
import { useWithdrawnFrom } from '../../sharing/useWithdrawals.ts'
import { saidInView, trendNames } from '../../sharing/viewWords.ts'
import { Withdrawn } from '../../sharing/Withdrawn.tsx'
import { living } from '../journey/readJourney.ts'
import { useMapView } from '../MapContext.tsx'
import styles from './Panel.module.css'
import { Section } from './Section.tsx'
import { usePanelNames } from './usePanelNames.ts'

/** What each company says, side by side: others' shared views, and ours beside them. */
export function SharedViews({ targetId }: { targetId: string }) {
  const { ecosystem, partnerId } = useMapView()
  const { nameOf } = usePanelNames()
  const { organisationId } = ecosystem.author
  const views = living(ecosystem.rows.list('perspective', 'targetId', targetId))
  const others = views.filter((view) => view.organisationId !== organisationId)
  const withdrawn = useWithdrawnFrom(targetId, 'perspective', ecosystem)
  if (others.length + withdrawn.length === 0) return null
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
            <WhoIsEditing row={{ kind: 'perspective', id: view.id }} />
            <Wash rowId={view.id} />
            {partnerId || view.organisationId === organisationId ? null : (
              <TalkAbout ecosystem={ecosystem} what="this view" kind="perspective" row={view} />
            )}
          </div>
        ))}
      </div>
      <Withdrawn ecosystem={ecosystem} targetId={targetId} kind="perspective" />
    </Section>
  )
}

/** Score and sentence large, everything else by name. */
function Opinion({ view }: { view: Perspective }) {
  const { performance, performanceTrend, statement, sampleSize } = view
  const large = performance === null ? withoutScore : withScore
  const more = saidInView(view).filter(({ field }) => !large.has(field))
  return (
    <>
      {performance === null ? null : (
        <div>
          <span className={styles.score}>{performance}</span> of 10
          {performanceTrend ? `, ${trendNames[performanceTrend]}` : ''}
          {sampleSize ? <span className={styles.quiet}> (n = {sampleSize})</span> : null}
        </div>
      )}
      {statement ? <blockquote>“{statement}”</blockquote> : null}
      {more.map(({ field, name, text }) => (
        <div key={field}>
          <span className={styles.quiet}>{name}:</span> {text}
        </div>
      ))}
    </>
  )
}

const withoutScore: ReadonlySet<string> = new Set(['statement', 'sampleSize'])
const withScore: ReadonlySet<string> = new Set(['performance', 'performanceTrend', ...withoutScore])
