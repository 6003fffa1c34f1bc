import { handoffEntryOf } from '../../../shared/analysis/handoffs.ts'
import type { Handoff } from '../../../shared/handoffs/handoff.ts'
import { type Terms, termsContent } from '../../../shared/model/link.ts'
import { earlierTerms } from '../../handoffs/earlierTerms.ts'
import { SideActions } from '../../handoffs/SideActions.tsx'
import { SideStanding } from '../../handoffs/SideStanding.tsx'
import { termNames } from '../../handoffs/termWords.ts'
import { SeamMark } from '../../seam/SeamMark.tsx'
import type { JourneyLink } from '../journey/journey.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import styles from './Panel.module.css'
import { Section } from './Section.tsx'
import { usePanelNames } from './usePanelNames.ts'

const terms = Object.keys(termsContent.shape) as (keyof Terms)[]

/** Both halves of a working agreement, and what our side can do about it. */
export function Agreement({ item, handoff }: { item: JourneyLink; handoff: Handoff }) {
  const { ecosystem } = useMapView()
  const { readOnly } = useCommands().view
  const { wholeMap } = usePanelNames()
  const entry = handoffEntryOf(item.link, ecosystem.rows, ecosystem.author.organisationId)
  if (!entry) return null
  const mine = readOnly === null && !entry.isPromise ? entry.ours : null
  return (
    <Section title={handoff.isPromise ? 'Promise' : 'Working agreement'} eyes={wholeMap}>
      <div className={styles.standings}>
        {item.giving ? <SeamMark giving={item.giving} taking={item.taking} radius={22} /> : null}
        <div className={styles.rowName}>
          {[entry.from, entry.to].map((side) => (
            <SideStanding key={side.partyId} ecosystem={ecosystem} handoff={entry} side={side} />
          ))}
        </div>
      </div>
      {terms.flatMap((field) =>
        earlierTerms(handoff, field).map(({ value, by }) => (
          <p key={`${field} ${by}`} className={styles.changed}>
            {termNames[field]}: <del>{value || 'nothing'}</del> when {by} confirmed
          </p>
        )),
      )}
      {mine ? <SideActions ecosystem={ecosystem} handoff={entry} side={mine} /> : null}
      {handoff.isPromise ? null : (
        <p className={styles.quiet}>Each side confirms with its own people. Not a contract.</p>
      )}
    </Section>
  )
}
