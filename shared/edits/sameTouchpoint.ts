// Making one touchpoint of two cards that turned out to be the same: what one lives as X, the other lives as Y.
import type { Link, Side, Touchpoint } from '../model/rows.ts'
import type { ActionInput } from './actions/actions.ts'
import type { RowReader } from './reader.ts'

/** The card that stands exactly where the side was proposed: the one it is to be one touchpoint with. */
export function cardInPlaceOf(side: Side, rows: RowReader): Touchpoint | undefined {
  return rows
    .list('touchpoint', 'laneId', side.laneId)
    .find(
      ({ deleted, stageId, rank, name }) =>
        !deleted && stageId === side.stageId && rank === side.rank && name === side.name,
    )
}

/** Accepts a side; the card that stands in its place goes, and its links lead to the shared touchpoint instead. */
export function acceptSide(side: Side, rows: RowReader, newId: () => string): ActionInput[] {
  const decide: ActionInput = { type: 'side.decide', id: side.id, accept: true }
  const card = cardInPlaceOf(side, rows)
  return card ? [decide, ...mergeInto(side.touchpointId, card.id, rows, newId)] : [decide]
}

/** Removes a card and links what it was linked with to another one; terms go along, signatures do not. */
export function mergeInto(
  touchpointId: string,
  goneId: string,
  rows: RowReader,
  newId: () => string,
): ActionInput[] {
  const living = (link: Link) => !link.deleted && link.state !== 'declined'
  const from = rows.list('link', 'fromTouchpointId', goneId).filter(living)
  const to = rows.list('link', 'toTouchpointId', goneId).filter(living)
  const known = new Set([
    ...rows
      .list('link', 'fromTouchpointId', touchpointId)
      .map(({ toTouchpointId }) => `to ${toTouchpointId}`),
    ...rows
      .list('link', 'toTouchpointId', touchpointId)
      .map(({ fromTouchpointId }) => `from ${fromTouchpointId}`),
  ])
  const onward = from.filter(
    ({ toTouchpointId }) => toTouchpointId !== touchpointId && !known.has(`to ${toTouchpointId}`),
  )
  const inward = to.filter(
    ({ fromTouchpointId }) => fromTouchpointId !== touchpointId && !known.has(`from ${fromTouchpointId}`),
  )
  return [
    ...onward.map((link) => linkAgain(link, touchpointId, link.toTouchpointId, newId())),
    ...inward.map((link) => linkAgain(link, link.fromTouchpointId, touchpointId, newId())),
    { type: 'touchpoint.remove', id: goneId },
  ]
}

function linkAgain(link: Link, fromTouchpointId: string, toTouchpointId: string, id: string): ActionInput {
  const { kind, passes, channel, trigger, expectedMinutes, acceptance } = link
  const terms = { kind, passes, channel, trigger, expectedMinutes, acceptance }
  return { type: 'link.add', id, copiedFromId: link.id, fromTouchpointId, toTouchpointId, ...terms }
}
