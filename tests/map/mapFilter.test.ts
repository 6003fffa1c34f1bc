import { describe, expect, it } from 'vitest'
import { choicesOf, fade } from '../../web/map/filter/mapFilter.ts'
import { readJourney } from '../../web/map/journey/readJourney.ts'
import { outlineOf } from '../../web/map/outline/outlineOf.ts'
import { openSharedJourney } from '../support/journey.ts'

function filteredJourney() {
  const { world, broker, mapId, parties, cards } = openSharedJourney()
  world.act(broker, {
    type: 'touchpoint.change',
    id: cards.broker,
    fields: { initiatorPartyId: parties.broker, segments: ['bakeries'], kind: 'decision' },
  })
  const rows = world.seenBy(broker)
  const reading = { rows, organisationId: broker.organisationId, organisations: new Map<string, string>() }
  return { journey: readJourney(mapId, reading)!, parties, cards }
}

describe('filtering a map', () => {
  it('lets the touchpoints started by a party stand out and the others step back', () => {
    const { journey, parties, cards } = filteredJourney()
    const filtered = fade(journey, { startedBy: parties.broker })
    expect(filtered.cards.get(cards.broker)?.isFaded).toBeUndefined()
    expect(filtered.cards.get(cards.insurer)?.isFaded).toBe(true)
    const listed = outlineOf(filtered).flatMap(({ stages }) => stages.flatMap((stage) => stage.cards))
    expect(listed.map(({ id }) => id)).toEqual([cards.broker])
  })

  it('asks every chosen field, and nothing when none is chosen', () => {
    const { journey, cards } = filteredJourney()
    const both = fade(journey, { segment: 'bakeries', kind: 'trigger' })
    expect([...both.cards.values()].every(({ isFaded }) => isFaded)).toBe(true)
    expect(fade(journey, {})).toBe(journey)
    expect(fade(journey, { segment: 'bakeries' }).cards.get(cards.broker)?.isFaded).toBeUndefined()
  })

  it('offers what some touchpoint has, and nothing else', () => {
    const { journey, parties } = filteredJourney()
    expect(choicesOf(journey)).toMatchObject({
      startedBy: [parties.broker],
      segment: ['bakeries'],
      channel: [],
    })
  })
})
