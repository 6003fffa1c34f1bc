import { IconCheck } from '@tabler/icons-react'
import styles from './StorySteps.module.css'
import { isAgreed, names, otherSide, type Story } from './story.ts'

/** The minute in three steps, ticked as the visitor goes. */
export function StorySteps({ story }: { story: Story }) {
  const { side, halves, terms } = story
  const confirmed = halves.fernhill === 'filled' || halves.oakes === 'filled'
  const next = halves[side] === 'filled' ? otherSide(side) : side
  const steps = [
    { text: 'Say who phones the bakery', done: terms.phones !== 'nobody' },
    {
      text: confirmed || isAgreed(story) ? 'Confirm for your side' : `Confirm as ${names[side]}`,
      done: confirmed,
    },
    {
      text:
        confirmed && !isAgreed(story)
          ? `Be ${names[next]} and confirm, too`
          : 'Be the other side, confirm too',
      done: isAgreed(story),
    },
  ]
  const current = steps.findIndex(({ done }) => !done)
  return (
    <ol className={styles.steps}>
      {steps.map(({ text, done }, index) => (
        <li key={text} className={styles.step} aria-current={index === current ? 'step' : undefined}>
          <span className={styles.number} data-done={done || undefined}>
            {done ? <IconCheck size={16} stroke={3} role="img" aria-label="done" /> : index + 1}
          </span>
          {text}
        </li>
      ))}
    </ol>
  )
}
