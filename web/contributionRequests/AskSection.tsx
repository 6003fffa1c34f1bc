import { Button } from '@mantine/core'
import { useState } from 'react'
import { latestFirst } from '../../shared/contributionRequests/settled.ts'
import type { ContributionRequest } from '../../shared/model/rows.ts'
import { useMapView } from '../map/MapContext.tsx'
import { Section } from '../map/panel/Section.tsx'
import { AskDialog } from './AskDialog.tsx'
import { RequestLine } from './RequestLine.tsx'
import styles from './requests.module.css'

interface AskSectionProps {
  laneId?: string
  stageId?: string
  /** A card: asked about are those chosen on the map, so here one only reads what was asked. */
  touchpointId?: string
  name: string
}

/** What was asked for about a stage, a lane or a chosen card, and asking for more. */
export function AskSection({ laneId, stageId, touchpointId, name }: AskSectionProps) {
  const { ecosystem, journey, readOnly } = useMapView()
  const [isAsking, setAsking] = useState(false)
  const mapId = journey.map.id
  const requests = ecosystem.rows
    .list('contributionRequest', 'mapId', mapId)
    .filter((row) => !row.deleted && row.state !== 'withdrawn')
    .filter((row) => isAbout(row, { laneId, stageId, touchpointId }))
    .sort(
      (left, right) =>
        Number(right.state === 'open') - Number(left.state === 'open') || latestFirst(left, right),
    )
  const onlyReads = readOnly !== null || touchpointId !== undefined
  if (onlyReads && requests.length === 0) return null
  return (
    <Section title="Asked to fill in" eyes="Who asks and who is asked see this" isPrivate>
      {requests.length > 0 ? (
        <ul className={styles.list}>
          {requests.map((request) => (
            <RequestLine key={request.id} ecosystem={ecosystem} request={request} />
          ))}
        </ul>
      ) : null}
      {onlyReads ? null : (
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

function isAbout(
  request: ContributionRequest,
  { laneId, stageId, touchpointId }: Omit<AskSectionProps, 'name'>,
): boolean {
  if (touchpointId) return request.touchpointIds.includes(touchpointId)
  return stageId ? request.stageId === stageId : request.laneId === laneId
}
