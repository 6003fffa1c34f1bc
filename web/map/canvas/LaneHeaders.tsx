import { IconPlus } from '@tabler/icons-react'
import { memo, useRef } from 'react'
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { Drawing } from '../../../shared/layout/types.ts'
import { laneIdOf } from '../../live/rowNameOf.ts'
import { Wash } from '../../live/Wash.tsx'
import { WhoIsAt } from '../../live/WhoIsAt.tsx'
import { Monogram } from '../../shell/Monogram.tsx'
import { peersOf, placeLane } from '../gestures/shapes.ts'
import type { Journey, JourneyLane } from '../journey/journey.ts'
import { useCommands } from '../MapContext.tsx'
import styles from './headers.module.css'
import { LaneMenu } from './LaneMenu.tsx'
import { LaneRole } from './LaneRole.tsx'
import { laneWords } from './laneWords.ts'
import type { Pin } from './pin.ts'
import { RenameInPlace } from './RenameInPlace.tsx'
import { Reordering } from './Reordering.tsx'
import { down, hiddenOf, useViewportStyle } from './viewportStyle.ts'

interface LaneHeadersProps {
  journey: Journey
  drawing: Drawing
  isReadOnly: boolean
  /** Lanes that stay at the bottom, while they do. */
  pin: Pin | null
}

/** Who lives each lane; stays while one pans. */
export const LaneHeaders = memo(function LaneHeaders(props: LaneHeadersProps) {
  const { journey, drawing, isReadOnly, pin } = props
  const element = useRef<HTMLElement>(null)
  const commands = useCommands()
  const drawn = new Map(drawing.lanes.map((lane) => [lane.id, lane]))
  useViewportStyle(element, 'y', ({ children }, { transform: [, pan, zoom], height }) => {
    for (const part of children as HTMLCollectionOf<HTMLElement>) {
      const { heading, pinned } = part.dataset
      const isPinned = pin !== null && pinned !== undefined
      part.style.translate = isPinned ? `0 ${height - pin.bottom * zoom - Math.round(pan)}px` : ''
      const lane = drawn.get(heading ?? '')
      if (!lane) continue
      const hidden = isPinned ? 0 : hiddenOf({ from: lane.y, length: lane.height }, pan, zoom)
      const inView = part.firstElementChild as HTMLElement
      inView.style.top = `${hidden}px`
    }
  })
  return (
    <div className={styles.lanes}>
      <nav className={styles.panned} ref={element} aria-label="Lanes">
        {pin ? <PinnedSeam pin={pin} drawing={drawing} /> : null}
        {journey.lanes.map((lane) => {
          const place = drawn.get(lane.id)
          const isPinned = pin !== null && place !== undefined && place.y >= pin.top
          return place ? (
            <div
              key={lane.id}
              className={styles.lane}
              data-heading={lane.id}
              data-relation={lane.relation}
              data-described={lane.isDescribed || undefined}
              data-pinned={isPinned || undefined}
              style={down(place.y, place.height)}
            >
              <div className={styles.inView}>
                <div className={styles.laneHead} style={{ maxHeight: down(0, place.height).height }}>
                  <RenameInPlace
                    row={
                      isDepartment(lane)
                        ? { kind: 'lane', id: lane.id }
                        : { kind: 'party', id: lane.party.id }
                    }
                    name={lane.name}
                    label="Name of the lane"
                    rename={(name) => renameLane(lane, name)}
                  >
                    <Reordering
                      id={lane.id}
                      name={lane.name}
                      axis="y"
                      row={() => peersOf(lane, commands.view.journey).map(({ id }) => id)}
                      move={(before) => placeLane(lane, before, commands.view.journey)}
                    >
                      <LaneName lane={lane} journey={journey} />
                    </Reordering>
                  </RenameInPlace>
                  {isReadOnly ? null : <LaneMenu lane={lane} />}
                </div>
              </div>
            </div>
          ) : null
        })}
        {isReadOnly ? null : (
          <button
            type="button"
            className={styles.addLane}
            style={{ top: `calc(${drawing.height}px * var(--zoom) + 8px)` }}
            onClick={() => commands.openPanel(journey.map.id)}
          >
            <IconPlus size={15} stroke={2.25} aria-hidden="true" /> Lane
          </button>
        )}
      </nav>
    </div>
  )
})

/** The seam above the lanes that stay, as the canvas beside it shows it. */
function PinnedSeam({ pin: { top }, drawing }: { pin: Pin; drawing: Drawing }) {
  const first = drawing.lanes.find(({ y }) => y >= top)
  return <span className={styles.pinnedSeam} data-pinned style={down(top, (first?.y ?? top) - top)} />
}

/** A department has a name of its own; a party's lane bears the party's. */
function renameLane(lane: JourneyLane, name: string): ActionInput[] {
  if (isDepartment(lane)) return [{ type: 'lane.change', id: lane.id, fields: { name } }]
  return [{ type: 'party.change', id: lane.party.id, fields: { name } }]
}

function isDepartment({ lane }: JourneyLane): boolean {
  return lane.name !== ''
}

function LaneName({ lane, journey }: { lane: JourneyLane; journey: Journey }) {
  const commands = useCommands()
  return (
    <button
      type="button"
      className={styles.laneName}
      title={[lane.name, laneWords(lane).role, laneWords(lane).speaker].filter(Boolean).join(' · ')}
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
      <WhoIsAt at={(row) => laneIdOf(row, journey) === lane.id} />
      <LaneRole lane={lane} />
      <Wash rowId={lane.id} />
      <Wash rowId={lane.party.id} />
    </button>
  )
}
