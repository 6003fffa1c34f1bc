import { describe, expect, it } from 'vitest'
import { handoffsOf } from '../../shared/analysis/handoffs.ts'
import { drawLayout } from '../../shared/layout/drawLayout.ts'
import { findLayoutViolations } from '../../shared/layout/findLayoutViolations.ts'
import { starters } from '../../shared/starters/starters.ts'
import { newId, person } from '../support/journey.ts'
import { layoutOf } from '../support/layoutOf.ts'
import { MemoryEcosystem } from '../support/memoryEcosystem.ts'

function started(key: string) {
  const starter = starters.find((one) => one.key === key)!
  const world = new MemoryEcosystem()
  const convener = person()
  const founder = { ...convener, grant: { kind: 'founding' } } as const
  world.act(founder, { type: 'ecosystem.add', id: world.id, name: 'Pumps' })
  const mapId = newId()
  const options = { newId, mapId, mapName: 'Pumps in the north', organisationName: 'Hydra Works' }
  const edit = world.act(convener, ...starter.actions(options))
  return { world, convener, starter, mapId, edit, rows: world.seenBy(convener) }
}

describe.each(starters.map(({ key }) => key))('starter %s', (key) => {
  it('fills a new map in one step, which one undo takes back', () => {
    const { world, convener, edit, rows } = started(key)
    expect(rows.all('touchpoint').length).toBeGreaterThan(10)
    world.undo(convener, edit)
    for (const kind of ['map', 'party', 'lane', 'stage', 'touchpoint', 'link', 'ownership'] as const)
      expect(world.everything.all(kind), kind).toEqual([])
  })

  it('tells a journey from trigger to exit, with a decision and what comes after the purchase', () => {
    const { rows } = started(key)
    const kinds = rows.all('touchpoint').map((card) => card.kind)
    expect(kinds).toEqual(expect.arrayContaining(['trigger', 'decision', 'exit']))
    expect(rows.all('stage').map((stage) => stage.name)).toEqual(expect.arrayContaining(['Need', 'Use']))
  })

  it('leaves no lane and no stage empty', () => {
    const { rows } = started(key)
    const cards = rows.all('touchpoint')
    for (const lane of rows.all('lane')) expect(cards.some((card) => card.laneId === lane.id)).toBe(true)
    for (const stage of rows.all('stage'))
      expect(
        cards.some((card) => card.stageId === stage.id),
        stage.name,
      ).toBe(true)
  })

  it('gives the distributor stages of its own and the customer a consumer lane', () => {
    const { rows } = started(key)
    const lanes = rows.all('lane').toSorted((left, right) => (left.rank < right.rank ? -1 : 1))
    expect(lanes.map((lane) => [lane.ownStages, lane.nature])).toEqual([
      [false, 'b2b'],
      [true, 'b2b'],
      [false, 'b2c'],
    ])
  })

  it('holds only the own party, so that the others can be invited', () => {
    const { rows, convener } = started(key)
    const held = rows.all('party').filter((party) => party.heldByOrganisationId !== null)
    expect(held).toMatchObject([{ name: 'Hydra Works', heldByOrganisationId: convener.organisationId }])
  })

  it('shows handoffs that wait for an invitation', () => {
    const { rows, convener } = started(key)
    const handoffs = handoffsOf(rows, convener.organisationId)
    expect(handoffs.length).toBeGreaterThanOrEqual(3)
    expect(new Set(handoffs.map((handoff) => handoff.state))).toEqual(new Set(['promise']))
    expect(handoffs.every((handoff) => handoff.link.passes !== '')).toBe(true)
  })

  it('is drawn without a fault', () => {
    const input = layoutOf(started(key).rows)
    expect(findLayoutViolations(input, drawLayout(input))).toEqual([])
  })

  it('uses the party its organisation holds already', () => {
    const { world, convener, starter, rows } = started(key)
    const own = rows.all('party').find((party) => party.heldByOrganisationId)!
    const mapId = newId()
    const options = { newId, mapId, mapName: 'South', organisationName: 'Hydra Works', ownPartyId: own.id }
    world.act(convener, ...starter.actions(options))
    const held = world.everything.all('party').filter((party) => party.heldByOrganisationId)
    expect(held).toHaveLength(1)
    expect(world.everything.list('lane', 'partyId', own.id)).toHaveLength(2)
  })
})
