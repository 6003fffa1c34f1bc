import { generateKeyBetween } from 'fractional-indexing'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { Party } from '../../shared/model/rows.ts'
import { partiesInRole } from '../../shared/starters/partiesInRole.ts'
import type { StarterParty, StarterRole } from '../../shared/starters/starter.ts'
import { starters } from '../../shared/starters/starters.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'

/** Chosen instead of a party of the ecosystem: another one, beside those that are there. */
export const anotherParty = 'another'

export interface NewMap {
  name: string
  /** Key of a starter, or `blank`. */
  starter: string
  charter: { objective: string; success: string; scope: string }
  /** By the key of a role, who lives its lane: a party's id or `anotherParty`; without a choice the first in that role. */
  roles?: Readonly<Record<string, string>>
}

type Read = Pick<Ecosystem, 'rows' | 'author'>

/** The parties of the ecosystem that stand in a starter's role, the likeliest first; never the one for one's own lane. */
export function partiesFor(role: StarterRole, { rows, author }: Read): Party[] {
  const own = ownParty({ rows, author })
  return partiesInRole(
    role,
    rows.all('party').filter(({ id }) => id !== own?.id),
  )
}

/** The party in which one's organisation appears on a new map: as the producer where it holds several. */
function ownParty({ rows, author }: Read): Party | undefined {
  const held = rows
    .list('party', 'heldByOrganisationId', author.organisationId)
    .filter(({ deleted }) => !deleted)
  return held.find(({ kind }) => kind === 'producer') ?? held[0]
}

/** The one edit that makes a map; undo takes all of it back. @returns its actions and the map's id */
export function makeMap(
  { name, starter, charter, roles = {} }: NewMap,
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
  const ownPartyId = ownParty({ rows, author })?.id
  const chosen = starters.find(({ key }) => key === starter)
  const options = {
    newId,
    mapId,
    mapName: name,
    organisationName: organisations.get(author.organisationId) ?? 'Our organisation',
    mapRank: generateKeyBetween(lastRank, null),
    ...(ownPartyId ? { ownPartyId } : {}),
    ...rolesOf(chosen?.roles ?? [], roles, { rows, author }),
  }
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

/** Whom the lanes of a starter belong to: who is there already, or somebody new under a name of their own. */
function rolesOf(roles: readonly StarterRole[], choices: Readonly<Record<string, string>>, read: Read) {
  const parties: Record<string, StarterParty> = {}
  const names: Record<string, string> = {}
  const taken = read.rows.all('party').map(({ name }) => name)
  for (const role of roles) {
    const there = partiesFor(role, read)
    const party =
      choices[role.key] === anotherParty
        ? undefined
        : (there.find(({ id }) => id === choices[role.key]) ?? there[0])
    // Nobody but the author takes part in a map that is new, so that its steward answers for a party of others.
    const keepers = party && [party.heldByOrganisationId, party.stewardOrganisationId]
    if (party && keepers)
      parties[role.key] = { id: party.id, isOursToDescribe: keepers.includes(read.author.organisationId) }
    else names[role.key] = freeName(role.name, taken)
  }
  return { parties, names }
}

function freeName(name: string, taken: readonly string[]): string {
  for (let count = 1; ; count++) {
    const tried = count === 1 ? name : `${name} ${count}`
    if (!taken.includes(tried)) return tried
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
