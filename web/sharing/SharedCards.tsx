import type { SharedObject } from '../../shared/analysis/sharedOutside.ts'
import { TitledSection } from '../shell/TitledSection.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './sharing.module.css'

/** The cards of one's own lanes: part of the map that everybody on it sees, listed map by map. */
export function SharedCards({
  ecosystem,
  objects,
}: {
  ecosystem: Ecosystem
  objects: readonly SharedObject[]
}) {
  const { rows, organisations } = ecosystem
  const mapIds = [...new Set(objects.map(({ mapId }) => mapId))]
  return (
    <TitledSection
      title="Cards of our lanes"
      count={objects.length}
      text="They are the map, so everybody who takes part in it sees them. Keep to your view what is not for others."
    >
      {mapIds.map((mapId) => {
        const cards = objects.filter((object) => object.mapId === mapId)
        const seenBy = [...new Set(cards.flatMap(({ seenByOrganisationIds }) => seenByOrganisationIds))]
        return (
          <details key={mapId} className={styles.cards}>
            <summary>
              {rows.get('map', mapId)?.name}
              <span className={styles.quiet}>
                {' '}
                {cards.length} {cards.length === 1 ? 'card' : 'cards'}, seen by{' '}
                {seenBy.map((id) => organisations.get(id) ?? 'another organisation').join(' and ')}
              </span>
            </summary>
            <ul>
              {cards.map(({ row, title }) => (
                <li key={row.id}>{title}</li>
              ))}
            </ul>
          </details>
        )
      })}
    </TitledSection>
  )
}
