import type { ReviewItem } from '../../shared/analysis/reviewItem.ts'
import { sayPasses } from '../handoffs/sayPasses.ts'
import { sayStanding } from '../handoffs/sayStanding.ts'
import { seamOf } from '../handoffs/seamOf.ts'
import { onMap } from '../partners/leftMarks.ts'
import { RatedBlind } from '../rounds/RatedBlind.tsx'
import { SeamPill } from '../seam/SeamPill.tsx'
import { sayMinutes } from '../seam/seamWords.ts'
import { ButtonLink } from '../shell/links.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './ReviewDetail.module.css'
import { ScoreLine } from './ScoreLine.tsx'
import { VoiceCard } from './VoiceCard.tsx'

/** One item: where it is, and what each company says of it, side by side. */
export function ReviewDetail({ ecosystem, item }: { ecosystem: Ecosystem; item: ReviewItem }) {
  const { rows, ecosystemId, author, organisations } = onMap(ecosystem, item.mapId)
  const { handoff } = item
  const late = handoff?.lateness.lateByMinutes
  // A side's dispute stands here when its own words say something else below.
  const disputes = [handoff?.from, handoff?.to]
    .map((side) => (side?.state === 'disputed' ? (side.confirmation?.note ?? '') : ''))
    .filter((note) => note !== '' && !item.voices.some(({ statement }) => statement === note))
  const party = rows.get('party', item.partyIds[0] ?? '')?.name
  const stage = rows.get('stage', item.stageId)?.name
  return (
    <article className={styles.detail} aria-label={item.title}>
      <header className={styles.head}>
        <div>
          <h2 className={styles.title}>{handoff ? sayPasses(handoff.link) : item.title}</h2>
          <p className={styles.quiet}>
            {handoff
              ? `${handoff.from.partyName} hands over to ${handoff.to.partyName}, on ${item.mapName}`
              : `In the lane of ${party}, ${stage}, on ${item.mapName}`}
          </p>
        </div>
        <div className={styles.actions}>
          {handoff ? (
            <ButtonLink
              to="/ecosystems/$ecosystemId/handoffs/$linkId"
              params={{ ecosystemId, linkId: item.id }}
              variant="default"
            >
              Open the handoff
            </ButtonLink>
          ) : null}
          <ButtonLink
            to="/ecosystems/$ecosystemId/maps/$mapId"
            params={{ ecosystemId, mapId: item.mapId }}
            search={{ select: item.id, lens: handoff ? 'seams' : 'heat' }}
          >
            Show on the map
          </ButtonLink>
        </div>
      </header>
      {handoff ? (
        <div className={styles.gutter}>
          <SeamPill
            {...seamOf(handoff, author.organisationId)}
            passes={handoff.link.passes}
            lateness={late ? `${sayMinutes(late)} late` : undefined}
          />
          <span>
            {sayStanding(handoff)}
            {disputes.length > 0 ? `: “${disputes.join('” “')}”` : ''}
          </span>
        </div>
      ) : null}
      <ScoreLine voices={item.voices} organisations={organisations} organisationId={author.organisationId} />
      {handoff ? null : (
        <div className={styles.rounds}>
          <RatedBlind ecosystem={ecosystem} touchpointId={item.id} />
        </div>
      )}
      <div className={styles.voices}>
        {item.voices.map((voice) => (
          <VoiceCard
            ecosystem={ecosystem}
            key={`${voice.organisationId} ${voice.onBehalfOf}`}
            voice={voice}
            name={organisations.get(voice.organisationId) ?? 'Another organisation'}
            relation={voice.organisationId === author.organisationId ? 'yours' : 'others'}
            partyName={(id) => rows.get('party', id)?.name ?? ''}
          />
        ))}
        {item.voices.length === 0 ? (
          <p className={styles.quiet}>Nobody has said anything about it that you can see.</p>
        ) : null}
      </div>
    </article>
  )
}
