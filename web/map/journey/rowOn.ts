import type { JourneyMap, Lane, Link, Stage, Touchpoint } from '../../../shared/model/rows.ts'
import type { Journey } from './journey.ts'

/** A row one can look at in detail. */
export type RowOnMap =
  | { kind: 'touchpoint'; row: Touchpoint }
  | { kind: 'link'; row: Link; isHandoff: boolean }
  | { kind: 'lane'; row: Lane }
  | { kind: 'stage'; row: Stage }
  | { kind: 'map'; row: JourneyMap }

/** The row of this id on a map; null when there is none. */
export function rowOn(journey: Journey, id: string): RowOnMap | null {
  const card = journey.cards.get(id)
  if (card) return { kind: 'touchpoint', row: card.touchpoint }
  const item = journey.links.get(id)
  if (item) return { kind: 'link', row: item.link, isHandoff: item.handoff !== null }
  const lane = journey.lanes.find((one) => one.id === id)
  if (lane) return { kind: 'lane', row: lane.lane }
  const stages = [...journey.stages, ...journey.lanes.flatMap((one) => one.stages)]
  const stage = stages.find((one) => one.id === id)
  if (stage) return { kind: 'stage', row: stage }
  return journey.map.id === id ? { kind: 'map', row: journey.map } : null
}
