// Tidying up a map: better places for the cards one may move, as the actions of one edit.
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import { tidiedPlaces } from '../../../shared/layout/tidiedPlaces.ts'
import { tidyIterations } from '../../../shared/layout/tidyIterations.ts'
import type { LayoutInput } from '../../../shared/layout/types.ts'
import { tidyElsewhere } from '../drawing/layoutElsewhere.ts'
import type { Journey } from '../journey/journey.ts'

/** Places for the cards that may move; the others stay where they are, and routes take them as they stand. */
export async function findTidyPlaces(
  input: LayoutInput,
  mayMove: (cardId: string) => boolean,
): Promise<ActionInput[]> {
  const halves = new Set(input.bonds?.map(({ id }) => id))
  const movable = new Set(input.cards.map(({ id }) => id).filter(mayMove))
  if (movable.size === 0) return []
  const found = await tidyElsewhere(input, { iterations: tidyIterations(input.cards.length), movable })
  return tidiedPlaces(input, found, movable).map(({ cardId, ...fields }) => {
    return { type: halves.has(cardId) ? 'side.change' : 'touchpoint.change', id: cardId, fields }
  })
}

/** Those of the actions that still hold: somebody may have moved or deleted a card meanwhile. */
export function stillMeant(actions: readonly ActionInput[], before: Journey, now: Journey): ActionInput[] {
  return actions.filter((action) => {
    const id = 'id' in action ? String(action.id) : ''
    const [was, is] = [placeOf(id, before), placeOf(id, now)]
    return is && was?.laneId === is.laneId && was.stageId === is.stageId && was.rank === is.rank
  })
}

/** The place of a card, or of the half of one. */
function placeOf(id: string, { cards, sides }: Journey) {
  return cards.get(id)?.touchpoint ?? sides.get(id)?.side
}
