// From what a file says to one undoable edit of the importing organisation.
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import type { ActionInput } from '../edits/actions/actions.ts'
import type { JourneyMap, Party } from '../model/rows.ts'
import { keeperOf } from '../rules/standing.ts'
import type { ImportCounts, ImportedMap, ImportNote } from './importedMap.ts'

export interface ImportPlan {
  mapId: string
  actions: ActionInput[]
  counts: ImportCounts
  notes: ImportNote[]
}

export interface ImportPlace {
  /** Parties and maps of the ecosystem that the importer sees. */
  parties: readonly Party[]
  maps: readonly JourneyMap[]
  /** The importing organisation. */
  organisationId: string
  newId: () => string
}

/**
 * Plans an import: a new map with its lanes, stages, touchpoints and links. A party of the same name that the importer
 * holds or keeps is used again; the others are new, held by nobody and kept by the importer.
 */
export function planImport(imported: ImportedMap, place: ImportPlace): ImportPlan {
  const { maps, newId } = place
  const ids = new Map<string, string>()
  const idOf = (kind: string, key: string) => {
    const name = `${kind} ${key}`
    const known = ids.get(name) ?? newId()
    ids.set(name, known)
    return known
  }
  const mapId = newId()
  const { merged, renamed, notes } = matchParties(imported.parties, place)
  for (const [{ key }, party] of merged) ids.set(`party ${key}`, party.id)
  const links = distinctLinks(imported)
  return {
    mapId,
    counts: { ...imported.counts, sequences: imported.counts.sequences - links.notes.length },
    notes: [...notes, ...links.notes, ...imported.notes],
    actions: [
      ...[mapAction(imported, mapId, newId(), rankAfter(maps))],
      ...imported.parties
        .filter((party) => !merged.has(party))
        .map((party) => partyAction({ ...party, name: renamed.get(party) ?? party.name }, idOf)),
      ...laneActions(imported, mapId, idOf),
      ...stageActions(imported, mapId, idOf),
      ...touchpointActions(imported, idOf),
      ...links.links.map((link) => linkAction(link, idOf)),
    ],
  }
}

/**
 * Finds the parties of a file among those of the ecosystem. An organisation writes only for parties it keeps: what a file
 * says about another one's party stands beside it under another name.
 */
export function matchParties<P extends { name: string }>(
  inFile: readonly P[],
  { parties, organisationId }: ImportPlace,
) {
  const merged = new Map<P, Party>()
  const renamed = new Map<P, string>()
  const taken = new Set<Party>()
  const byName = new Map<string, Party[]>()
  for (const party of parties) byName.set(folded(party.name), [])
  for (const party of parties) byName.get(folded(party.name))!.push(party)
  for (const party of inFile) {
    const same = byName.get(folded(party.name)) ?? []
    const own = same.find(
      (one) => keeperOf(one) === organisationId || one.stewardOrganisationId === organisationId,
    )
    if (own && !taken.has(own)) {
      merged.set(party, own)
      taken.add(own)
    } else if (same.length > 0 && !own) renamed.set(party, `${party.name.slice(0, 140)} (imported)`)
  }
  const notes: ImportNote[] = [
    ...[...merged.keys()].map(({ name }) => ({
      level: 'merged' as const,
      message: `“${name}” is already a party of this ecosystem; the new lanes become its own.`,
      element: name,
    })),
    ...[...renamed].map(([{ name }, newName]) => ({
      level: 'changed' as const,
      message: `“${name}” is kept by another organisation: what you import about it becomes “${newName}”.`,
      element: name,
    })),
  ]
  return { merged, renamed, notes }
}

type ImportedLink = ImportedMap['links'][number]

/** Between two parties several things may pass; within one party a second link between the same cards says nothing new. */
function distinctLinks({ links, lanes, touchpoints }: ImportedMap) {
  const partyOfLane = new Map(lanes.map(({ key, partyKey }) => [key, partyKey]))
  const partyOf = new Map(touchpoints.map(({ key, laneKey }) => [key, partyOfLane.get(laneKey)]))
  const taken = new Set<string>()
  const kept: ImportedLink[] = []
  const notes: ImportNote[] = []
  for (const link of links) {
    const ends = `${link.fromKey}\n${link.toKey}`
    if (taken.has(ends) && partyOf.get(link.fromKey) === partyOf.get(link.toKey)) {
      const message = 'Two touchpoints of one party are linked twice: they become one link.'
      notes.push({ level: 'merged', message, element: link.key })
      continue
    }
    taken.add(ends)
    kept.push(link)
  }
  return { links: kept, notes }
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
  const isLane = new Set(lanes.map(({ key }) => key))
  return lanes.map(({ key, partyKey, parentKey, name }, index) => ({
    type: 'lane.add',
    id: idOf('lane', key),
    mapId,
    partyId: idOf('party', partyKey),
    parentLaneId: parentKey !== null && isLane.has(parentKey) ? idOf('lane', parentKey) : null,
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

/** A rank behind every map there is. */
export function rankAfter(maps: readonly JourneyMap[]): string {
  const ranks = maps.map(({ rank }) => rank).sort()
  return generateKeyBetween(ranks.at(-1) ?? null, null)
}
