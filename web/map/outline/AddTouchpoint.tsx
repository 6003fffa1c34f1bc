import { IconPlus } from '@tabler/icons-react'
import { Button } from 'react-aria-components'
import { keepsLane } from '../../../shared/rules/standing.ts'
import type { Cell } from '../drawing/cells.ts'
import { rankIn } from '../gestures/fromFlow.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import styles from './OutlineView.module.css'

interface AddButtonProps {
  laneId: string
  stageName: string
  onPress(): void
}

/** Begins a touchpoint in a lane and stage. In a lane of others it says that they will be asked. */
export function AddButton({ laneId, stageName, onPress }: AddButtonProps) {
  const { journey } = useMapView()
  const lane = journey.lanes.find(({ id }) => id === laneId)
  const decides = useWhoDecides(laneId)
  const where = `a touchpoint for ${lane?.name} in ${stageName}`
  return (
    <Button
      className={styles.add!}
      data-proposes={decides !== null || undefined}
      aria-label={decides === null ? `Add ${where}` : `Propose ${where}: ${decides} accepts or declines it`}
      onPress={onPress}
    >
      <IconPlus size={16} aria-hidden="true" />
      {decides === null ? null : 'Propose'}
    </Button>
  )
}

export function AddHere({ laneId, stageId, onDone }: Cell & { onDone(): void }) {
  const commands = useCommands()
  const decides = useWhoDecides(laneId)
  return (
    <input
      className={styles.field}
      aria-label="Name of the new touchpoint"
      placeholder={decides === null ? 'What happens here?' : `What do you propose to ${decides}?`}
      maxLength={160}
      // biome-ignore lint/a11y/noAutofocus: the field was asked for
      autoFocus
      onBlur={(event) => {
        add(event.currentTarget.value)
        onDone()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.currentTarget.value = ''
          onDone()
        }
        if (event.key !== 'Enter') return
        add(event.currentTarget.value)
        event.currentTarget.value = ''
      }}
    />
  )

  function add(typed: string) {
    const name = typed.trim()
    if (name === '') return
    const rank = rankIn({ laneId, stageId }, null, commands.view.journey)
    const title = decides === null ? `Add "${name}"` : `Propose "${name}"`
    commands.change([{ type: 'touchpoint.add', id: crypto.randomUUID(), laneId, stageId, rank, name }], title)
  }
}

/** Who accepts or declines what we put into this lane; null where that is up to us. */
function useWhoDecides(laneId: string): string | null {
  const { ecosystem, journey } = useMapView()
  if (keepsLane(ecosystem.author, laneId, ecosystem.rows)) return null
  const lane = journey.lanes.find(({ id }) => id === laneId)
  return lane?.heldBy ?? lane?.keptBy ?? 'the organisation of this lane'
}
