import type { ImportanceGap } from '../../shared/analysis/importance.ts'
import { TextLink } from '../shell/links.tsx'
import { TitledSection } from '../shell/TitledSection.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './ImportanceBars.module.css'
import { ImportanceBars } from './ImportanceBars.tsx'

interface ImportantAndWeakProps {
  ecosystem: Ecosystem
  gaps: readonly ImportanceGap[]
}

const most = 8

/** What counts and does not work, widest gap first, as each organisation whose view one may see finds it. */
export function ImportantAndWeak({ ecosystem, gaps }: ImportantAndWeakProps) {
  const { ecosystemId, organisations } = ecosystem
  if (gaps.length === 0) return null
  const sayWho = ({ view }: ImportanceGap) => {
    const name = organisations.get(view.organisationId) ?? 'Another organisation'
    return view.onBehalfOf === 'customer' ? `Customers, told by ${name}` : name
  }
  return (
    <TitledSection
      title="Important and weak"
      text="How much it counts, against how well it works. Orange is the gap. Of your own views, and those shared with you."
    >
      <ol className={styles.list}>
        {gaps.slice(0, most).map((gap) => (
          <li key={gap.view.id} className={styles.item}>
            <TextLink
              to="/ecosystems/$ecosystemId/maps/$mapId"
              params={{ ecosystemId, mapId: gap.mapId }}
              search={{ select: gap.touchpointId, lens: 'heat', heat: 'performance' }}
            >
              {gap.name}
            </TextLink>
            <span className={styles.who}>
              {sayWho(gap)}: counts {gap.importance}, works {gap.performance}
            </span>
            <ImportanceBars view={gap.view} />
          </li>
        ))}
      </ol>
    </TitledSection>
  )
}
