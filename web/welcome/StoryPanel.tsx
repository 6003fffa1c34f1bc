import type { Dispatch } from 'react'
import { PrivateViews } from './PrivateViews.tsx'
import { SideChoice } from './SideChoice.tsx'
import styles from './StoryPanel.module.css'
import type { Story, StoryMove } from './story.ts'
import { TermsSentence } from './TermsSentence.tsx'

/** The visitor's side of the handoff, laid out like the panel of the real map. */
export function StoryPanel({ story, move }: { story: Story; move: Dispatch<StoryMove> }) {
  return (
    <div className={styles.panel}>
      <SideChoice side={story.side} onChoose={(side) => move({ type: 'be', side })} />
      <TermsSentence story={story} move={move} />
      <PrivateViews story={story} onScore={(score) => move({ type: 'score', score })} />
    </div>
  )
}
