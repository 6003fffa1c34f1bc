import { expect } from 'vitest'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { Grant } from '../../shared/rules/author.ts'
import type { EditServer, Person } from './editServer.ts'

export type Place = Awaited<ReturnType<typeof openPlace>>

/** An insurer that organises, a broker on its one map, and the insurer's card in the broker's lane. */
export async function openPlace(server: EditServer) {
  const insurer = await addPerson(server, 'Insurer')
  const broker = await addPerson(server, 'Broker')
  const [ecosystemId, mapId, partyId, laneId] = [newId(), newId(), newId(), newId()]
  const [stageId, cardId, participantId] = [newId(), newId(), newId()]
  const edit = (...actions: ActionInput[]) => ({ clientId: newId(), number: 1, version: 1, actions })
  await server.found(insurer, ecosystemId)
  const drawn = edit(
    { type: 'map.add', id: mapId, participantId: newId(), name: 'Map', rank: 'a0' },
    { type: 'party.add', id: partyId, name: 'Broker', kind: 'distributor' },
    { type: 'lane.add', id: laneId, mapId, partyId, rank: 'a0' },
    { type: 'stage.add', id: stageId, mapId, name: 'Buy', rank: 'a0' },
    { type: 'touchpoint.add', id: cardId, laneId, stageId, rank: 'a0', name: 'Card' },
  )
  expect(await server.accept(insurer, ecosystemId, [drawn])).toMatchObject([{ accepted: true }])
  const grant: Grant = { kind: 'invitation', partyId, mapIds: [mapId] }
  const join = () =>
    server.accept(broker, ecosystemId, [edit({ type: 'participant.join', id: participantId, mapId })], {
      grant,
    })
  expect(await join()).toMatchObject([{ accepted: true }])
  /** A stage of the insurer's, as anything of the whole map. */
  const stage = (id: string = newId()) => ({
    id,
    made: edit({ type: 'stage.add', id, mapId, name: 'Claim', rank: 'a1' }),
  })
  /** A private view of the broker's. */
  const view = (id: string = newId()) => ({
    id,
    made: edit({ type: 'perspective.add', id, targetKind: 'touchpoint', targetId: cardId, performance: 3 }),
  })
  const share = (id: string, choice: 'map' | 'organisation') =>
    edit({ type: 'perspective.share', id, with: choice })
  return {
    server,
    insurer,
    broker,
    ecosystemId,
    mapId,
    cardId,
    participantId,
    edit,
    join,
    stage,
    view,
    share,
  }
}

export async function addPerson(server: EditServer, name: string): Promise<Person> {
  const organisationId = newId()
  const person: Person = {
    personId: newId(),
    organisationId,
    name,
    role: 'admin',
    withheld: [],
    active: true,
  }
  await server.addOrganisation(organisationId, name)
  await server.addPerson(person)
  return person
}

export function newId(): string {
  return crypto.randomUUID()
}
