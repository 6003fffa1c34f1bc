import { sayMinutes } from '../seam/seamWords.ts'
import type { CustomerVoice } from './customerVoices.ts'
import styles from './HandoffBoard.module.css'

interface CustomerLaneProps {
  voices: readonly CustomerVoice[]
  organisations: ReadonlyMap<string, string>
}

/** What the customers live of it, told by whoever asked them. */
export function CustomerLane({ voices, organisations }: CustomerLaneProps) {
  return (
    <section className={styles.lane} data-customer aria-label="What the customer lives">
      <div className={styles.head} data-relation="others">
        <h2 className={styles.party}>What the customer lives</h2>
      </div>
      <div className={styles.body}>
        {voices.map((voice) => {
          const facts = [
            voice.performance === null ? null : `${voice.performance} of 10`,
            voice.experiencedMinutes === null ? null : `waits ${sayMinutes(voice.experiencedMinutes)}`,
            voice.sampleSize === null ? null : `${voice.sampleSize} asked`,
            `told by ${organisations.get(voice.organisationId) ?? 'another organisation'}`,
          ].filter((fact) => fact !== null)
          return (
            <div key={`${voice.organisationId} ${voice.about}`} className={styles.customer}>
              <span className={styles.card}>{voice.about}</span>
              <div className={styles.says}>
                {voice.statement ? <q className={styles.quote}>{voice.statement}</q> : null}
                <span className={styles.facts}>{facts.join(', ')}</span>
              </div>
            </div>
          )
        })}
      </div>
    </section>
  )
}
