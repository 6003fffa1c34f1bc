import type { SharedObject } from '../../shared/analysis/sharedOutside.ts'
import { listNames } from '../rounds/roundWords.ts'
import { TitledSection } from '../shell/TitledSection.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { AboutLink } from './AboutLink.tsx'
import { sayStanding } from './sayShared.ts'
import { type SharedGroup, sharedGroups } from './sharedGroups.ts'
import styles from './sharing.module.css'

interface SharedGroupsProps {
  ecosystem: Ecosystem
  objects: readonly SharedObject[]
}

/** What others see because it stands where they are: group by group, folded map by map. */
export function SharedGroups({ ecosystem, objects }: SharedGroupsProps) {
  return sharedGroups.map((group) => {
    const pieces = objects.filter((object) => group.has(object))
    if (pieces.length === 0) return null
    const places = [...new Set(pieces.map(({ mapId }) => mapId))]
    return (
      <TitledSection key={group.title} title={group.title} count={pieces.length} text={group.text}>
        {places.map((mapId) => (
          <Folded
            key={mapId}
            ecosystem={ecosystem}
            group={group}
            mapId={mapId}
            objects={pieces.filter((object) => object.mapId === mapId)}
          />
        ))}
      </TitledSection>
    )
  })
}

interface FoldedProps extends SharedGroupsProps {
  group: SharedGroup
  mapId: string | null
}

function Folded({ ecosystem, objects, group: { nouns }, mapId }: FoldedProps) {
  const { rows, organisations, ecosystemId } = ecosystem
  const seenBy = [...new Set(objects.flatMap(({ seenByOrganisationIds }) => seenByOrganisationIds))]
  const names = seenBy.map((id) => organisations.get(id) ?? 'another organisation')
  return (
    <details className={styles.cards}>
      <summary>
        {mapId ? rows.get('map', mapId)?.name : 'On no single map'}
        <span className={styles.quiet}>
          {' '}
          {objects.length} {nouns[objects.length === 1 ? 0 : 1]}, seen by {listNames(names)}
        </span>
      </summary>
      <ul>
        {objects.map((object) => (
          <li key={object.row.id}>
            <AboutLink ecosystemId={ecosystemId} object={object}>
              {object.title}
            </AboutLink>
            <span className={styles.quiet}> {sayStanding(object, ecosystem)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
