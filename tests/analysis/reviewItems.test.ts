import { describe, expect, it } from 'vitest'
import { filterReview } from '../../shared/analysis/reviewFilter.ts'
import { reviewItems } from '../../shared/analysis/reviewItems.ts'
import { newId, openSharedJourney } from '../support/journey.ts'

type Shared = ReturnType<typeof openSharedJourney>

function review({ world }: Shared, author: Shared['insurer']) {
  return reviewItems(world.seenBy(author), author.organisationId)
}

function mark(
  journey: Shared,
  targetId: string,
  kind: 'pain' | 'delight' | 'momentOfTruth',
  author = journey.broker,
) {
  const id = newId()
  const target = { targetKind: 'touchpoint', targetId } as const
  journey.world.act(author, { type: 'mark.add', id, ...target, kind, statement: `${kind}!`, with: 'map' })
  return id
}

describe('what a review begins with', () => {
  it('is nothing while nothing hurts', () => {
    const journey = openSharedJourney()
    mark(journey, journey.cards.bakery, 'delight')
    mark(journey, journey.cards.bakery, 'momentOfTruth')
    expect(review(journey, journey.insurer)).toEqual([])
  })

  it('lists a pain with what each organisation says of it, side by side', () => {
    const journey = openSharedJourney()
    const { world, insurer, broker, cards } = journey
    const target = { targetKind: 'touchpoint', targetId: cards.bakery } as const
    mark(journey, cards.bakery, 'pain')
    const [mine, customers] = [newId(), newId()]
    world.act(
      broker,
      { type: 'perspective.add', id: mine, ...target, performance: 3, statement: 'Too slow.' },
      {
        type: 'perspective.add',
        id: customers,
        ...target,
        onBehalfOf: 'customer',
        performance: 4,
        sampleSize: 41,
      },
      { type: 'perspective.share', id: customers, with: 'map' },
    )
    world.act(insurer, { type: 'perspective.add', id: newId(), ...target, performance: 8 })

    const [seenByInsurer] = review(journey, insurer)
    expect(seenByInsurer!.voices).toMatchObject([
      { organisationId: insurer.organisationId, performance: 8, isPrivate: true },
      { organisationId: broker.organisationId, performance: null, statement: 'pain!', isPrivate: false },
      { organisationId: broker.organisationId, onBehalfOf: 'customer', performance: 4, sampleSize: 41 },
    ])
    const [seenByBroker] = review(journey, broker)
    expect(seenByBroker!.voices).toMatchObject([
      { organisationId: broker.organisationId, performance: 3, statement: 'Too slow.', isPrivate: true },
      { onBehalfOf: 'customer', performance: 4 },
    ])
    expect(seenByInsurer!.reasons).toEqual(['pain', 'apart'])
    expect(seenByBroker!.reasons).toEqual(['pain'])
  })

  it('lists broken and late handoffs, and promises that are late, but none that are in time', () => {
    const journey = openSharedJourney()
    const { world, insurer, broker, handoff, cards, link } = journey
    const promise = link(insurer, cards.insurer, cards.bakery, { passes: 'policy', expectedMinutes: 10 })
    expect(review(journey, broker)).toEqual([])
    world.act(broker, {
      type: 'handoff.dispute',
      confirmationId: newId(),
      linkId: handoff,
      note: 'Nobody told us.',
    })
    const target = { targetKind: 'link', targetId: promise } as const
    world.act(insurer, { type: 'perspective.add', id: newId(), ...target, experiencedMinutes: 30 })
    const items = review(journey, insurer)
    expect(items.map(({ title, reasons }) => [title, reasons])).toEqual([
      ['risk details', ['disputed']],
      ['policy', ['late']],
    ])
    expect(items[0]!.voices).toMatchObject([
      { organisationId: broker.organisationId, statement: 'Nobody told us.' },
    ])
    expect(review(journey, broker).map(({ title }) => title)).toEqual(['risk details'])
  })

  it('ranks what several name, and moments of truth, first', () => {
    const journey = openSharedJourney()
    const { insurer, broker, cards } = journey
    mark(journey, cards.insurer, 'pain')
    mark(journey, cards.bakery, 'pain')
    mark(journey, cards.bakery, 'momentOfTruth')
    mark(journey, cards.broker, 'pain')
    mark(journey, cards.broker, 'pain', insurer)
    expect(review(journey, broker).map(({ title }) => title)).toEqual([
      'Enters the risk',
      'Receives the policy',
      'Reviews the risk',
    ])
  })

  it('leaves out what is deleted, also a mark that lost its place', () => {
    const journey = openSharedJourney()
    mark(journey, journey.cards.bakery, 'pain')
    journey.world.act(journey.insurer, { type: 'touchpoint.remove', id: journey.cards.bakery })
    expect(review(journey, journey.broker)).toEqual([])
  })

  it('is filtered by map, party, organisation, reason and moment of truth', () => {
    const journey = openSharedJourney()
    const { insurer, broker, cards, parties, mapId, world, handoff } = journey
    mark(journey, cards.bakery, 'pain')
    mark(journey, cards.bakery, 'momentOfTruth')
    world.act(insurer, { type: 'handoff.dispute', confirmationId: newId(), linkId: handoff, note: 'No.' })
    const items = review(journey, insurer)
    const titles = (filter: Parameters<typeof filterReview>[1]) =>
      filterReview(items, filter)
        .map(({ title }) => title)
        .toSorted()
    expect(titles({})).toEqual(['Receives the policy', 'risk details'])
    expect(titles({ mapId })).toHaveLength(2)
    expect(titles({ mapId: newId() })).toEqual([])
    expect(titles({ partyId: parties.bakery })).toEqual(['Receives the policy'])
    expect(titles({ partyId: parties.broker })).toEqual(['risk details'])
    expect(titles({ organisationId: broker.organisationId })).toEqual(['Receives the policy'])
    expect(titles({ reason: 'disputed' })).toEqual(['risk details'])
    expect(titles({ momentsOfTruthOnly: true })).toEqual(['Receives the policy'])
  })

  it('says when something pains and delights at once', () => {
    const journey = openSharedJourney()
    mark(journey, journey.cards.bakery, 'pain')
    mark(journey, journey.cards.bakery, 'delight', journey.insurer)
    expect(review(journey, journey.broker)[0]!.reasons).toEqual(['pain', 'inconsistent'])
  })
})
