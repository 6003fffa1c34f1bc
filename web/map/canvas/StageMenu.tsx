import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { Stage } from '../../../shared/model/rows.ts'
import { addStage, moveStage } from '../gestures/shapes.ts'
import { whatGoesWith } from '../gestures/whatGoesWith.ts'
import { useCommands } from '../MapContext.tsx'
import { CanvasMenu, type MenuChoice } from './CanvasMenu.tsx'

/** What one can do with a stage of the spine or of a lane. */
export function StageMenu({ stage }: { stage: Stage }) {
  const commands = useCommands()
  return <CanvasMenu label={`Stage ${stage.name}`} choices={choices} />

  function choices(): MenuChoice[] {
    const { journey } = commands.view
    const add = (side: 'before' | 'after') => addStage('New stage', stage, side, journey)
    return [
      {
        id: 'rename',
        label: 'Rename',
        act: () => {
          commands.focus(stage.id)
          commands.openPanel(stage.id)
        },
      },
      choice('before', 'Add a stage before', [add('before')], true),
      choice('after', 'Add a stage after', [add('after')], true),
      ...movements(),
      {
        ...choice('remove', 'Delete stage and its cards', [{ type: 'stage.remove', id: stage.id }]),
        note: whatGoesWith(({ touchpoint }) => touchpoint.stageId === stage.id, commands.view),
      },
    ]
  }

  function movements(): MenuChoice[] {
    const left = moveStage(stage, -1, commands.view.journey)
    const right = moveStage(stage, 1, commands.view.journey)
    return [
      ...(left ? [choice('left', 'Move to the left', [left])] : []),
      ...(right ? [choice('right', 'Move to the right', [right])] : []),
    ]
  }

  function choice(id: string, label: string, actions: ActionInput[], opens = false): MenuChoice {
    const act = () => {
      const made = commands.change(actions, label)
      const added = actions[0]
      if (made && opens && added && 'id' in added) commands.openPanel(String(added.id))
    }
    return { id, label, reason: commands.whyNot(actions), act }
  }
}
