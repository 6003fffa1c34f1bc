import { spreadOf, type Voice } from '../../shared/analysis/voices.ts'
import { ScoreScale } from '../shell/ScoreScale.tsx'
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
    <div className={styles.scores}>
      <span className={styles.caption}>
        How well it works{spread > 0 ? `: ${spread} ${spread === 1 ? 'point' : 'points'} apart` : ''}
      </span>
      <ScoreScale
        label={`Scores from 0 to 10: ${said}`}
        scores={scored.map((voice) => ({
          key: `${voice.organisationId} ${voice.onBehalfOf}`,
          score: voice.performance!,
          name: nameOf(voice),
          relation:
            voice.organisationId === organisationId && voice.onBehalfOf === 'self' ? 'yours' : 'others',
          appearance: voice.onBehalfOf === 'customer' ? 'outlined' : 'filled',
        }))}
      />
    </div>
  )
}
