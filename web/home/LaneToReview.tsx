import type { ClaimReview } from '../../shared/analysis/claimReviews.ts'
import { onMap } from '../partners/leftMarks.ts'
import { ButtonLink } from '../shell/links.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './home.module.css'

/** A lane of ours that others described and we have not answered. */
export function LaneToReview({ ecosystem, review }: { ecosystem: Ecosystem; review: ClaimReview }) {
  const { rows, organisations, ecosystemId } = onMap(ecosystem, review.mapId)
  const by = review.describedByOrganisationIds.map((id) => organisations.get(id) ?? 'others')
  const cards = review.toReview.length
  return (
    <li className={styles.ask}>
      <p className={styles.askWords}>
        <strong>Your lane on {rows.get('map', review.mapId)?.name}</strong>: {cards}{' '}
        {cards === 1 ? 'card' : 'cards'} described by {by.join(' and ')}, not yet confirmed
      </p>
      <ButtonLink to="/ecosystems/$ecosystemId/lane-review" params={{ ecosystemId }} size="xs" color="yours">
        Review {cards === 1 ? 'it' : 'them'}
      </ButtonLink>
    </li>
  )
}
