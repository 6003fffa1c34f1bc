import { IconCheck, IconX } from '@tabler/icons-react'
import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { useCommands } from '../MapContext.tsx'
import { answersToMove } from '../moves/answersToMove.ts'
import styles from './GhostNode.module.css'
import type { GhostNodeType } from './ghostsToFlow.ts'

const icons = { Accept: IconCheck, Decline: IconX, 'Take back': IconX }

/** A card at the place somebody proposes for it, with our answer where it is ours to give. */
export const GhostNode = memo(function GhostNode({
  data: { ghost, card, focused },
}: NodeProps<GhostNodeType>) {
  const commands = useCommands()
  const { name } = card.touchpoint
  const what = `${ghost.by} proposes to move ${name} ${ghost.where}`
  const answers = answersToMove(ghost).filter(({ actions }) => commands.whyNot(actions) === null)
  return (
    <div className={styles.ghost} data-ghost={ghost.cardId} data-focused={focused || undefined}>
      <button
        type="button"
        tabIndex={-1}
        className={styles.name}
        aria-label={what}
        title={what}
        onClick={() => {
          commands.focus(ghost.cardId)
          commands.openPanel(ghost.cardId)
        }}
      >
        {name}
      </button>
      <span className={styles.foot}>
        <span className={styles.by}>by {ghost.by}</span>
        {answers.map(({ label, actions, title }) => {
          const Icon = icons[label]
          return (
            <button
              key={label}
              type="button"
              tabIndex={-1}
              className={`${styles.answer} nodrag nopan`}
              aria-label={`${label}: ${what}`}
              title={label}
              onClick={() => commands.change(actions, title)}
            >
              <Icon size={15} stroke={2.25} aria-hidden="true" />
            </button>
          )
        })}
      </span>
    </div>
  )
})
