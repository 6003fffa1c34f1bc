import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { RowOnMap } from '../journey/rowOn.ts'
import type { MapView } from '../useMap.ts'
import { pasteCards } from './copies.ts'

type Place = Pick<MapView, 'journey' | 'drawing'>

interface Again {
  actions: ActionInput[]
  /** The id of the new row. */
  id: string
}

/**
 * A card or link that somebody removed, once more as one saw it last, with what these edits would have written there.
 * @returns null for a row that cannot be made again like this
 */
export function beginAgain(seen: RowOnMap, edits: readonly ActionInput[], place: Place): Again | null {
  const made = makeAgain(seen, place)
  if (made?.type !== 'touchpoint.add' && made?.type !== 'link.add') return null
  const { id } = made
  let again: ActionInput = made
  const others: ActionInput[] = []
  for (const edit of edits) {
    const isChange = edit.type === 'touchpoint.change' || edit.type === 'link.change'
    if (isChange && edit.id === seen.row.id) again = { ...again, ...edit.fields } as ActionInput
    else others.push('targetId' in edit && edit.targetId === seen.row.id ? { ...edit, targetId: id } : edit)
  }
  return { actions: [again, ...others], id }
}

function makeAgain(seen: RowOnMap, { journey, drawing }: Place): ActionInput | undefined {
  if (seen.kind === 'touchpoint') {
    const { laneId, stageId } = seen.row
    const copied = { cards: [seen.row], links: [], sides: [] }
    return pasteCards(copied, { laneId, stageId }, journey, drawing).actions[0]
  }
  if (seen.kind !== 'link') return undefined
  const { kind, fromTouchpointId, toTouchpointId } = seen.row
  const { passes, channel, trigger, expectedMinutes, acceptance } = seen.row
  const terms = { passes, channel, trigger, expectedMinutes, acceptance }
  const ends = { fromTouchpointId, toTouchpointId }
  return { type: 'link.add', id: crypto.randomUUID(), copiedFromId: seen.row.id, ...ends, kind, ...terms }
}
