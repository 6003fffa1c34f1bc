import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMapView } from '../map/MapContext.tsx'
import { AskDialog } from './AskDialog.tsx'

/** Asks about several chosen touchpoints at once. */
export function AskSelection({ touchpointIds }: { touchpointIds: string[] }) {
  const { ecosystem, journey } = useMapView()
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setAsking(true)}>
        Ask to fill in …
      </Button>
      {isAsking ? (
        <AskDialog
          ecosystem={ecosystem}
          place={{ mapId: journey.map.id, touchpointIds, name: `${touchpointIds.length} touchpoints` }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  )
}
