// From what a file says to one undoable edit of the importing organisation.
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import type { ActionInput } from '../edits/actions/actions.ts'
import type { JourneyMap, Party } from '../model/rows.ts'
import type { ImportCounts, ImportedMap, ImportNote } from './importedMap.ts'

export interface ImportPlan {
  mapId: string
  actions: ActionInput[]
  counts: ImportCounts
  notes: ImportNote[]
}

interface Place {
  /** Parties and maps of the ecosystem that the importer sees. */
  parties: readonly Party[]
  maps: readonly JourneyMap[]
  newId: () => string
}

/**
 * Plans an import: a new map with its lanes, stages, touchpoints and links. A party of the same name is used again,
 * the others are new, held by nobody and kept by the importer.
 */
export function planImport(imported: ImportedMap, { parties, maps, newId }: Place): ImportPlan {
  const ids = new Map<string, string>()
  const idOf = (kind: string, key: string) => {
    const name = `${kind} ${key}`
    const known = ids.get(name) ?? newId()
    ids.set(name, known)
    return known
  }
  const mapId = newId()
  const known = new Map(parties.map((party) => [folded(party.name), party]))
  const merged = imported.parties.filter(({ name }) => known.has(folded(name)))
  for (const party of merged) ids.set(`party ${party.key}`, known.get(folded(party.name))!.id)
  const lastRank =
    maps
      .map(({ rank }) => rank)
      .sort()
      .at(-1) ?? null
  return {
    mapId,
    counts: imported.counts,
    notes: [
      ...merged.map(({ name }) => ({
        level: 'merged' as const,
        message: `“${name}” is already a party of this ecosystem; the new lanes become its own.`,
        element: name,
      })),
      ...imported.notes,
    ],
    actions: [
      ...[mapAction(imported, mapId, newId(), generateKeyBetween(lastRank, null))],
      ...imported.parties.filter((party) => !merged.includes(party)).map((party) => partyAction(party, idOf)),
      ...laneActions(imported, mapId, idOf),
      ...stageActions(imported, mapId, idOf),
      ...touchpointActions(imported, idOf),
      ...imported.links.map((link) => linkAction(link, idOf)),
    ],
  }
}

type IdOf = (kind: string, key: string) => string

function mapAction(imported: ImportedMap, id: string, participantId: string, rank: string): ActionInput {
  return { type: 'map.add', id, participantId, name: imported.name, rank }
}

function partyAction({ key, name }: ImportedMap['parties'][number], idOf: IdOf): ActionInput {
  const kind = /\b(customer|consumer|shopper|patient|client)s?\b/i.test(name) ? 'endCustomer' : 'partner'
  return { type: 'party.add', id: idOf('party', key), name, kind }
}

function laneActions({ lanes, parties, stages }: ImportedMap, mapId: string, idOf: IdOf): ActionInput[] {
  const ranks = generateNKeysBetween(null, null, lanes.length)
  const withOwnStages = new Set(stages.map(({ laneKey }) => laneKey))
  const nameOfParty = new Map(parties.map(({ key, name }) => [key, name]))
  return lanes.map(({ key, partyKey, name }, index) => ({
    type: 'lane.add',
    id: idOf('lane', key),
    mapId,
    partyId: idOf('party', partyKey),
    name: name === nameOfParty.get(partyKey) ? '' : name,
    ownStages: withOwnStages.has(key),
    rank: ranks[index]!,
  }))
}

function stageActions({ stages }: ImportedMap, mapId: string, idOf: IdOf): ActionInput[] {
  const ranks = generateNKeysBetween(null, null, stages.length)
  return stages.map(({ key, laneKey, name }, index) => ({
    type: 'stage.add',
    id: idOf('stage', key),
    mapId,
    laneId: laneKey === null ? null : idOf('lane', laneKey),
    name,
    rank: ranks[index]!,
  }))
}

function touchpointActions({ touchpoints }: ImportedMap, idOf: IdOf): ActionInput[] {
  const ordered = touchpoints.toSorted((left, right) => left.order - right.order)
  const ranks = generateNKeysBetween(null, null, ordered.length)
  return ordered.map(({ key, laneKey, stageKey, name, kind, description = '' }, index) => ({
    type: 'touchpoint.add',
    id: idOf('touchpoint', key),
    laneId: idOf('lane', laneKey),
    stageId: idOf('stage', stageKey),
    rank: ranks[index]!,
    kind,
    name,
    description,
  }))
}

function linkAction(
  { key, fromKey, toKey, kind, passes, label }: ImportedMap['links'][number],
  idOf: IdOf,
): ActionInput {
  return {
    type: 'link.add',
    id: idOf('link', key),
    fromTouchpointId: idOf('touchpoint', fromKey),
    toTouchpointId: idOf('touchpoint', toKey),
    kind,
    passes: passes ?? '',
    trigger: label ?? '',
  }
}

function folded(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('en')
}
