import type { HandoffEntry } from '../../shared/analysis/handoffs.ts'
import { voicesOn } from '../../shared/analysis/voices.ts'
import type { HandoffSide } from '../../shared/handoffs/handoff.ts'
import { SeamPill } from '../seam/SeamPill.tsx'
import { sayMinutes } from '../seam/seamWords.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { CustomerLane } from './CustomerLane.tsx'
import { customerVoices } from './customerVoices.ts'
import styles from './HandoffBoard.module.css'
import { SideLane } from './SideLane.tsx'
import { seamOf } from './seamOf.ts'

/** Both sides as two lanes with the seam between them, as on the map; what reaches the customer below. */
export function HandoffBoard({ ecosystem, handoff }: { ecosystem: Ecosystem; handoff: HandoffEntry }) {
  const { rows, author } = ecosystem
  const voices = voicesOn(handoff.link.id, rows, author.organisationId)
  const late = handoff.lateness.lateByMinutes
  const customers = customerVoices(handoff, rows, author.organisationId)
  const lane = (side: HandoffSide, card: string) => (
    <SideLane
      ecosystem={ecosystem}
      handoff={handoff}
      side={side}
      card={card}
      voice={voices.find(
        (one) => one.onBehalfOf === 'self' && one.organisationId === (side.organisationId ?? keeperOf(side)),
      )}
    />
  )
  const keeperOf = (side: HandoffSide) => rows.get('party', side.partyId)?.stewardOrganisationId
  return (
    <div className={styles.board}>
      {lane(handoff.from, handoff.fromTouchpoint.name)}
      <div className={styles.gutter}>
        <SeamPill
          {...seamOf(handoff, author.organisationId)}
          passes={handoff.link.passes}
          lateness={late ? `${sayMinutes(late)} late` : undefined}
          size="large"
        />
      </div>
      {lane(handoff.to, handoff.toTouchpoint.name)}
      {customers.length > 0 ? (
        <CustomerLane voices={customers} organisations={ecosystem.organisations} />
      ) : null}
    </div>
  )
}
