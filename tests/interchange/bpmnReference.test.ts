// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ImportedLink, ImportedMap } from '../../shared/interchange/importedMap.ts'
import {
  areRealFilesThere,
  missingRealFiles,
  mustRealFilesBeThere,
  pathOfReal,
  realFiles,
  textOfReal,
} from '../support/realFiles.ts'
import { Drawn } from './drawn.ts'
import { mapOf, read } from './fixtures.ts'

interface Reference {
  pools: number
  leaf_lanes: number
  tasks: number
  subprocesses_and_calls: number
  events: number
  message_flows: number
  pool_names: string[]
  lane_names: string[]
  activities_by_pool_lane: Record<string, number>
  sequence_flows_by_lane_pair: Record<string, number>
  handoffs: { id: string; name: string; from_pool: string; to_pool: string; from: string[]; to: string[] }[]
}
/** Made by another program. */
const references: Record<string, Reference> = areRealFilesThere
  ? JSON.parse(readFileSync(pathOfReal('reference.json'), 'utf8'))
  : {}

it('the real BPMN files are beside the project: all of them, or none and nobody insists', () => {
  if (mustRealFilesBeThere) expect(missingRealFiles).toEqual([])
  else expect(missingRealFiles).toEqual(realFiles)
})

describe.skipIf(!areRealFilesThere).each(realFiles)('%s', (file) => {
  const xml = areRealFilesThere ? textOfReal(file) : ''
  const reference = references[file] as Reference
  const drawn = new Drawn(xml)

  it('has a party for every pool and a lane for every named leaf lane or pool without any', async () => {
    const map = mapOf(await read(xml))
    const named = map.parties.filter((party) => !party.assumedName).map(({ name }) => name)
    expect(named.sort()).toEqual(reference.pool_names.map(oneLine).filter(Boolean).sort())
    expect(map.counts.organisations).toBe(reference.pools)
    expect(map.counts.organisations).toBe(map.parties.length)
    const nameless = reference.lane_names.filter((name) => oneLine(name) === '').length
    const poolsWithLanes = new Set(
      Object.keys(reference.activities_by_pool_lane)
        .map((key) => key.split(' / '))
        .filter(([, lane]) => lane !== 'None' && lane !== '')
        .map(([pool]) => pool),
    )
    expect(map.counts.lanes).toBe(reference.pools - poolsWithLanes.size + reference.leaf_lanes - nameless)
    expect(map.lanes).toHaveLength(map.counts.lanes)
  })

  it('has every handoff of the answer file, from and to the same pool and step', async () => {
    const map = mapOf(await read(xml))
    expect(map.counts.handoffs).toBe(reference.handoffs.length)
    for (const handoff of reference.handoffs) {
      const link = map.links.find(({ key }) => key === handoff.id) as ImportedLink
      expect(link, handoff.id).toBeDefined()
      checkEnd(map, link.fromKey, handoff.from_pool, handoff.from)
      checkEnd(map, link.toKey, handoff.to_pool, handoff.to)
      if (oneLine(handoff.name)) expect(link.passes).toBe(oneLine(handoff.name))
      expect(link.kind).toBe('sequence')
    }
  })

  it('has as many activities in each lane as the answer file', async () => {
    const map = mapOf(await read(xml))
    const counts: Record<string, number> = {}
    for (const touchpoint of map.touchpoints) {
      if (!drawn.isActivity(touchpoint.key)) continue
      const lane = map.lanes.find(({ key }) => key === touchpoint.laneKey)
      const party = map.parties.find(({ key }) => key === lane?.partyKey)
      const key = `${party?.name} / ${lane?.name === party?.name ? '' : lane?.name}`
      counts[key] = (counts[key] ?? 0) + 1
    }
    const expected = Object.entries(reference.activities_by_pool_lane)
      .filter(([key]) => !key.startsWith('None / '))
      .map(([key, count]) => [key.replace(/ \/ None$/, ' / '), count])
    expect(counts).toEqual(Object.fromEntries(expected))
  })

  it('counts touchpoints and sequences as counting them in the XML does', async () => {
    const { counts, touchpoints, links } = mapOf(await read(xml))
    const called = drawn.stepsOutsidePools().length
    const steps = reference.tasks + reference.subprocesses_and_calls + reference.events - called
    expect(counts.touchpoints).toBe(steps + drawn.decisions().length + drawn.poolsMessagesReach().size)
    expect(counts.touchpoints).toBe(touchpoints.length)
    expect(counts.sequences).toBe(drawn.stepPairs().length)
    expect(counts.sequences).toBe(links.length - counts.handoffs)
  })

  it('runs forward along its stages, but for what loops back', async () => {
    const map = mapOf(await read(xml))
    expect(map.stages.length).toBeGreaterThan(0)
    expect(map.stages.length).toBeLessThanOrEqual(7)
    const stage = (key: string) => {
      const place = map.touchpoints.find((touchpoint) => touchpoint.key === key)
      return map.stages.findIndex((one) => one.key === place?.stageKey)
    }
    for (const { key, kind, fromKey, toKey } of map.links) {
      const isHandoff = reference.handoffs.some(({ id }) => id === key)
      if (kind === 'sequence' && !isHandoff) expect(stage(toKey), key).toBeGreaterThanOrEqual(stage(fromKey))
    }
  })
})

const undissolved = realFiles.filter(
  (file) => !areRealFilesThere || new Drawn(textOfReal(file)).dissolved().length === 0,
)

describe.skipIf(!areRealFilesThere).each(undissolved)('%s, which has no gateway to dissolve,', (file) => {
  it('leads between the lanes of one pool as often as the answer file says', async () => {
    const map = mapOf(await read(textOfReal(file)))
    const laneName = (key: string) => {
      const laneKey = map.touchpoints.find((touchpoint) => touchpoint.key === key)?.laneKey
      return map.lanes.find((lane) => lane.key === laneKey)?.name
    }
    const counts: Record<string, number> = {}
    for (const { key, fromKey, toKey } of map.links) {
      const pair = `${laneName(fromKey)} -> ${laneName(toKey)}`
      const isHandoff = references[file]?.handoffs.some(({ id }) => id === key)
      if (!isHandoff && laneName(fromKey) !== laneName(toKey)) counts[pair] = (counts[pair] ?? 0) + 1
    }
    expect(counts).toEqual(references[file]?.sequence_flows_by_lane_pair)
  })
})

function checkEnd(map: ImportedMap, touchpointKey: string, pool: string, [type, name]: string[]): void {
  const touchpoint = map.touchpoints.find(({ key }) => key === touchpointKey)
  const lane = map.lanes.find(({ key }) => key === touchpoint?.laneKey)
  const party = map.parties.find(({ key }) => key === lane?.partyKey)
  if (oneLine(pool)) expect(party?.name).toBe(oneLine(pool))
  else expect(party?.assumedName).toBe(true)
  if (type === 'participant') expect(touchpoint?.name).toMatch(/^Contact with /)
  else if (oneLine(name)) expect(touchpoint?.name).toBe(oneLine(name))
  else expect(touchpoint?.name).toMatch(/\S/)
}

function oneLine(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim()
}
