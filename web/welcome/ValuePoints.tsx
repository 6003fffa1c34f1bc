import styles from './ValuePoints.module.css'

const points = [
  {
    who: 'You lead customer experience',
    claim: 'See where the chain lets your customer down.',
    text: 'Every company’s lane on one map, down to the end customer. The handoffs that hurt rank first, each with what every side says about it.',
  },
  {
    who: 'You are the partner in between',
    claim: 'Your view stays yours.',
    text: 'Scores and notes are private until you share them, and each says who sees it. Look at your own lane through your partner’s eyes whenever you like.',
  },
  {
    who: 'You run the operation',
    claim: 'Handoffs that both sides stand by.',
    text: 'What passes, by when, on which channel: each side confirms for itself. Change one term and both are asked again.',
  },
]

export function ValuePoints() {
  return (
    <section className={styles.points} aria-label="Who Interlane is for">
      {points.map(({ who, claim, text }) => (
        <div key={who} className={styles.point}>
          <p className={styles.who}>{who}</p>
          <h2 className={styles.claim}>{claim}</h2>
          <p className={styles.text}>{text}</p>
        </div>
      ))}
    </section>
  )
}
