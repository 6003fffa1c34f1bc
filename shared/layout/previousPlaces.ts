/** Where each card stood in the drawing before this edit, so that it can stay there. */
import type { Scene } from './scene.ts'
import type { Drawing, DrawnCard, DrawnLane } from './types.ts'

export interface PreviousPlace {
  /** Position in the spine of the stage whose columns held the card. */
  home: number
  /** Sub-column within that stage. */
  sub: number
  /** Among the rows on its side of the lane's line of visibility; null for a card that has crossed it. */
  row: number | null
}

/**
 * One entry per card of the scene; null for a card that is new or has changed lane or stage. The two parts of a
 * touchpoint that could not be drawn as one are free too where a card has gone: it may have been in their way.
 */
export function readPreviousPlaces(scene: Scene, previous: Drawing | undefined): (PreviousPlace | null)[] {
  if (!previous) return scene.cards.map(() => null)
  const spineIndex = new Map(scene.spine.map((stage, index) => [stage.id, index]))
  const spine = previous.stages.filter((stage) => stage.laneId === null)
  const drawn = new Map<string, { lane?: DrawnLane | undefined; spine: string | null; own: string | null }>()
  const columnsOfStage = new Map<string | null, Set<number>>()
  for (const card of previous.cards) {
    const x = card.x + card.width / 2
    const y = card.y + card.height / 2
    const lane = previous.lanes.find((band) => y >= band.y && y <= band.y + band.height)
    const holds = (stage: { x: number; width: number }) => x >= stage.x && x <= stage.x + stage.width
    const home = spine.find(holds)?.id ?? null
    const own = previous.stages.find(
      (stage) => lane !== undefined && stage.laneId === lane.id && holds(stage),
    )
    drawn.set(card.id, { lane, spine: home, own: own?.id ?? null })
    if (!columnsOfStage.has(home)) columnsOfStage.set(home, new Set())
    columnsOfStage.get(home)!.add(card.column)
  }
  const subs = new Map(
    [...columnsOfStage].map(([id, columns]) => [
      id,
      new Map([...columns].sort((a, b) => a - b).map((column, sub) => [column, sub])),
    ]),
  )
  const free = partsToJoin(scene, previous)
  const cardsById = new Map(previous.cards.map((card) => [card.id, card]))
  return scene.cards.map((card) => {
    const before = free.has(card.id) ? undefined : cardsById.get(card.id)
    const place = drawn.get(card.id)
    const lane = scene.lanes[card.lane]!
    if (!before || !place || place.lane?.id !== lane.id) return null
    const stage = lane.ownStages ? scene.own[card.lane]![card.stage]! : scene.spine[card.stage]!
    if ((lane.ownStages ? place.own : place.spine) !== stage.id) return null
    const home = spineIndex.get(place.spine)
    const sub = subs.get(place.spine)?.get(before.column)
    if (home === undefined || sub === undefined) return null
    return { home, sub, row: rowOnSide(before, place.lane, card.isBelow) }
  })
}

function partsToJoin(scene: Scene, { cards, bonds }: Drawing): Set<string> {
  const laneOf = new Map(scene.cards.map(({ id, lane }) => [id, lane]))
  const hasMoreRoom = cards.some(({ id }) => !laneOf.has(id))
  const split = bonds.filter(({ isOne }) => !isOne && hasMoreRoom)
  return new Set(split.flatMap(({ id, cardId }) => [id, cardId]))
}

function rowOnSide({ row }: DrawnCard, { line }: DrawnLane, isBelow: boolean): number | null {
  const wasBelow = line !== undefined && row >= line.row
  if (wasBelow !== isBelow) return null
  return wasBelow ? row - line.row : row
}
