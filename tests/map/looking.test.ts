import { expect, it } from 'vitest'
import type { Drawing } from '../../shared/layout/types.ts'
import { lookingAt, viewportFor } from '../../web/live/looking.ts'

const card = (id: string, x: number, y: number) => ({ id, x, y, width: 152, height: 56 })
const drawingOf = (...cards: ReturnType<typeof card>[]) => ({ cards, bonds: [] }) as unknown as Drawing
const [near, far] = ['near', 'far']

it('what one looks at is said by the nearest card, and is the same part in a drawing with other places', () => {
  const mine = drawingOf(card(near, 400, 300), card(far, 2_000, 300))
  const theirs = drawingOf(card(far, 900, 40), card(near, 10, 700))
  const window = { transform: [-100, -50, 0.8] as const, width: 1_000, height: 600 }
  const looking = lookingAt(window, mine)!
  expect(looking).toMatchObject({ cardId: near, zoom: 0.8 })
  const viewport = viewportFor(looking, theirs, { width: 700, height: 500 })!
  // From the middle of their window it is as far to the card as from the middle of mine.
  const middleX = (700 / 2 - viewport.x) / viewport.zoom
  const middleY = (500 / 2 - viewport.y) / viewport.zoom
  expect([middleX - 10 - 76, middleY - 700 - 28].map(Math.round)).toEqual([looking.right, looking.down])
})

it('there is nothing to say of an empty map, and nowhere to go for a card one does not see', () => {
  const window = { transform: [0, 0, 1] as const, width: 1_000, height: 600 }
  expect(lookingAt(window, drawingOf())).toBeNull()
  const looking = { cardId: 'hidden', right: 0, down: 0, zoom: 1 }
  expect(viewportFor(looking, drawingOf(card(near, 0, 0)), window)).toBeNull()
})
