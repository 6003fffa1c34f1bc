import { IconLock } from '@tabler/icons-react'
import type { Voice } from '../../shared/analysis/voices.ts'
import { organisationKey } from '../../shared/audience/audience.ts'
import type { Mark } from '../../shared/model/rows.ts'
import { TalkAbout } from '../comments/TalkAbout.tsx'
import { sayMinutes } from '../seam/seamWords.ts'
import { sayParties } from '../sharing/markWords.ts'
import { sayFeeling, trendNames } from '../sharing/viewWords.ts'
import { Monogram } from '../shell/Monogram.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { ImportanceBars } from './ImportanceBars.tsx'
import { markNames } from './reviewWords.ts'
import styles from './VoiceCard.module.css'

interface VoiceCardProps {
  ecosystem: Ecosystem
  voice: Voice
  /** Of the organisation that speaks, or that asked the customers. */
  name: string
  relation: 'yours' | 'others'
  partyName(partyId: string): string
}

/** What one organisation says, or what customers say as one organisation tells it. */
export function VoiceCard({ ecosystem, voice, name, relation, partyName }: VoiceCardProps) {
  const isCustomer = voice.onBehalfOf === 'customer'
  const facts = [
    voice.performance === null ? '' : `${voice.performance} of 10`,
    voice.performanceTrend ? trendNames[voice.performanceTrend] : '',
    sayFeeling(voice.perspective?.emotion ?? null, voice.perspective?.emotionIntensity ?? null),
    voice.experiencedMinutes === null ? '' : `takes ${sayMinutes(voice.experiencedMinutes)} as they live it`,
    voice.sampleSize === null ? '' : `${voice.sampleSize} asked`,
  ].filter(Boolean)
  const marks = voice.marks.filter(
    (mark) => (mark.statement !== '' && mark.statement !== voice.statement) || sayParties(mark, partyName),
  )
  return (
    <section className={styles.voice} data-relation={isCustomer ? 'others' : relation}>
      <h3 className={styles.speaker}>
        <Monogram
          name={isCustomer ? 'Customers' : name}
          relation={isCustomer ? 'others' : relation}
          appearance={isCustomer ? 'outlined' : 'filled'}
        />
        <span>
          {isCustomer ? 'Customers' : name}
          {isCustomer ? <span className={styles.quiet}> told by {name}</span> : null}
        </span>
      </h3>
      {voice.statement ? <q className={styles.quote}>{voice.statement}</q> : null}
      {facts.length > 0 ? <p className={styles.facts}>{facts.join(', ')}</p> : null}
      {voice.perspective ? <ImportanceBars view={voice.perspective} /> : null}
      {voice.isPrivate ? (
        <p className={styles.private}>
          <IconLock size={14} aria-hidden="true" /> Only {name} sees{' '}
          {isSaidElsewhere(voice) ? 'the score' : 'this'}
        </p>
      ) : null}
      {marks.map((mark) => (
        <p key={mark.id} className={styles.mark} data-kind={mark.kind}>
          {sayMark(mark, partyName)}
          {isOnlyOwn(mark) ? <span className={styles.quiet}> (only {name} sees this)</span> : null}
        </p>
      ))}
      {voice.verbatims.map((verbatim) => (
        <q key={verbatim} className={styles.verbatim}>
          {verbatim}
        </q>
      ))}
      {voice.marks.map((mark) => (
        <TalkAbout
          key={mark.id}
          ecosystem={ecosystem}
          what={`this ${markNames[mark.kind].toLowerCase()}`}
          kind="mark"
          row={mark}
        />
      ))}
      {voice.perspective ? (
        <TalkAbout ecosystem={ecosystem} what="this view" kind="perspective" row={voice.perspective} />
      ) : null}
      {isBare(voice) ? <p className={styles.quiet}>{bareWords(voice)}</p> : null}
    </section>
  )
}

function sayMark(mark: Mark, partyName: (id: string) => string): string {
  const said = `${markNames[mark.kind]}${sayParties(mark, partyName)}`
  return mark.statement ? `${said}: ${mark.statement}` : said
}

/** The words come from a mark or a dispute, which others see; the score does not. */
function isSaidElsewhere({ perspective, statement }: Voice): boolean {
  return statement !== '' && perspective?.statement !== statement
}

function isOnlyOwn(mark: Mark): boolean {
  return mark.audience.every((key) => key === organisationKey(mark.organisationId))
}

function isBare(voice: Voice): boolean {
  return (
    voice.statement === '' &&
    voice.performance === null &&
    voice.performanceTrend === null &&
    voice.experiencedMinutes === null
  )
}

function bareWords({ marks }: Voice): string {
  const kinds = [...new Set(marks.map(({ kind }) => markNames[kind].toLowerCase()))]
  return kinds.length > 0 ? `Marks it as ${kinds.join(' and ')}, without words.` : 'Says nothing more.'
}
