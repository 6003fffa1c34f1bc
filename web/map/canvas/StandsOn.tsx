import { useMapView } from '../MapContext.tsx'
import { cardWords, placeWords } from './cardWords.ts'
import { linkWords } from './linkWords.ts'

/** Says what the keys stand on and how much is chosen, for those who do not see the canvas. */
export function StandsOn() {
  const { journey, state } = useMapView()
  const { focusedId, selected, naming } = state
  const card = focusedId && !naming ? journey.cards.get(focusedId) : undefined
  const link = focusedId ? journey.links.get(focusedId) : undefined
  const what = card ? cardWords(card, placeWords(card, journey)) : link ? linkWords(link, journey) : ''
  const chosen = [...selected].filter((id) => journey.cards.has(id)).length
  const isOther = chosen > 1 || (card !== undefined && !selected.has(card.id))
  return (
    <p className="il-visually-hidden" role="status">
      {isOther ? [what, sayChosen(chosen)].filter(Boolean).join('; ') : what}
    </p>
  )
}

function sayChosen(count: number): string {
  if (count === 0) return 'nothing is chosen'
  return count === 1 ? '1 touchpoint is chosen' : `${count} touchpoints are chosen`
}
