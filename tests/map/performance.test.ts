// Cards coloured by how well they work: only ever from scores that the viewer may see.
import { describe, expect, it } from 'vitest'
import { cardWords } from '../../web/map/canvas/cardWords.ts'
import { lookOf } from '../../web/map/canvas/overviewPaths.ts'
import type { JourneyCard } from '../../web/map/journey/journey.ts'
import { bandOf } from '../../web/map/journey/readPerformance.ts'
import { colours } from '../../web/theme/tokens.ts'
import { type Chain, valueChain } from '../support/chain.ts'
import { readMap } from './readingMap.ts'

const id = () => crypto.randomUUID()

/** The broker finds that it works badly and keeps that to itself; the insurer says aloud that all is well. */
function rated(): Chain & { view: string } {
  const chain = valueChain()
  const { server, insurer, broker, cards } = chain
  const view = id()
  const said = id()
  const on = { targetKind: 'touchpoint', targetId: cards.learn } as const
  server.do(broker, [{ type: 'perspective.add', id: view, ...on, performance: 2, performanceTrend: 'worse' }])
  server.do(insurer, [
    { type: 'perspective.add', id: said, ...on, performance: 9, performanceTrend: 'steady' },
    { type: 'perspective.share', id: said, with: 'map' },
  ])
  return { ...chain, view }
}

const seenBy = (chain: Chain, who: 'insurer' | 'broker') =>
  readMap(chain, chain[who]).journey.cards.get(chain.cards.learn)!

describe('how well a touchpoint works', () => {
  it('is the lowest score one may see, and goes the way whoever gives it sees it going', () => {
    expect(seenBy(rated(), 'broker').performance).toEqual({ lowest: 2, highest: 9, trend: 'worse' })
  })

  it('never tells, by colour, word or painted overview, of a score kept from the viewer', () => {
    const chain = rated()
    const card = seenBy(chain, 'insurer')
    expect(card.performance).toEqual({ lowest: 9, highest: 9, trend: 'steady' })
    expect(bandOf(card.performance!)).toBe('strong')
    expect(cardWords(card, '')).toContain('works 9 of 10, steady')
    expect(painted(card)).toBe(colours.light.delightTint)
    expect(painted(seenBy(chain, 'broker'))).toBe(colours.light.painTint)
  })

  it('is seen by others once it is shared, and no more once it is withdrawn', () => {
    const chain = rated()
    chain.server.do(chain.broker, [{ type: 'perspective.share', id: chain.view, with: 'map' }])
    expect(cardWords(seenBy(chain, 'insurer'), '')).toContain('works 2 to 9 of 10, getting worse')
    chain.server.do(chain.broker, [{ type: 'perspective.share', id: chain.view, with: 'organisation' }])
    expect(seenBy(chain, 'insurer').performance?.lowest).toBe(9)
  })

  it('is nothing while nobody gave a score', () => {
    const chain = rated()
    const card = readMap(chain, chain.broker).journey.cards.get(chain.cards.quote)!
    expect(card.performance).toBeNull()
    expect(painted(card)).toBe(colours.light.surface)
  })

  it.each([
    [0, 'weak'],
    [4, 'weak'],
    [5, 'middling'],
    [7, 'middling'],
    [8, 'strong'],
    [10, 'strong'],
  ])('%d of 10 is %s', (score, band) => {
    expect(bandOf({ lowest: score, highest: 10, trend: null })).toBe(band)
  })
})

function painted(card: JourneyCard): string {
  return lookOf(card, colours.light, 'performance').fill
}
