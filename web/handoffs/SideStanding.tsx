import type { HandoffEntry } from '../../shared/analysis/handoffs.ts'
import type { HandoffSide, SideState } from '../../shared/handoffs/handoff.ts'
import { isEditor, mayInvite } from '../../shared/rules/standing.ts'
import { ButtonLink } from '../shell/links.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './HandoffBoard.module.css'
import { holderOf } from './holderOf.ts'

const sentences: Record<SideState, string> = {
  open: 'has not confirmed yet',
  confirmed: 'has confirmed',
  disputed: 'disputes this',
  changed: 'confirmed earlier terms, which have changed since',
}

interface SideStandingProps {
  ecosystem: Ecosystem
  handoff: HandoffEntry
  side: HandoffSide
}

/** Where one side stands, in words. */
export function SideStanding({ ecosystem, handoff, side }: SideStandingProps) {
  if (side.organisationId === null) return <NotHeld ecosystem={ecosystem} handoff={handoff} side={side} />
  const note = side.state === 'disputed' ? side.confirmation?.note : ''
  return (
    <div>
      <p className={styles.state}>
        <strong>{holderOf(side, ecosystem)}</strong>{' '}
        {handoff.isPromise ? promiseOf(handoff, side) : sentences[side.state]}.
      </p>
      {note ? <blockquote className={styles.note}>{note}</blockquote> : null}
    </div>
  )
}

function promiseOf(handoff: HandoffEntry, side: HandoffSide): string {
  if (side === handoff.from) return 'promises this; nobody on the other side can confirm it'
  return 'relies on this; nobody on the other side can promise it'
}

/** The other side cannot answer: either nobody holds it yet, or consumers live it, who sign nothing. */
function NotHeld({ ecosystem, handoff, side }: SideStandingProps) {
  const { rows, author, ecosystemId, organisations } = ecosystem
  const party = rows.get('party', side.partyId)
  const touchpoint = side === handoff.from ? handoff.fromTouchpoint : handoff.toTouchpoint
  if (rows.get('lane', touchpoint.laneId)?.nature === 'b2c') {
    return (
      <p className={styles.state}>A promise to consumers. They confirm nothing, so it is never “agreed”.</p>
    )
  }
  const keeper = party ? organisations.get(party.stewardOrganisationId) : undefined
  const invites = isEditor(author) && mayInvite(author, ecosystemId, handoff.map.id, rows)
  return (
    <div>
      <p className={styles.state}>
        Described by {keeper ?? 'others'}, not yet confirmed. Until {side.partyName} is here, this is a
        promise.
      </p>
      {invites ? (
        <ButtonLink
          className={styles.screenOnly}
          to="/ecosystems/$ecosystemId/partners"
          params={{ ecosystemId }}
          search={{ invite: side.partyId, map: handoff.map.id }}
          mt="xs"
        >
          Ask {side.partyName} to confirm this
        </ButtonLink>
      ) : null}
    </div>
  )
}
