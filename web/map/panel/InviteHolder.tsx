import type { Party } from '../../../shared/model/rows.ts'
import { isEditor, mayInvite } from '../../../shared/rules/standing.ts'
import { canBeHeld } from '../../partners/canBeHeld.ts'
import { ButtonLink } from '../../shell/links.tsx'
import { useMapView } from '../MapContext.tsx'
import styles from './Panel.module.css'
import { usePanelNames } from './usePanelNames.ts'

/** Where nobody holds a lane: inviting somebody to, or who could do that. */
export function InviteHolder({ party }: { party: Party }) {
  const { ecosystem, journey, readOnly, partnerId } = useMapView()
  const { nameOf } = usePanelNames()
  const { ecosystemId, rows, author } = ecosystem
  if (partnerId || !canBeHeld(party, rows)) return null
  const convener = rows.get('ecosystem', ecosystemId)?.convenerOrganisationId
  if (readOnly || !isEditor(author) || !mayInvite(author, ecosystemId, journey.map.id, rows)) {
    return (
      <p className={styles.quiet}>
        Editors of {convener ? nameOf(convener) : 'the organiser'} can invite somebody to hold this lane.
      </p>
    )
  }
  return (
    <div className={styles.buttons}>
      <ButtonLink
        size="xs"
        variant="default"
        to="/ecosystems/$ecosystemId/partners"
        params={{ ecosystemId }}
        search={{ invite: party.id }}
      >
        Invite {party.name} to hold this lane
      </ButtonLink>
    </div>
  )
}
