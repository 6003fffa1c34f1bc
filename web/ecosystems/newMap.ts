import { generateKeyBetween } from 'fractional-indexing'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { starters } from '../../shared/starters/starters.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'

export interface NewMap {
  name: string
  /** Key of a starter, or `blank`. */
  starter: string
  charter: { objective: string; success: string; scope: string }
}

/** The one edit that makes a map; undo takes all of it back. @returns its actions and the map's id */
export function makeMap(
  { name, starter, charter }: NewMap,
  { rows, author, organisations }: Pick<Ecosystem, 'rows' | 'author' | 'organisations'>,
  newId: () => string = () => crypto.randomUUID(),
): { mapId: string; actions: ActionInput[] } {
  const mapId = newId()
  const lastRank =
    rows
      .all('map')
      .map(({ rank }) => rank)
      .sort()
      .at(-1) ?? null
  const ownPartyId = rows
    .list('party', 'heldByOrganisationId', author.organisationId)
    .find((row) => !row.deleted)?.id
  const options = {
    newId,
    mapId,
    mapName: name,
    organisationName: organisations.get(author.organisationId) ?? 'Our organisation',
    mapRank: generateKeyBetween(lastRank, null),
    ...(ownPartyId ? { ownPartyId } : {}),
  }
  const chosen = starters.find(({ key }) => key === starter)
  const actions = chosen ? chosen.actions(options) : blank(options)
  const written = Object.fromEntries(Object.entries(charter).filter(([, text]) => text.trim() !== ''))
  return {
    mapId,
    actions:
      Object.keys(written).length > 0
        ? [...actions, { type: 'map.change', id: mapId, fields: written }]
        : actions,
  }
}

type Options = Parameters<(typeof starters)[number]['actions']>[0]

/** One's own lane and a first stage: enough to put the first card somewhere. */
function blank({ newId, mapId, mapName, mapRank, organisationName, ownPartyId }: Options): ActionInput[] {
  const partyId = ownPartyId ?? newId()
  const rank = generateKeyBetween(null, null)
  const party: ActionInput = {
    type: 'party.add',
    id: partyId,
    name: organisationName,
    kind: 'producer',
    tier: 1,
    held: true,
  }
  return [
    ...(ownPartyId ? [] : [party]),
    { type: 'map.add', id: mapId, participantId: newId(), name: mapName, rank: mapRank ?? rank },
    { type: 'stage.add', id: newId(), mapId, name: 'First stage', rank },
    { type: 'lane.add', id: newId(), mapId, partyId, rank },
  ]
}
