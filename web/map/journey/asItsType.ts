import type { Journey, JourneyCard } from './journey.ts'

/**
 * The journey as the type of its map shows it: a strategic map has stages and touchpoints only, a map of performance has its
 * scores on every card. What is left out stays in the rows, and is there again with the next choice of a type.
 */
export function asItsType(journey: Journey): Journey {
  const { framework } = journey.map
  if (framework === 'tactical') return journey
  const shown = framework === 'strategic' ? plain : scored
  return { ...journey, cards: new Map([...journey.cards].map(([id, card]) => [id, { ...card, ...shown }])) }
}

const plain = {
  detail: 'plain',
  owners: [],
  marks: new Set(),
  performance: null,
  feelings: [],
  openThreads: 0,
  hasPrivateView: false,
} satisfies Partial<JourneyCard>

const scored = { detail: 'scored' } satisfies Partial<JourneyCard>
