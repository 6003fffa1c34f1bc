import { AskSelection } from '../contributionRequests/AskSelection.tsx'
import { useMapView } from '../map/MapContext.tsx'
import { ButtonLink } from '../shell/links.tsx'
import styles from './RateSelection.module.css'

/** What one can do with several chosen cards together. */
export function RateSelection() {
  const { ecosystem, journey, state, readOnly } = useMapView()
  const cards = [...state.selected].filter((id) => journey.cards.get(id)?.touchpoint.state === 'accepted')
  if (readOnly || cards.length < 2) return null
  return (
    <aside className={styles.plate} aria-label={`${cards.length} cards chosen`}>
      <span>{cards.length} cards</span>
      <ButtonLink
        size="xs"
        to="/ecosystems/$ecosystemId/new-round"
        params={{ ecosystemId: ecosystem.ecosystemId }}
        search={{ map: journey.map.id, cards: cards.join(',') }}
      >
        Rate these together, blind
      </ButtonLink>
      <AskSelection touchpointIds={cards} />
    </aside>
  )
}
