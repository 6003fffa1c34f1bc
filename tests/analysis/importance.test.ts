// What counts and does not work, of the views one may see.
import { describe, expect, it } from 'vitest'
import { filterGaps, importantAndWeak } from '../../shared/analysis/importance.ts'
import type { ReviewFilter } from '../../shared/analysis/reviewFilter.ts'
import { reviewItems } from '../../shared/analysis/reviewItems.ts'
import { valueChain } from '../support/chain.ts'

/** The broker keeps to itself that the outcome is important and weak; the insurer tells of a smaller gap in pricing. */
function weighed() {
  const chain = valueChain()
  const { server, broker, insurer, cards } = chain
  const view = { learn: crypto.randomUUID(), quote: crypto.randomUUID() }
  const add = { type: 'perspective.add', targetKind: 'touchpoint' } as const
  server.do(broker, [
    { ...add, id: view.learn, targetId: cards.learn, importanceForLoyalty: 10, performance: 3 },
    { ...add, id: crypto.randomUUID(), targetId: cards.lodge, importanceForDecision: 5, performance: 0 },
  ])
  server.do(insurer, [
    {
      ...{ ...add, id: view.quote, targetId: cards.quote, performance: 6 },
      ...{ importanceForPerception: 2, importanceForDecision: 8 },
    },
    { ...add, id: crypto.randomUUID(), targetId: cards.decide, importanceForLoyalty: 9, performance: 9 },
    { type: 'perspective.share', id: view.quote, with: 'map' },
  ])
  return { chain, view }
}

describe('important and weak', () => {
  it('puts the widest gap first, and leaves out what is unimportant or works well enough', () => {
    const { chain } = weighed()
    const gaps = importantAndWeak(chain.server.seenBy(chain.broker))
    expect(
      gaps.map(({ name, importance, performance, gap }) => [name, importance, performance, gap]),
    ).toEqual([
      [chain.server.rows.get('touchpoint', chain.cards.learn)?.name, 10, 3, 7],
      ['Prices the risk', 8, 6, 2],
    ])
  })

  it('rests on nothing that another organisation keeps to itself, until it is shared', () => {
    const { chain, view } = weighed()
    const listed = () =>
      importantAndWeak(chain.server.seenBy(chain.insurer)).map(({ touchpointId }) => touchpointId)
    expect(listed()).toEqual([chain.cards.quote])
    chain.server.do(chain.broker, [{ type: 'perspective.share', id: view.learn, with: 'map' }])
    expect(listed()).toEqual([chain.cards.learn, chain.cards.quote])
  })

  it('is narrowed like the list above it', () => {
    const { chain } = weighed()
    const { server, broker, insurer, parties, cards } = chain
    const mark = (targetId: string, kind: 'pain' | 'momentOfTruth') =>
      ({
        type: 'mark.add',
        id: crypto.randomUUID(),
        targetKind: 'touchpoint',
        targetId,
        kind,
        with: 'map',
      }) as const
    server.do(broker, [mark(cards.learn, 'pain'), mark(cards.quote, 'momentOfTruth')])
    const rows = server.seenBy(broker)
    const found = (filter: ReviewFilter) =>
      filterGaps(importantAndWeak(rows), filter, reviewItems(rows, broker.organisationId)).map(
        ({ touchpointId }) => touchpointId,
      )
    expect(found({})).toEqual([cards.learn, cards.quote])
    expect(found({ mapId: chain.mapId })).toHaveLength(2)
    expect(found({ mapId: crypto.randomUUID() })).toEqual([])
    expect(found({ partyId: parties.insurer })).toEqual([cards.quote])
    expect(found({ organisationId: broker.organisationId })).toEqual([cards.learn])
    expect(found({ organisationId: insurer.organisationId })).toEqual([cards.quote])
    expect(found({ reason: 'pain' })).toEqual([cards.learn])
    expect(found({ momentsOfTruthOnly: true })).toEqual([cards.quote])
  })
})
