import { useReducer } from 'react'
import { ButtonLink } from '../shell/links.tsx'
import { usePageTitle } from '../shell/Page.tsx'
import { StoryBoard } from './StoryBoard.tsx'
import { StoryPanel } from './StoryPanel.tsx'
import { StorySteps } from './StorySteps.tsx'
import { advance, bakeryDay, beginning, days, isMended } from './story.ts'
import { ValuePoints } from './ValuePoints.tsx'
import styles from './WelcomePage.module.css'

/** What Interlane is for, in a minute: a broken handoff that the visitor mends by being either side. */
export function WelcomePage() {
  usePageTitle('Interlane')
  const [story, move] = useReducer(advance, beginning)
  const mended = isMended(story)
  return (
    <div className={styles.page}>
      <header className={styles.hero}>
        <h1 className={styles.headline}>
          Decided Tuesday. <br className={styles.narrowBreak} />
          The bakery {mended ? 'hears' : 'heard'} on{' '}
          <em data-mended={mended || undefined}>{days[bakeryDay(story)]}.</em>
        </h1>
        <p className={styles.lead}>
          Each company’s own journey map looked fine. Interlane puts the whole value chain on one map, and the
          companies agree what happens in between.
        </p>
        <Invitation />
      </header>
      <section className={styles.stage} aria-label="A broken handoff you can mend">
        <div className={styles.boardColumn}>
          <StoryBoard story={story} />
          <StorySteps story={story} />
        </div>
        <StoryPanel story={story} move={move} />
      </section>
      <ValuePoints />
      <footer className={styles.end}>
        <h2>Your chain has a Monday, too.</h2>
        <Invitation />
      </footer>
    </div>
  )
}

function Invitation() {
  return (
    <div className={styles.invitation}>
      <ButtonLink to="/sign-in" size="md">
        Try the demo
      </ButtonLink>
      <ButtonLink to="/sign-up" size="md" variant="default">
        Create your organisation
      </ButtonLink>
    </div>
  )
}
