import type { Stage } from '../../../shared/model/rows.ts'
import { useCommands } from '../MapContext.tsx'
import styles from './StageName.module.css'

/** A stage's name as a button that opens its panel. */
export function StageName({ stage, size }: { stage: Stage; size: 'small' | 'large' }) {
  const commands = useCommands()
  return (
    <button
      type="button"
      className={`${styles.name} nodrag nopan`}
      data-size={size}
      title={stage.goal || undefined}
      onClick={() => {
        commands.focus(stage.id)
        commands.openPanel(stage.id)
      }}
    >
      {stage.name}
    </button>
  )
}
