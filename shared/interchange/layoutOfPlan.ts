// What an imported map will look like: its plan as the canvas will lay it out, and the places that read better.
import type { ActionInput } from '../edits/actions/actions.ts'
import { addToGroup } from '../layout/addToGroup.ts'
import { tidiedPlaces } from '../layout/tidiedPlaces.ts'
import type { LayoutCard, LayoutInput, LayoutLink, TidiedCard } from '../layout/types.ts'
import { pillSize, usualCard } from '../layout/usualSizes.ts'
import type { Party } from '../model/rows.ts'
import type { ImportPlan } from './planImport.ts'

type Planned<Type extends ActionInput['type']> = Extract<ActionInput, { type: Type }>

/** @param parties those that the plan uses again */
export function layoutOfPlan(
  { actions }: ImportPlan,
  parties: readonly Pick<Party, 'id' | 'kind'>[],
): LayoutInput {
  const planned = <Type extends ActionInput['type']>(type: Type) =>
    actions.filter((action): action is Planned<Type> => action.type === type)
  const kindOf = new Map([...parties, ...planned('party.add')].map(({ id, kind }) => [id, kind] as const))
  const isCustomer = ({ partyId }: Planned<'lane.add'>) => kindOf.get(partyId) === 'endCustomer'
  const unsorted = inOrder(planned('lane.add'))
  const lanes = [...unsorted.filter((lane) => !isCustomer(lane)), ...unsorted.filter(isCustomer)]
  const inLane = new Map<string, Planned<'touchpoint.add'>[]>()
  for (const card of planned('touchpoint.add')) addToGroup(inLane, card.laneId, card)
  const cards = lanes.flatMap(({ id, partyId }) => (inLane.get(id) ?? []).map((card) => ({ card, partyId })))
  const partyOf = new Map(cards.map(({ card, partyId }) => [card.id, partyId]))
  const leaving = new Map<string, Planned<'link.add'>[]>()
  for (const link of planned('link.add')) addToGroup(leaving, link.fromTouchpointId, link)
  return {
    lanes: lanes.map(({ id, ownStages = false }) => ({ id, ownStages })),
    stages: planned('stage.add').map(({ id, laneId = null }) => ({ id, laneId })),
    cards: cards.map(({ card }): LayoutCard => {
      const { id, laneId, stageId, rank, column = null, customerSees = true } = card
      return { id, laneId, stageId, rank, column, ...(!customerSees && { below: true }), ...usualCard }
    }),
    links: cards
      .flatMap(({ card }) => leaving.get(card.id) ?? [])
      .map(({ id, fromTouchpointId: from, toTouchpointId: to, kind, passes }): LayoutLink => {
        const isHandoff = partyOf.get(from) !== partyOf.get(to)
        return {
          id,
          from,
          to,
          loopBack: kind === 'loopBack',
          label: isHandoff ? pillSize(passes ?? '') : null,
        }
      }),
  }
}

/** The plan with every card in the place that was found for it. */
export function placedPlan(plan: ImportPlan, input: LayoutInput, found: readonly TidiedCard[]): ImportPlan {
  const places = new Map(tidiedPlaces(input, found).map(({ cardId, ...fields }) => [cardId, fields]))
  const actions = plan.actions.map((action) =>
    action.type === 'touchpoint.add' ? { ...action, ...places.get(action.id) } : action,
  )
  return { ...plan, actions }
}

/** Lanes follow the lane they divide. */
function inOrder(lanes: Planned<'lane.add'>[]): Planned<'lane.add'>[] {
  const ids = new Set(lanes.map(({ id }) => id))
  const top = lanes.filter(({ parentLaneId }) => !parentLaneId || !ids.has(parentLaneId))
  const dividing = new Map<string, Planned<'lane.add'>[]>()
  for (const lane of lanes) if (lane.parentLaneId) addToGroup(dividing, lane.parentLaneId, lane)
  return top.flatMap((lane) => [lane, ...(dividing.get(lane.id) ?? [])])
}
