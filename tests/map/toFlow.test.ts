import { describe, expect, it } from 'vitest'
import { type Showing, toFlow } from '../../web/map/canvas/toFlow.ts'
import { SpatialIndex } from '../../web/map/drawing/spatialIndex.ts'
import { valueChain } from '../support/chain.ts'
import { readMap } from './readingMap.ts'

const everywhere = { minX: -1e6, minY: -1e6, maxX: 1e6, maxY: 1e6 }

function showing(chain = valueChain(), more: Partial<Showing> = {}): Showing {
  const { journey, drawing } = readMap(chain, chain.insurer)
  return {
    journey,
    drawing,
    visible: new SpatialIndex(drawing).within(everywhere),
    lens: 'plan',
    selected: new Set(),
    focusedId: null,
    namingId: null,
    dragged: new Map(),
    ...more,
  }
}

describe('what React Flow is given', () => {
  it('has each card with its size and ends, each link with the route of the layout', () => {
    const shown = showing()
    const { nodes, edges } = toFlow(shown)
    const cards = nodes.filter(({ type }) => type === 'card')
    expect(cards).toHaveLength(5)
    for (const { width, height, handles } of cards) {
      expect([width, height]).toEqual([152, 56])
      expect(handles?.length).toBeGreaterThan(1)
    }
    expect(nodes.filter(({ type }) => type === 'ownStage')).toHaveLength(2)
    expect(edges.map(({ data }) => data?.points.length)).toEqual(
      shown.drawing.links.map(({ points }) => points.length),
    )
  })

  it('holds only what lies within the window, and the ends of links that cross it', () => {
    const shown = showing()
    const card = shown.drawing.cards.find(
      ({ id }) => shown.journey.cards.get(id)?.touchpoint.name === 'Prices the risk',
    )!
    const box = { minX: card.x, minY: card.y, maxX: card.x + card.width, maxY: card.y + card.height }
    const visible = new SpatialIndex(shown.drawing).within(box)
    const { nodes, edges } = toFlow({ ...shown, visible })
    const ids = new Set(nodes.map(({ id }) => id))
    expect(edges.length).toBeLessThan(3)
    for (const { source, target } of edges) expect(ids.has(source) && ids.has(target)).toBe(true)
    expect([...visible.cards]).toEqual([card.id])
  })

  it('gives the same objects again for all that is unchanged', () => {
    const chain = valueChain()
    const first = toFlow(showing(chain))
    const second = toFlow(showing(chain), first)
    expect(second.nodes.every((node, index) => node === first.nodes[index])).toBe(true)
    expect(second.edges.every((edge, index) => edge === first.edges[index])).toBe(true)
  })

  it('gives a new object for the one card that changed', () => {
    const chain = valueChain()
    const before = showing(chain)
    const first = toFlow(before)
    chain.server.do(chain.insurer, [
      { type: 'touchpoint.change', id: chain.cards.decide, fields: { name: 'Decides it' } },
    ])
    const { journey } = showing(chain)
    const second = toFlow({ ...before, journey }, first)
    const changed = second.nodes.filter((node) => !first.nodes.includes(node)).map(({ id }) => id)
    expect(changed).toEqual([chain.cards.decide])
  })

  it('moves a dragged card and lets go of the routes that end in it', () => {
    const shown = showing()
    const { id } = shown.drawing.links[0]!
    const { fromTouchpointId } = shown.journey.links.get(id)!.link
    const { nodes, edges } = toFlow({ ...shown, dragged: new Map([[fromTouchpointId, { x: 7, y: 9 }]]) })
    expect(nodes.find((node) => node.id === fromTouchpointId)?.position).toEqual({ x: 7, y: 9 })
    expect(edges.find((edge) => edge.id === id)?.data?.loose).toBe(true)
  })
})
