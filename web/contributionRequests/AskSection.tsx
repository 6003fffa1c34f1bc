import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMapView } from '../map/MapContext.tsx'
import { Section } from '../map/panel/Section.tsx'
import { AskDialog } from './AskDialog.tsx'
import { RequestLine } from './RequestLine.tsx'
import styles from './requests.module.css'

/** What was asked for about a stage or lane, and asking for more. */
export function AskSection({ laneId, stageId, name }: { laneId?: string; stageId?: string; name: string }) {
  const { ecosystem, journey, readOnly } = useMapView()
  const [isAsking, setAsking] = useState(false)
  const mapId = journey.map.id
  const requests = ecosystem.rows
    .list('contributionRequest', 'mapId', mapId)
    .filter((row) => !row.deleted && row.state !== 'withdrawn')
    .filter((row) => (stageId ? row.stageId === stageId : row.laneId === laneId))
  if (readOnly && requests.length === 0) return null
  return (
    <Section title="Asked to fill in" eyes="Who asks and who is asked see this" isPrivate>
      {requests.length > 0 ? (
        <ul className={styles.list}>
          {requests.map((request) => (
            <RequestLine key={request.id} ecosystem={ecosystem} request={request} />
          ))}
        </ul>
      ) : null}
      {readOnly ? null : (
        <Button size="xs" variant="default" onClick={() => setAsking(true)}>
          Ask to fill in …
        </Button>
      )}
      {isAsking ? (
        <AskDialog
          ecosystem={ecosystem}
          place={{ mapId, laneId, stageId, name }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Section>
  )
}
