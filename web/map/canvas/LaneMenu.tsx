import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import { rankBetween } from '../gestures/ranks.ts'
import { addStage, moveLane, toggleOwnStages } from '../gestures/shapes.ts'
import { whatGoesWith } from '../gestures/whatGoesWith.ts'
import type { JourneyCard, JourneyLane } from '../journey/journey.ts'
import { useCommands } from '../MapContext.tsx'
import { CanvasMenu, type MenuChoice } from './CanvasMenu.tsx'

/** What one can do with a lane. */
export function LaneMenu({ lane }: { lane: JourneyLane }) {
  const commands = useCommands()
  return <CanvasMenu label={`Lane ${lane.name}`} choices={choices} />

  function choices(): MenuChoice[] {
    const { journey } = commands.view
    const open = (id: string) => {
      commands.focus(id)
      commands.openPanel(id)
    }
    const up = moveLane(lane, -1, journey)
    const down = moveLane(lane, 1, journey)
    const owns = lane.lane.ownStages
    const isPart = lane.lane.parentLaneId !== null
    return [
      { id: 'open', label: 'Name and details', act: () => open(lane.id) },
      ...(isPart
        ? []
        : [
            choice(
              'own',
              owns ? 'Follow the shared stages' : 'Give it its own stages',
              toggleOwnStages(lane, journey),
            ),
            ...(owns
              ? [
                  choice(
                    'stage',
                    'Add an own stage',
                    [addStage('New stage', null, 'after', journey, lane.id)],
                    open,
                  ),
                ]
              : []),
            choice('part', 'Add a sub-lane (department)', [subLane()], open),
          ]),
      ...(up ? [choice('up', 'Move up', [up])] : []),
      ...(down ? [choice('down', 'Move down', [down])] : []),
      {
        ...choice('remove', 'Delete lane and its cards', [{ type: 'lane.remove', id: lane.id }]),
        note: whatGoesWith(isIn, commands.view),
      },
    ]
  }

  function isIn({ laneId }: JourneyCard): boolean {
    const { journey } = commands.view
    return journey.lanes.some((one) => one.id === laneId && [one.id, one.lane.parentLaneId].includes(lane.id))
  }

  function subLane(): ActionInput {
    const { journey } = commands.view
    const parts = journey.lanes.filter((other) => other.lane.parentLaneId === lane.id)
    const { partyId, mapId, nature, ownStages } = lane.lane
    return {
      type: 'lane.add',
      id: crypto.randomUUID(),
      ...{ mapId, partyId, nature, ownStages },
      parentLaneId: lane.id,
      name: `Department ${parts.length + 1}`,
      rank: rankBetween(parts.at(-1)?.lane.rank ?? null, null),
    }
  }

  function choice(
    id: string,
    label: string,
    actions: ActionInput[],
    then: ((addedId: string) => void) | null = null,
  ): MenuChoice {
    const act = () => {
      const made = commands.change(actions, `${label}: ${lane.name}`)
      const added = actions[0]
      if (made && then && added && 'id' in added) then(String(added.id))
    }
    return { id, label, reason: commands.whyNot(actions), act }
  }
}
