import { IconLock } from '@tabler/icons-react'
import type { HandoffEntry } from '../../shared/analysis/handoffs.ts'
import type { Voice } from '../../shared/analysis/voices.ts'
import type { HandoffSide } from '../../shared/handoffs/handoff.ts'
import { sayRole } from '../partners/roleInChain.ts'
import { sayMinutes } from '../seam/seamWords.ts'
import { Monogram } from '../shell/Monogram.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './HandoffBoard.module.css'
import { holderOf } from './holderOf.ts'
import { SideActions } from './SideActions.tsx'
import { SideStanding } from './SideStanding.tsx'

interface SideLaneProps {
  ecosystem: Ecosystem
  handoff: HandoffEntry
  side: HandoffSide
  /** Name of the touchpoint at this end. */
  card: string
  voice: Voice | undefined
}

/** One side of a handoff: its card, what it says of it, where it stands, and what one may do for it. */
export function SideLane({ ecosystem, handoff, side, card, voice }: SideLaneProps) {
  const isOurs = side.organisationId === ecosystem.author.organisationId
  const relation = isOurs ? 'yours' : 'others'
  const party = ecosystem.rows.get('party', side.partyId)
  const isHeld = side.organisationId !== null
  const holder = holderOf(side, ecosystem)
  return (
    <section className={styles.lane} data-described={isHeld ? undefined : true} aria-label={side.partyName}>
      <div className={styles.head} data-relation={relation}>
        <Monogram
          name={side.partyName}
          relation={relation}
          appearance={isHeld ? 'filled' : 'outlined'}
          size={28}
        />
        <h2 className={styles.party}>{side.partyName}</h2>
        {party ? <span className={styles.role}>{sayRole(party)}</span> : null}
        {holder === side.partyName ? null : <span className={styles.role}>held by {holder}</span>}
      </div>
      <div className={styles.body}>
        <span className={styles.card} data-described={isHeld ? undefined : true}>
          {card}
        </span>
        <Says voice={saidBeside(voice, side)} ownName={isOurs ? holder : null} />
      </div>
      <div className={styles.standing}>
        <SideStanding ecosystem={ecosystem} handoff={handoff} side={side} />
        {isOurs && !handoff.isPromise ? (
          <SideActions ecosystem={ecosystem} handoff={handoff} side={side} />
        ) : null}
      </div>
    </section>
  )
}

/** Why a side disputes stands at its standing already; it is not said twice. */
function saidBeside(voice: Voice | undefined, { state, confirmation }: HandoffSide): Voice | undefined {
  const isNote = state === 'disputed' && voice?.statement === confirmation?.note
  return voice && isNote ? { ...voice, statement: '' } : voice
}

function Says({ voice, ownName }: { voice: Voice | undefined; ownName: string | null }) {
  if (!voice) return null
  const facts = [
    voice.experiencedMinutes === null
      ? null
      : `Takes ${sayMinutes(voice.experiencedMinutes)} as they live it`,
    voice.performance === null ? null : `${voice.performance} of 10`,
  ].filter((fact) => fact !== null)
  if (!voice.statement && facts.length === 0) return null
  return (
    <div className={styles.says}>
      {voice.statement ? <q className={styles.quote}>{voice.statement}</q> : null}
      <span className={styles.facts}>
        {facts.join(', ')}
        {voice.isPrivate && ownName ? (
          <span className={styles.private}>
            <IconLock size={14} aria-hidden="true" /> Only {ownName} sees this
          </span>
        ) : null}
      </span>
    </div>
  )
}
