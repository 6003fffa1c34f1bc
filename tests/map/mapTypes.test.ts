import { describe, expect, it } from 'vitest'
import { cardWords } from '../../web/map/canvas/cardWords.ts'
import { toFlow } from '../../web/map/canvas/toFlow.ts'
import { SpatialIndex } from '../../web/map/drawing/spatialIndex.ts'
import { asItsType } from '../../web/map/journey/asItsType.ts'
import { valueChain } from '../support/chain.ts'
import { cardNamed, readMap } from './readingMap.ts'

const everywhere = { minX: -1e6, minY: -1e6, maxX: 1e6, maxY: 1e6 }

function mapOf(framework: 'strategic' | 'tactical' | 'performance') {
  const chain = valueChain()
  const target = { targetKind: 'touchpoint', targetId: chain.cards.quote } as const
  chain.server.do(chain.insurer, [
    { type: 'map.change', id: chain.mapId, fields: { framework } },
    { type: 'mark.add', id: crypto.randomUUID(), ...target, kind: 'pain', with: 'map' },
    { type: 'perspective.add', id: crypto.randomUUID(), ...target, performance: 4 },
  ])
  const { journey, drawing } = readMap(chain, chain.insurer)
  const shown = asItsType(journey)
  const { edges } = toFlow({
    ...{ journey: shown, drawing, visible: new SpatialIndex(drawing).within(everywhere) },
    ...{ lens: 'plan', selected: new Set(), focusedId: null, namingId: null, dragged: new Map() },
  })
  return { journey, shown, edges, card: cardNamed(shown, 'Prices the risk') }
}

describe('a map shown as its type', () => {
  it('has nothing but name and kind on the cards of a strategic map, and plain lines between them', () => {
    const { card, edges, journey, shown } = mapOf('strategic')
    expect(cardWords(card, 'Fernhill, Choose')).toBe('Prices the risk; Fernhill, Choose; contact')
    expect([card.marks.size, card.performance, card.hasPrivateView]).toEqual([0, null, false])
    expect(edges.length).toBe(journey.links.size)
    expect(edges.map((edge) => edge.type === 'link' && edge.data?.label)).toEqual(edges.map(() => null))
    expect(shown.stages).toBe(journey.stages)
    expect(shown.cards.size).toBe(journey.cards.size)
  })

  it('is as it is read on a tactical one', () => {
    const { journey, shown, edges, card } = mapOf('tactical')
    expect(shown).toBe(journey)
    expect(card.marks.has('pain')).toBe(true)
    expect(edges.some((edge) => edge.type === 'link' && edge.data?.label)).toBe(true)
  })

  it('keeps everything and brings out scores on a map of performance', () => {
    const { card } = mapOf('performance')
    expect(card).toMatchObject({ detail: 'scored', performance: { lowest: 4, highest: 4 } })
    expect(card.marks.has('pain')).toBe(true)
  })
})
