import { describe, expect, it } from 'vitest'
import { choicesOf, fade } from '../../web/map/filter/mapFilter.ts'
import { readRegions } from '../../web/map/filter/regions.ts'
import { readJourney } from '../../web/map/journey/readJourney.ts'
import { outlineOf } from '../../web/map/outline/outlineOf.ts'
import { newId, openSharedJourney } from '../support/journey.ts'

function filteredJourney() {
  const { world, broker, mapId, parties, cards } = openSharedJourney()
  world.act(broker, {
    type: 'touchpoint.change',
    id: cards.broker,
    fields: { initiatorPartyId: parties.broker, segments: ['bakeries'], kind: 'decision' },
  })
  const rows = world.seenBy(broker)
  const reading = { rows, organisationId: broker.organisationId, organisations: new Map<string, string>() }
  return { journey: readJourney(mapId, reading)!, regions: readRegions(mapId, rows), parties, cards }
}

describe('filtering a map', () => {
  it('lets the touchpoints started by a party stand out and the others step back', () => {
    const { journey, regions, parties, cards } = filteredJourney()
    const filtered = fade(journey, { startedBy: parties.broker }, regions)
    expect(filtered.cards.get(cards.broker)?.isFaded).toBeUndefined()
    expect(filtered.cards.get(cards.insurer)?.isFaded).toBe(true)
    const listed = outlineOf(filtered).flatMap(({ stages }) => stages.flatMap((stage) => stage.cards))
    expect(listed.map(({ id }) => id)).toEqual([cards.broker])
  })

  it('asks every chosen field, and nothing when none is chosen', () => {
    const { journey, regions, cards } = filteredJourney()
    const both = fade(journey, { segment: 'bakeries', kind: 'trigger' }, regions)
    expect([...both.cards.values()].every(({ isFaded }) => isFaded)).toBe(true)
    expect(fade(journey, {}, regions)).toBe(journey)
    expect(fade(journey, { segment: 'bakeries' }, regions).cards.get(cards.broker)?.isFaded).toBeUndefined()
  })

  it('finds where nobody has written down how it should feel', () => {
    const { world, broker, mapId, cards } = openSharedJourney()
    const standard = 'A person phones within a day.'
    world.act(broker, {
      type: 'touchpoint.change',
      id: cards.broker,
      fields: { experienceStandard: standard },
    })
    const rows = world.seenBy(broker)
    const reading = { rows, organisationId: broker.organisationId, organisations: new Map<string, string>() }
    const journey = readJourney(mapId, reading)!
    const shown = (defined: 'yes' | 'no') =>
      [...fade(journey, { defined }, new Map()).cards.values()].flatMap(({ id, isFaded }) =>
        isFaded ? [] : [id],
      )
    expect(shown('yes')).toEqual([cards.broker])
    expect(shown('no')).toContain(cards.insurer)
    expect(shown('no')).not.toContain(cards.broker)
  })

  it('offers what some touchpoint has, and nothing else', () => {
    const { journey, regions, parties } = filteredJourney()
    expect(choicesOf(journey, regions)).toMatchObject({
      startedBy: [parties.broker],
      segment: ['bakeries'],
      channel: [],
    })
  })

  it('finds what the end customer does not see', () => {
    const { world, broker, mapId, cards } = openSharedJourney()
    world.act(broker, { type: 'touchpoint.change', id: cards.broker, fields: { customerSees: false } })
    const rows = world.seenBy(broker)
    const reading = { rows, organisationId: broker.organisationId, organisations: new Map<string, string>() }
    const hidden = fade(readJourney(mapId, reading)!, { sees: 'no' }, readRegions(mapId, rows))
    const left = [...hidden.cards.values()].filter(({ isFaded }) => !isFaded)
    expect(left.map(({ id }) => id)).toEqual([cards.broker])
  })

  it('knows the regions of others only once they are shared', () => {
    const { world, broker, insurer, mapId, parties, cards } = openSharedJourney()
    const [ownershipId, id] = [newId(), newId()]
    const party = { partyId: parties.broker, accountability: 'accountable' } as const
    world.act(
      broker,
      { type: 'ownership.add', id: ownershipId, touchpointId: cards.broker, ...party },
      { type: 'responsibility.add', id, ownershipId, region: 'North' },
    )
    const seenBy = (author: typeof broker) => {
      const rows = world.seenBy(author)
      const reading = {
        rows,
        organisationId: author.organisationId,
        organisations: new Map<string, string>(),
      }
      return { journey: readJourney(mapId, reading)!, regions: readRegions(mapId, rows) }
    }
    const ours = seenBy(broker)
    expect(choicesOf(ours.journey, ours.regions).region).toEqual(['North'])
    const found = fade(ours.journey, { region: 'North' }, ours.regions)
    expect([...found.cards.values()].filter(({ isFaded }) => !isFaded).map((card) => card.id)).toEqual([
      cards.broker,
    ])
    const theirs = seenBy(insurer)
    expect(choicesOf(theirs.journey, theirs.regions).region).toEqual([])
    const nothing = fade(theirs.journey, { region: 'North' }, theirs.regions)
    expect([...nothing.cards.values()].every(({ isFaded }) => isFaded)).toBe(true)
    world.act(broker, { type: 'responsibility.share', id, with: 'map' })
    const told = seenBy(insurer)
    expect(choicesOf(told.journey, told.regions).region).toEqual(['North'])
  })
})
