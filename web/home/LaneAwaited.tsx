import type { ClaimReview } from '../../shared/analysis/claimReviews.ts'
import { onMap } from '../partners/leftMarks.ts'
import { TextLink } from '../shell/links.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './home.module.css'

/** A lane of others in which we described cards that they have not reviewed. */
export function LaneAwaited({ ecosystem, review }: { ecosystem: Ecosystem; review: ClaimReview }) {
  const { rows, organisations, ecosystemId } = onMap(ecosystem, review.mapId)
  const holder = rows.get('party', review.partyId)?.heldByOrganisationId ?? ''
  const name = organisations.get(holder) ?? 'A partner'
  const lane = `its lane on ${rows.get('map', review.mapId)?.name ?? 'the map'}`
  const cards = review.toReview.length
  return (
    <li className={styles.ask}>
      <p className={styles.askWords}>
        <strong>{name}</strong> has not yet said whether {cards} {cards === 1 ? 'card' : 'cards'} you
        described in{' '}
        <TextLink
          to="/ecosystems/$ecosystemId/maps/$mapId"
          params={{ ecosystemId, mapId: review.mapId }}
          search={{ select: review.laneId }}
          // The map itself is on this page as well, and perhaps lanes of others on it.
          aria-label={`${lane}, ${name}`}
        >
          {lane}
        </TextLink>{' '}
        {cards === 1 ? 'is' : 'are'} right
      </p>
    </li>
  )
}
