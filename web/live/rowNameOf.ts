import type { RowName } from '../../shared/live/messages.ts'
import type { Journey } from '../map/journey/journey.ts'

/** What a row of a map is called when one tells others that one is at it; null for what is no row. */
export function rowNameOf(id: string | null | undefined, journey: Journey): RowName | null {
  if (!id) return null
  if (journey.cards.has(id)) return { kind: 'touchpoint', id }
  if (journey.links.has(id)) return { kind: 'link', id }
  if (journey.lanes.some((lane) => lane.id === id)) return { kind: 'lane', id }
  const stages = [...journey.stages, ...journey.lanes.flatMap((lane) => lane.stages)]
  if (stages.some((stage) => stage.id === id)) return { kind: 'stage', id }
  return journey.map.id === id ? { kind: 'map', id } : null
}

/** The lane a row of a map is in; undefined for what belongs to all lanes. */
export function laneIdOf({ kind, id }: RowName, journey: Journey): string | undefined {
  if (kind === 'touchpoint') return journey.cards.get(id)?.laneId
  if (kind === 'lane') return id
  if (kind === 'stage') return journey.lanes.find(({ stages }) => stages.some((stage) => stage.id === id))?.id
  const link = kind === 'link' ? journey.links.get(id)?.link : undefined
  return link && journey.cards.get(link.fromTouchpointId)?.laneId
}
