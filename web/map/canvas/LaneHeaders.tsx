import { IconPlus } from '@tabler/icons-react'
import { memo, useRef } from 'react'
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { Drawing } from '../../../shared/layout/types.ts'
import { Monogram } from '../../shell/Monogram.tsx'
import type { Journey, JourneyLane } from '../journey/journey.ts'
import { useCommands } from '../MapContext.tsx'
import { partyKindNames } from '../words.ts'
import styles from './headers.module.css'
import { LaneMenu } from './LaneMenu.tsx'
import { RenameInPlace } from './RenameInPlace.tsx'
import { down, useViewportStyle } from './viewportStyle.ts'

interface LaneHeadersProps {
  journey: Journey
  drawing: Drawing
  isReadOnly: boolean
}

/** Who lives each lane; stays while one pans. */
export const LaneHeaders = memo(function LaneHeaders({ journey, drawing, isReadOnly }: LaneHeadersProps) {
  const element = useRef<HTMLElement>(null)
  const commands = useCommands()
  useViewportStyle(element)
  const drawn = new Map(drawing.lanes.map((lane) => [lane.id, lane]))
  return (
    <nav className={styles.lanes} ref={element} aria-label="Lanes">
      {journey.lanes.map((lane) => {
        const place = drawn.get(lane.id)
        return place ? (
          <div
            key={lane.id}
            className={styles.lane}
            data-relation={lane.relation}
            data-described={lane.isDescribed || undefined}
            style={down(place.y, place.height)}
          >
            <div className={styles.laneSticky}>
              <RenameInPlace
                name={lane.name}
                label="Name of the lane"
                rename={(name) => renameLane(lane, name)}
              >
                <LaneName lane={lane} />
              </RenameInPlace>
              {isReadOnly ? null : <LaneMenu lane={lane} />}
            </div>
          </div>
        ) : null
      })}
      {isReadOnly ? null : (
        <button
          type="button"
          className={styles.addLane}
          style={{ top: `calc(${drawing.height}px * var(--zoom) + var(--pan-y) + 8px)` }}
          onClick={() => commands.openPanel(journey.map.id)}
        >
          <IconPlus size={15} stroke={2.25} aria-hidden="true" /> Lane
        </button>
      )}
    </nav>
  )
})

/** A department has a name of its own; a party's lane bears the party's. */
function renameLane(lane: JourneyLane, name: string): ActionInput[] {
  if (lane.lane.name !== '') return [{ type: 'lane.change', id: lane.id, fields: { name } }]
  return [{ type: 'party.change', id: lane.party.id, fields: { name } }]
}

function LaneName({ lane }: { lane: JourneyLane }) {
  const commands = useCommands()
  const isPart = lane.name !== lane.party.name
  return (
    <button
      type="button"
      className={styles.laneName}
      onClick={() => {
        commands.focus(lane.id)
        commands.openPanel(lane.id)
      }}
    >
      <Monogram
        name={lane.party.name}
        relation={lane.relation}
        appearance={lane.isDescribed ? 'outlined' : 'filled'}
        size={24}
      />
      <span className={styles.laneTitle}>{lane.name}</span>
      <span className={styles.laneRole}>
        {isPart ? `part of ${lane.party.name}` : partyKindNames[lane.party.kind]}
        {lane.isDescribed ? ` · described by ${lane.keptBy ?? 'others'}, not yet confirmed` : ''}
      </span>
    </button>
  )
}
