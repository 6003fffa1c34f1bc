import type { Ownership } from '../../../shared/model/rows.ts'
import { WhoIsEditing } from '../../live/WhoIsEditing.tsx'
import { saidInCharge } from '../../sharing/chargeWords.ts'
import { Withdrawn } from '../../sharing/Withdrawn.tsx'
import { living } from '../journey/readJourney.ts'
import { useMapView } from '../MapContext.tsx'
import styles from './Panel.module.css'
import { usePanelNames } from './usePanelNames.ts'

/** Who answers for it inside other companies, as far as they let us know. */
export function TheirResponsibilities({ ownership }: { ownership: Ownership }) {
  const { ecosystem } = useMapView()
  const { nameOf } = usePanelNames()
  const theirs = living(ecosystem.rows.list('responsibility', 'ownershipId', ownership.id)).filter(
    ({ organisationId }) => organisationId !== ecosystem.author.organisationId,
  )
  return (
    <>
      {theirs.map((row) => (
        <div key={row.id} className={styles.quiet}>
          {saidInCharge(row).length > 0 ? `At ${nameOf(row.organisationId)}: ` : null}
          {saidInCharge(row)
            .map(({ text }) => text)
            .join(', ')}
          <WhoIsEditing row={{ kind: 'responsibility', id: row.id }} />
        </div>
      ))}
      <Withdrawn ecosystem={ecosystem} targetId={ownership.id} kind="responsibility" />
    </>
  )
}
