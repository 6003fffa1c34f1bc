import { describe, expect, it } from 'vitest'
import { homeItems } from '../../shared/analysis/homeItems.ts'
import { newId, openJourney, openSharedJourney } from '../support/journey.ts'

describe('what an organisation finds at home', () => {
  it('is what waits on us, on them, and what was promised to us', () => {
    const { world, insurer, broker, handoff, confirm } = openSharedJourney()
    confirm(broker, handoff)
    const [ours, theirs] = [insurer, broker].map((author) =>
      homeItems(world.seenBy(author), author.organisationId),
    )
    expect(ours!.waitingOnUs.map(({ link }) => link.id)).toEqual([handoff])
    expect(ours!.promisesToUs.map(({ link }) => link.id)).toEqual([handoff])
    expect(ours!.promisesByUs).toEqual([])
    expect(theirs!.waitingOnUs).toEqual([])
    expect(theirs!.waitingOnThem.map(({ link }) => link.id)).toEqual([handoff])
    expect(theirs!.promisesByUs.map(({ link }) => link.id)).toEqual([handoff])
  })

  it('includes promises to a party nobody holds', () => {
    const { world, insurer, cards, link } = openSharedJourney()
    const promise = link(insurer, cards.insurer, cards.bakery, { passes: 'policy' })
    const { promisesByUs, promisesToUs } = homeItems(world.seenBy(insurer), insurer.organisationId)
    expect(promisesByUs.map((entry) => entry.link.id)).toEqual([promise])
    expect(promisesToUs).toEqual([])
  })

  it('asks the organisation that may decide, and nobody else, about each proposal', () => {
    const { world, insurer, broker, card, link, lanes, cards, parties } = openSharedJourney()
    const proposedCard = card(broker, lanes.insurer, { name: 'Phones the bakery' })
    const proposedLink = link(broker, cards.insurer, cards.bakery)
    const [asked, offered] = [newId(), newId()]
    const part = { partyId: parties.broker, accountability: 'contributes' } as const
    world.act(insurer, { type: 'ownership.add', id: asked, touchpointId: cards.insurer, ...part })
    world.act(broker, { type: 'ownership.add', id: offered, touchpointId: cards.bakery, ...part })
    const proposalsOf = (author: typeof insurer) =>
      homeItems(world.seenBy(author), author.organisationId).proposals
    expect(proposalsOf(insurer).map(({ kind, row }) => [kind, row.id])).toEqual([
      ['touchpoint', proposedCard],
      ['link', proposedLink],
      ['ownership', offered],
    ])
    expect(proposalsOf(broker)).toMatchObject([{ kind: 'ownership', direction: 'asks', row: { id: asked } }])
    const awaitedBy = (author: typeof insurer) =>
      homeItems(world.seenBy(author), author.organisationId).ownProposals.map((own) => [
        own.row.id,
        own.askedOrganisationIds,
      ])
    expect(awaitedBy(insurer)).toEqual([[asked, [broker.organisationId]]])
    expect(awaitedBy(broker)).toEqual(
      [proposedCard, proposedLink, offered].map((id) => [id, [insurer.organisationId]]),
    )
    for (const proposal of proposalsOf(insurer)) {
      const decide = `${proposal.kind}.decide` as 'touchpoint.decide'
      world.act(insurer, { type: decide, id: proposal.row.id, accept: true })
    }
    world.act(broker, { type: 'ownership.decide', id: asked, accept: false })
    expect([proposalsOf(insurer), proposalsOf(broker)]).toEqual([[], []])
    expect([awaitedBy(insurer), awaitedBy(broker)]).toEqual([[], []])
  })

  it('lists the cards others described in a lane of ours until we have reviewed each', () => {
    const { world, insurer, broker, accept, card, lanes } = openJourney()
    const [first, second] = [card(insurer, lanes.broker), card(insurer, lanes.broker)]
    const reviews = () => homeItems(world.seenBy(broker), broker.organisationId).claimReviews
    const awaited = () =>
      homeItems(world.seenBy(insurer), insurer.organisationId).awaitedReviews.map(({ laneId, toReview }) => [
        laneId,
        toReview.length,
      ])
    expect([reviews(), awaited()]).toEqual([[], []])
    accept()
    expect(awaited()).toEqual([[lanes.broker, 2]])
    expect(reviews()).toMatchObject([
      { laneId: lanes.broker, total: 2, describedByOrganisationIds: [insurer.organisationId] },
    ])
    expect(
      reviews()[0]!
        .toReview.map(({ id }) => id)
        .toSorted(),
    ).toEqual([first, second].toSorted())
    world.act(
      broker,
      { type: 'touchpoint.review', id: first, review: 'right' },
      { type: 'touchpoint.review', id: second, review: 'notOurs' },
    )
    expect([reviews(), awaited()]).toEqual([[], []])
    expect(homeItems(world.seenBy(insurer), insurer.organisationId).claimReviews).toEqual([])
  })
})
