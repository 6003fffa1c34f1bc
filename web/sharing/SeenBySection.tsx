import { sharedOutside } from '../../shared/analysis/sharedOutside.ts'
import { activeOrganisations } from '../../shared/rules/standing.ts'
import { useMapView } from '../map/MapContext.tsx'
import { Section } from '../map/panel/Section.tsx'
import { listNames } from '../rounds/roundWords.ts'
import { TextLink } from '../shell/links.tsx'
import { countShared } from './countShared.ts'
import styles from './SeenBySection.module.css'
import { sayShared } from './sayShared.ts'

interface SeenBySectionProps {
  targetId: string
  noun: 'map' | 'lane' | 'stage' | 'card' | 'handoff' | 'link'
}

/** Partner by partner: what of ours about this object they see, and what stays with us. */
export function SeenBySection({ targetId, noun }: SeenBySectionProps) {
  const { ecosystem, journey, partnerId } = useMapView()
  const { rows, author, organisations, ecosystemId } = ecosystem
  const others = activeOrganisations(journey.map.id, rows).filter((id) => id !== author.organisationId)
  if (partnerId || others.length === 0) return null
  const nameOf = (id: string) => organisations.get(id) ?? 'A partner'
  const ours = sharedOutside(rows, author.organisationId).filter(
    ({ aboutId, row }) => aboutId === targetId && row.id !== targetId,
  )
  const names = listNames(others.map(nameOf).sort())
  return (
    <Section title="What partners see of this" eyes={`Seen by ${names}`}>
      <ul className={styles.partners}>
        {others.map((id) => {
          const theirs = ours.filter(({ seenByOrganisationIds }) => seenByOrganisationIds.includes(id))
          const said = countShared(theirs)
          return (
            <li key={id}>
              <details>
                <summary>
                  <strong>{nameOf(id)}</strong> sees the {noun}
                  {said === 'nothing' ? ', nothing we say of it' : ` and ${said} of ours`}
                </summary>
                <ul className={styles.pieces}>
                  {theirs.map((object) => (
                    <li key={object.row.id}>{sayShared(object)}</li>
                  ))}
                </ul>
                <TextLink
                  to="/ecosystems/$ecosystemId/sharing"
                  params={{ ecosystemId }}
                  search={{ with: id, map: journey.map.id }}
                >
                  All that {nameOf(id)} sees of ours
                </TextLink>
              </details>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
