// A map of so many touchpoints in the started program, made by edits as a person makes them.
import { randomUUID } from 'node:crypto'
import type { LayoutInput } from '../../shared/layout/types.ts'
import { Client, type Place } from '../crash/clients.ts'
import { createRandom, generateMap, usualShape } from '../layout/generateMap.ts'

/** The customer's lane is a thin one, as it is on real maps: a tall one is not pinned at all. */
const customerCards = 18
const actionsPerEdit = 400

/** What is drawn, with the last lane left thin. */
export function largeMap(cards: number): LayoutInput {
  const shape = { ...usualShape, cards, lanes: 8, stages: 10, ownLanes: 0, labelShare: 0 }
  const input = generateMap(shape)
  const random = createRandom(1)
  const { id: last } = input.lanes.at(-1)!
  const staying = (customerCards * input.lanes.length) / cards
  return {
    ...input,
    cards: input.cards.map((card, index) => {
      if (card.laneId !== last || random() < staying) return card
      return { ...card, laneId: input.lanes[index % (input.lanes.length - 1)]!.id }
    }),
  }
}

/** Writes it into a place's map; `lastLane` is whose lane the last one is. */
export async function fillMap(
  { place, address, lastLane }: { place: Place; address: string; lastLane: 'endCustomer' | 'partner' },
  { lanes, stages, cards, links }: LayoutInput,
): Promise<void> {
  const { mapId } = place
  const ids = new Map<string, string>()
  const idOf = (key: string) => {
    if (!ids.has(key)) ids.set(key, randomUUID())
    return ids.get(key)!
  }
  const kindOf = (index: number) => (index === lanes.length - 1 ? lastLane : 'partner')
  const actions: object[] = [
    ...lanes.flatMap(({ id }, index) => {
      const partyId = idOf(`party of ${id}`)
      return [
        { type: 'party.add', id: partyId, name: `Party ${index + 1}`, kind: kindOf(index) },
        { type: 'lane.add', id: idOf(id), mapId, partyId, rank: `a${index}` },
      ]
    }),
    ...stages.map(({ id }, index) => {
      return { type: 'stage.add', id: idOf(id), mapId, name: `Stage ${index + 1}`, rank: `a${index}` }
    }),
    ...cards.map(({ id, laneId, stageId, rank }, index) => {
      const cell = { laneId: idOf(laneId), stageId: idOf(stageId) }
      return { type: 'touchpoint.add', id: idOf(id), ...cell, rank, name: `Touchpoint ${index + 1}` }
    }),
    ...links.map(({ id, from, to }) => {
      return { type: 'link.add', id: idOf(id), fromTouchpointId: idOf(from), toTouchpointId: idOf(to) }
    }),
  ]
  const client = new Client(place)
  for (let first = 0; first < actions.length; first += actionsPerEdit) {
    client.compose(actions.slice(first, first + actionsPerEdit))
    await client.send(address)
  }
}
