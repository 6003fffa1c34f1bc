import { Monogram } from '../shell/Monogram.tsx'
import styles from './LanePreview.module.css'

interface LanePreviewProps {
  party: string
  /** In order; cards of one stage follow one another. */
  cards: readonly { name: string; stage: string }[]
  /** Whether the lane is the reader's own or will be. */
  relation?: 'yours' | 'others'
  /** Dashed: described by others and not confirmed by whoever lives it. */
  described?: boolean
}

/** A lane in small, as it looks on the map: its stages above, its cards in them. */
export function LanePreview({ party, cards, relation = 'yours', described = true }: LanePreviewProps) {
  const stages = groupByStage(cards)
  return (
    <section className={styles.lane} data-described={described || undefined} aria-label={`Lane of ${party}`}>
      <div className={styles.head} data-relation={relation}>
        <Monogram name={party} relation={relation} appearance={described ? 'outlined' : 'filled'} />
        <span className={styles.party}>{party}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <section className={styles.stages} tabIndex={0} aria-label="Stages and cards">
        {stages.length === 0 ? <p className={styles.none}>No cards yet: the lane is empty.</p> : null}
        {stages.map((stage) => (
          <div key={stage.key} className={styles.stage}>
            <h4 className={styles.stageName}>{stage.name}</h4>
            <ul className={styles.cards}>
              {stage.cards.map((card) => (
                <li key={card.key} className={styles.card}>
                  {card.name}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </section>
    </section>
  )
}

/** Consecutive cards of one stage belong together. */
function groupByStage(cards: LanePreviewProps['cards']) {
  const stages: { key: string; name: string; cards: { key: string; name: string }[] }[] = []
  cards.forEach(({ name, stage }, index) => {
    const last = stages.at(-1)
    const card = { key: String(index), name }
    if (last?.name === stage) last.cards.push(card)
    else stages.push({ key: String(index), name: stage, cards: [card] })
  })
  return stages
}
