import styles from './home.module.css'

const steps = [
  {
    title: 'Make the first map',
    text: 'From a starter with three linked lanes, from a BPMN file of yours, or blank.',
  },
  {
    title: 'Describe your partners’ lanes',
    text: 'As you see them today. They stand there dashed: described, not yet confirmed.',
  },
  {
    title: 'Invite each partner to hold its own',
    text: 'What waits on you, and on them, stands here from then on. Nobody sees anything before.',
  },
]

/** In place of what is open, while an ecosystem has no map. */
export function FirstSteps() {
  return (
    <ol className={styles.steps}>
      {steps.map(({ title, text }) => (
        <li key={title}>
          <h3 className={styles.stepTitle}>{title}</h3>
          <p className={styles.quiet}>{text}</p>
        </li>
      ))}
    </ol>
  )
}
