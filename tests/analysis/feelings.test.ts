// The emotion curve of a lane: what is felt, what should be felt, told by one organisation to those it chose.
import { describe, expect, it } from 'vitest'
import { feelingCurve, feelingOf, feelingTellers } from '../../shared/analysis/feelings.ts'
import { emotions } from '../../shared/model/fields.ts'
import { cardWords } from '../../web/map/canvas/cardWords.ts'
import { gapsOf, lineOf, middle, pitch } from '../../web/map/feelings/curvePaths.ts'
import { readMap } from '../map/readingMap.ts'
import { valueChain } from '../support/chain.ts'

/** The broker tells the bakery's feelings: the comparing to everyone, the outcome to nobody. */
function felt() {
  const chain = valueChain()
  const { server, broker, cards } = chain
  const view = { compare: crypto.randomUUID(), learn: crypto.randomUUID() }
  const told = { type: 'perspective.add', targetKind: 'touchpoint', onBehalfOf: 'customer' } as const
  server.do(chain.insurer, [{ type: 'touchpoint.change', id: cards.compare, fields: { kind: 'decision' } }])
  server.do(broker, [
    {
      ...{ ...told, id: view.compare, targetId: cards.compare, emotion: 'confused', emotionIntensity: 2 },
      ...{ desiredEmotion: 'confident', desiredIntensity: 4 },
    },
    { ...told, id: view.learn, targetId: cards.learn, emotion: 'anxious', desiredEmotion: 'relieved' },
    { type: 'perspective.share', id: view.compare, with: 'map' },
  ])
  const teller = { organisationId: broker.organisationId, onBehalfOf: 'customer' } as const
  return { chain, teller, ids: [cards.compare, cards.quote, cards.learn] }
}

const levels = (points: ReturnType<typeof feelingCurve>) =>
  points.map(({ felt: now, desired }) => [now?.level ?? null, desired?.level ?? null])

describe('the emotion curve', () => {
  it('runs over the touchpoints in their order, up when pleasant, as far as it is strong', () => {
    const { chain, teller, ids } = felt()
    const points = feelingCurve(ids, teller, chain.server.seenBy(chain.broker))
    expect(levels(points)).toEqual([
      [-2, 4],
      [null, null],
      [-3, 3],
    ])
  })

  it('shows a partner only what was shared with it, and names nobody who shares nothing', () => {
    const { chain, teller, ids } = felt()
    const seen = chain.server.seenBy(chain.insurer)
    expect(levels(feelingCurve(ids, teller, seen))).toEqual([
      [-2, 4],
      [null, null],
      [null, null],
    ])
    expect(feelingTellers(ids, seen)).toEqual([teller])
    expect(feelingTellers([chain.cards.learn], seen)).toEqual([])
    expect(feelingTellers([chain.cards.learn], chain.server.seenBy(chain.broker))).toEqual([teller])
  })

  it('stands beside a decision in words, for those who may see it', () => {
    const { chain } = felt()
    const words = (who: 'insurer' | 'broker', card: string) =>
      cardWords(readMap(chain, chain[who]).journey.cards.get(card)!, '')
    const said = 'leaves customers somewhat confused, should leave strongly confident (Oakes & Vale)'
    expect(words('insurer', chain.cards.compare)).toContain(said)
    const outcome = readMap(chain, chain.insurer).journey.cards.get(chain.cards.learn)!
    expect(outcome.feelings).toEqual([])
    expect(readMap(chain, chain.broker).journey.cards.get(chain.cards.learn)!.feelings).toHaveLength(1)
  })

  it('shades the gap only where both lines run', () => {
    const { chain, teller, ids } = felt()
    const points = feelingCurve(ids, teller, chain.server.seenBy(chain.broker))
    expect(gapsOf(points)).toHaveLength(1)
    expect(gapsOf(feelingCurve(ids, teller, chain.server.seenBy(chain.insurer)))).toEqual([])
    expect(lineOf(points, 'felt').startsWith(`M ${pitch / 2} ${middle + 22} L`)).toBe(true)
  })

  it.each(emotions)('knows whether %s is pleasant', (emotion) => {
    const level = feelingOf(emotion, 5)!.level
    expect(Math.abs(level)).toBe(emotion === 'indifferent' ? 0 : 5)
  })
})
