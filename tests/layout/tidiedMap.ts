/** Maps after tidying up, and the same maps where lanes do not matter, for comparing the two. */
import { tidyLayout } from '../../shared/layout/tidyLayout.ts'
import type { Drawing, ElkGraph, LayoutInput, TidiedCard } from '../../shared/layout/types.ts'

export function tidiedMap(input: LayoutInput, iterations: number): LayoutInput {
  return storePlaces(input, tidyLayout(input, { iterations }))
}

/** Writes what was found into the rows, as the edit does. */
export function storePlaces(input: LayoutInput, found: readonly TidiedCard[]): LayoutInput {
  const places = new Map(found.map((place) => [place.cardId, place]))
  const cards = input.cards.map((card) => {
    const place = places.get(card.id)
    return place ? { ...card, column: place.column, rank: `a${String(place.order).padStart(4, '0')}` } : card
  })
  return { ...input, cards }
}

/** ELK's usual layered layout, which knows neither lanes nor stages. */
export function withoutLanes(input: LayoutInput): ElkGraph {
  return {
    id: 'map',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.layered.spacing.nodeNodeBetweenLayers': '64',
    },
    children: input.cards.map(({ id, width, height }) => ({ id, width, height })),
    edges: input.links
      .filter((link) => link.from !== link.to)
      .map((link) => ({ id: link.id, sources: [link.from], targets: [link.to] })),
  }
}

export function asDrawing(graph: ElkGraph): Drawing {
  const links = (graph.edges ?? []).map(({ id, sections }) => {
    const { startPoint, bendPoints, endPoint } = sections![0]!
    return {
      id,
      points: [startPoint, ...(bendPoints ?? []), endPoint],
      label: null,
      kind: 'sequence' as const,
    }
  })
  return { width: 0, height: 0, lanes: [], stages: [], cards: [], links, bonds: [] }
}
