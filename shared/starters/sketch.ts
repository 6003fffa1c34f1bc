// A short way to write down a map: names first, ids and ranks by the way.
import { generateNKeysBetween } from 'fractional-indexing'
import type { ActionInput } from '../edits/actions/actions.ts'

type Fields<T extends ActionInput['type']> = Extract<ActionInput, { type: T }>
export type CardFields = Partial<
  Omit<Fields<'touchpoint.add'>, 'type' | 'id' | 'laneId' | 'stageId' | 'rank' | 'name'>
>
export type LinkFields = Partial<
  Omit<Fields<'link.add'>, 'type' | 'id' | 'fromTouchpointId' | 'toTouchpointId'>
>

/** Stages in order, each with its cards in order. */
export type LaneSketch = readonly (readonly [stage: string, cards: readonly CardSketch[]])[]
export type CardSketch = readonly [name: string, fields?: CardFields]
export type LinkSketch = readonly [from: string, to: string, fields?: LinkFields]

/** @returns one stage per name, in order; `idOf` finds their ids by name */
export function sketchStages(
  names: readonly string[],
  mapId: string,
  laneId: string | null,
  newId: () => string,
) {
  const ranks = generateNKeysBetween(null, null, names.length)
  const ids = new Map(names.map((name) => [name, newId()]))
  const actions = names.map(
    (name, index): ActionInput => ({
      type: 'stage.add',
      id: ids.get(name)!,
      mapId,
      laneId,
      name,
      rank: ranks[index]!,
    }),
  )
  return { actions, idOf: (name: string) => ids.get(name)! }
}

/** @param cardIds receives the id of each card by its name */
export function sketchCards(
  lane: LaneSketch,
  laneId: string,
  stageIdOf: (name: string) => string,
  cardIds: Map<string, string>,
  newId: () => string,
): ActionInput[] {
  return lane.flatMap(([stage, cards]) => {
    const ranks = generateNKeysBetween(null, null, cards.length)
    return cards.map(([name, fields], index): ActionInput => {
      const id = newId()
      cardIds.set(name, id)
      return {
        type: 'touchpoint.add',
        id,
        laneId,
        stageId: stageIdOf(stage),
        rank: ranks[index]!,
        name,
        ...fields,
      }
    })
  })
}

/** Links between cards named by their names, as far as the cards are there. */
export function sketchLinks(
  links: readonly LinkSketch[],
  cardIds: ReadonlyMap<string, string>,
  newId: () => string,
): ActionInput[] {
  return links.flatMap(([from, to, fields]): ActionInput[] => {
    const [fromTouchpointId, toTouchpointId] = [cardIds.get(from), cardIds.get(to)]
    if (!fromTouchpointId || !toTouchpointId) return []
    return [{ type: 'link.add', id: newId(), fromTouchpointId, toTouchpointId, ...fields }]
  })
}
