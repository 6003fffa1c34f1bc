import type { SeenRows } from '../../shared/analysis/seenRows.ts'
import type { JourneyMap, Party } from '../../shared/model/rows.ts'

/** What a party has on one map. */
export interface PartyPlace {
  map: JourneyMap
  lanes: number
  cards: number
  /** Cards that its holder has not called right, corrected or not ours. */
  described: number
  /** Of the organisation that holds it; null while nobody does or it takes no part in this map. */
  participation: 'active' | 'left' | null
}

export interface PartyStanding {
  party: Party
  places: PartyPlace[]
}

/** Every party with its place on every map the viewer sees; from the far end of the chain to the end customer. */
export function partyStandings(rows: SeenRows): PartyStanding[] {
  const maps = rows.all('map').sort((left, right) => (left.rank < right.rank ? -1 : 1))
  return rows
    .all('party')
    .sort((left, right) => distance(right) - distance(left) || left.name.localeCompare(right.name, 'en'))
    .map((party) => ({ party, places: maps.map((map) => placeOf(party, map, rows)) }))
}

/** The end customer stands last; a party without a tier before the chain. */
function distance({ kind, tier }: Party): number {
  return kind === 'endCustomer' ? -1 : (tier ?? 99)
}

function placeOf(party: Party, map: JourneyMap, rows: SeenRows): PartyPlace {
  const lanes = rows
    .list('lane', 'partyId', party.id)
    .filter((lane) => !lane.deleted && lane.mapId === map.id)
  const cards = lanes
    .flatMap((lane) => rows.list('touchpoint', 'laneId', lane.id))
    .filter((card) => !card.deleted && card.state === 'accepted')
  const participant = rows
    .list('participant', 'mapId', map.id)
    .find((row) => !row.deleted && row.organisationId === party.heldByOrganisationId)
  return {
    map,
    lanes: lanes.length,
    cards: cards.length,
    described: cards.filter((card) => card.review === 'described').length,
    participation: participant?.state ?? null,
  }
}
