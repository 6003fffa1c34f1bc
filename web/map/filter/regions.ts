import type { MemoryRows } from '../../../shared/edits/memoryRows.ts'
import { living } from '../journey/readJourney.ts'

/** Per touchpoint: the regions of those who answer for it. */
export type Regions = ReadonlyMap<string, ReadonlySet<string>>

/** Of the rows somebody sees: who answers inside another company is its own unless it shares it. */
export function readRegions(mapId: string, rows: MemoryRows): Regions {
  const regions = new Map<string, Set<string>>()
  for (const { ownershipId, region } of living(rows.list('responsibility', 'mapId', mapId))) {
    const ownership = rows.get('ownership', ownershipId)
    if (region === '' || !ownership || ownership.deleted) continue
    const known = regions.get(ownership.touchpointId) ?? new Set()
    regions.set(ownership.touchpointId, known.add(region))
  }
  return regions
}
