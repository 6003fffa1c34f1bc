import { findTidyPlaces, stillMeant } from './gestures/tidyUp.ts'
import { layoutInputOf } from './journey/layoutInput.ts'
import type { MapCommands } from './useMapCommands.ts'

/** Looks for places that read better for the cards one may move, makes them one edit, and says what has happened. */
export async function tidyUp(commands: MapCommands): Promise<void> {
  const { journey, readOnly } = commands.view
  if (readOnly || isTidying) return
  isTidying = true
  commands.tell('Tidying up …')
  const found = await findTidyPlaces(layoutInputOf(journey), mayMove).finally(() => {
    isTidying = false
  })
  const actions = stillMeant(found, journey, commands.view.journey)
  const others = [...journey.cards.keys()].filter((id) => !mayMove(id)).length
  const isDone = commands.change(actions, 'Tidy up')
  const did = isDone
    ? `Tidied up: ${actions.length} touchpoints have a new place`
    : 'Nothing reads better elsewhere'
  commands.say(others > 0 ? `${did}, ${others} of others stay` : did)

  function mayMove(id: string): boolean {
    const side = journey.sides.get(id)?.side
    // Where a side is only proposed it stands exactly where the card does that it is to be one with.
    if (side?.state === 'proposed') return false
    const column = (side ?? journey.cards.get(id)?.touchpoint)?.column === 0 ? 1 : 0
    const type = side ? 'side.change' : 'touchpoint.change'
    return commands.whyNot([{ type, id, fields: { column } }]) === null
  }
}

let isTidying = false
