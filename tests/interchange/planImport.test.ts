import { describe, expect, it } from 'vitest'
import type { ImportedMap } from '../../shared/interchange/importedMap.ts'
import { planImport } from '../../shared/interchange/planImport.ts'
import { newId, openSharedJourney } from '../support/journey.ts'
import { areRealFilesThere, realFiles, textOfReal } from '../support/realFiles.ts'
import { fixtureMap, mapOf, read } from './fixtures.ts'

function importInto(journey: ReturnType<typeof openSharedJourney>, imported: ImportedMap) {
  const { world, insurer } = journey
  const rows = world.seenBy(insurer)
  const { organisationId } = insurer
  const plan = planImport(imported, {
    parties: rows.all('party'),
    maps: rows.all('map'),
    organisationId,
    newId,
  })
  return { plan, outcome: world.try(insurer, ...plan.actions) }
}

const small: ImportedMap = {
  name: 'Small',
  parties: [
    { key: 'p1', name: 'INSURER', assumedName: false },
    { key: 'p2', name: 'Broker', assumedName: false },
    { key: 'p3', name: 'Surveyor', assumedName: false },
  ],
  lanes: ['p1', 'p2', 'p3'].map((partyKey) => ({
    key: `l${partyKey}`,
    partyKey,
    name: partyKey,
    parentKey: null,
  })),
  stages: [{ key: 's', laneKey: null, name: 'All' }],
  touchpoints: ['p1', 'p2', 'p3'].map((one) => ({
    key: `t${one}`,
    laneKey: `l${one}`,
    stageKey: 's',
    name: one,
    kind: 'action',
    order: 0,
  })),
  links: [
    { key: 'a', fromKey: 'tp1', toKey: 'tp2', kind: 'sequence', passes: 'offer' },
    { key: 'b', fromKey: 'tp1', toKey: 'tp2', kind: 'sequence', passes: 'offer' },
    { key: 'c', fromKey: 'tp1', toKey: 'tp2', kind: 'sequence' },
  ],
  counts: { organisations: 3, lanes: 3, touchpoints: 3, sequences: 0, handoffs: 3 },
  notes: [],
}

describe('an import', () => {
  it('is one step that one undo takes back', async () => {
    const journey = openSharedJourney()
    const before = journey.world.contents()
    const { outcome } = importInto(journey, await fixtureMap('sub-processes.bpmn'))
    expect(outcome.accepted).toBe(true)
    journey.world.undo(journey.insurer, outcome.edit)
    expect(journey.world.contents()).toEqual(before)
  })

  it('uses a party of the same name again when the importer keeps it, and says so', () => {
    const journey = openSharedJourney()
    const { plan, outcome } = importInto(journey, small)
    expect(outcome.accepted).toBe(true)
    expect(plan.notes).toContainEqual(expect.objectContaining({ level: 'merged', element: 'INSURER' }))
    const lanes = journey.world.everything.all('lane').filter((lane) => lane.mapId === plan.mapId)
    expect(lanes.map((lane) => lane.partyId)).toContain(journey.parties.insurer)
  })

  it('describes a party on the new map until its organisation is invited there too', () => {
    const journey = openSharedJourney()
    const { plan } = importInto(journey, small)
    const { world, broker, parties, insurer } = journey
    expect(world.seenBy(broker).get('map', plan.mapId)).toBeUndefined()
    const [lane] = world.everything
      .list('lane', 'partyId', parties.broker)
      .filter((one) => one.mapId === plan.mapId)
    const [card] = world.everything.list('touchpoint', 'laneId', lane!.id)
    expect(card).toMatchObject({ state: 'accepted', review: 'described' })
    expect(world.try(insurer, { type: 'touchpoint.remove', id: card!.id }).accepted).toBe(true)
  })

  it('writes nothing for a party that another organisation keeps', () => {
    const journey = openSharedJourney()
    const { world, broker, insurer, parties } = journey
    world.act(insurer, { type: 'party.entrust', id: parties.bakery, organisationId: broker.organisationId })
    const bakery = { key: 'p3', name: 'bakery', assumedName: false }
    const { plan, outcome } = importInto(journey, {
      ...small,
      parties: [...small.parties.slice(0, 2), bakery],
    })
    expect(outcome.accepted).toBe(true)
    expect(plan.notes).toContainEqual(expect.objectContaining({ level: 'changed', element: 'bakery' }))
    const lanes = world.everything.all('lane').filter((lane) => lane.mapId === plan.mapId)
    expect(lanes.map((lane) => lane.partyId)).not.toContain(parties.bakery)
    expect(world.everything.all('party').map((party) => party.name)).toContain('bakery (imported)')
  })

  it('keeps every one of several messages between two parties, and one link between two cards of one', () => {
    const journey = openSharedJourney()
    const second = {
      key: 'second',
      laneKey: 'lp3',
      stageKey: 's',
      name: 'second',
      kind: 'action',
      order: 1,
    } as const
    const inside = { fromKey: 'tp3', toKey: 'second', kind: 'sequence' } as const
    const { plan } = importInto(journey, {
      ...small,
      touchpoints: [...small.touchpoints, second],
      links: [...small.links, { key: 'd', ...inside }, { key: 'e', ...inside }],
      counts: { ...small.counts, touchpoints: 4, sequences: 2 },
    })
    const links = journey.world.everything.all('link').filter((link) => link.mapId === plan.mapId)
    expect(links.map((link) => link.passes).toSorted()).toEqual(['', '', 'offer', 'offer'])
    expect(plan.counts).toMatchObject({ handoffs: 3, sequences: 1 })
    expect(plan.notes).toContainEqual(expect.objectContaining({ level: 'merged', element: 'e' }))
  })

  it('is kept by the importer until somebody holds the new parties', () => {
    const journey = openSharedJourney()
    importInto(journey, small)
    const surveyor = journey.world.everything.all('party').find((party) => party.name === 'Surveyor')
    expect(surveyor).toMatchObject({
      heldByOrganisationId: null,
      stewardOrganisationId: journey.insurer.organisationId,
    })
  })
})

describe.skipIf(!areRealFilesThere).each(realFiles)('%s', (file) => {
  it('becomes exactly the rows that its preview counts', async () => {
    const imported = mapOf(await read(textOfReal(file)))
    const journey = openSharedJourney()
    const { plan, outcome } = importInto(journey, imported)
    if (!outcome.accepted) throw new Error(outcome.refusal.message)
    const rows = journey.world.seenBy(journey.insurer)
    const onMap = <R extends { mapId: string }>(all: R[]) => all.filter((row) => row.mapId === plan.mapId)
    const partyOf = (id: string) => rows.get('lane', rows.get('touchpoint', id)!.laneId)!.partyId
    const links = onMap(rows.all('link'))
    const handoffs = links.filter((link) => partyOf(link.fromTouchpointId) !== partyOf(link.toTouchpointId))
    const lanes = onMap(rows.all('lane'))
    expect({
      organisations: new Set(lanes.map((lane) => lane.partyId)).size,
      lanes: lanes.length,
      touchpoints: onMap(rows.all('touchpoint')).length,
      handoffs: handoffs.length,
      sequences: links.length - handoffs.length,
    }).toEqual(plan.counts)
  })
})
