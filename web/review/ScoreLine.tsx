import { spreadOf, type Voice } from '../../shared/analysis/voices.ts'
import { Monogram } from '../shell/Monogram.tsx'
import styles from './ScoreLine.module.css'

interface ScoreLineProps {
  voices: readonly Voice[]
  organisations: ReadonlyMap<string, string>
  organisationId: string
}

/** All scores on one line from 0 to 10, so that one sees how far apart they lie. */
export function ScoreLine({ voices, organisations, organisationId }: ScoreLineProps) {
  const scored = voices.filter((voice) => voice.performance !== null)
  if (scored.length === 0) return null
  const nameOf = (voice: Voice) =>
    voice.onBehalfOf === 'customer'
      ? 'Customers'
      : (organisations.get(voice.organisationId) ?? 'Another organisation')
  const spread = spreadOf(scored)
  const said = scored.map((voice) => `${nameOf(voice)} ${voice.performance}`).join(', ')
  return (
    <div className={styles.scores} role="img" aria-label={`Scores from 0 to 10: ${said}`}>
      <span className={styles.caption}>
        How well it works{spread > 0 ? `: ${spread} ${spread === 1 ? 'point' : 'points'} apart` : ''}
      </span>
      <div className={styles.line} style={{ height: 40 + 26 * (tallestStack(scored) - 1) }}>
        {Array.from({ length: 11 }, (_, score) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the eleven ticks never change
          <span key={score} className={styles.tick} style={{ left: `${score * 10}%` }}>
            {score}
          </span>
        ))}
        {scored.map((voice, index) => {
          const below = scored
            .slice(0, index)
            .filter(({ performance }) => performance === voice.performance).length
          return (
            <span
              key={`${voice.organisationId} ${voice.onBehalfOf}`}
              className={styles.score}
              style={{ left: `${voice.performance! * 10}%`, bottom: 20 + below * 26 }}
            >
              <Monogram
                name={nameOf(voice)}
                relation={
                  voice.organisationId === organisationId && voice.onBehalfOf === 'self' ? 'yours' : 'others'
                }
                appearance={voice.onBehalfOf === 'customer' ? 'outlined' : 'filled'}
              />
            </span>
          )
        })}
      </div>
    </div>
  )
}

function tallestStack(voices: readonly Voice[]): number {
  const sameAs = (score: number | null) => voices.filter(({ performance }) => performance === score).length
  return Math.max(...voices.map(({ performance }) => sameAs(performance)))
}
