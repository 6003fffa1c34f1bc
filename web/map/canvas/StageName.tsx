import type { Stage } from '../../../shared/model/rows.ts'
import { Wash } from '../../live/Wash.tsx'
import { WhoIsAtRow } from '../../live/WhoIsAt.tsx'
import { placeStage, siblingsOf } from '../gestures/shapes.ts'
import { useCommands } from '../MapContext.tsx'
import { Recurrence } from './Recurrence.tsx'
import { RenameInPlace } from './RenameInPlace.tsx'
import { Reordering } from './Reordering.tsx'
import styles from './StageName.module.css'

/** A stage's name and who is at it: a click opens its panel, a double-click renames it in place, dragging moves it. */
export function StageName({ stage, size }: { stage: Stage; size: 'small' | 'large' }) {
  const commands = useCommands()
  return (
    <>
      <RenameInPlace
        row={{ kind: 'stage', id: stage.id }}
        name={stage.name}
        label="Name of the stage"
        rename={(name) => [{ type: 'stage.change', id: stage.id, fields: { name } }]}
      >
        <Reordering
          id={stage.id}
          name={stage.name}
          axis="x"
          row={() => siblingsOf(stage, commands.view.journey).map(({ id }) => id)}
          move={(before) => placeStage(stage, before, commands.view.journey)}
        >
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
            <Wash rowId={stage.id} />
          </button>
        </Reordering>
      </RenameInPlace>
      <Recurrence stage={stage} />
      <span className={styles.here}>
        <WhoIsAtRow rowId={stage.id} />
      </span>
    </>
  )
}
