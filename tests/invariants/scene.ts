// Three companies on a real database: the insurer organises, shares one map with the broker and another with the rival.
// Broker and rival share none, so neither may learn that the other is there.
import { randomUUID } from 'node:crypto'
import { type Door, openDoor } from '../../api/database/door.ts'
import { foundEcosystem } from '../../api/ecosystems/founding.ts'
import { type AcceptEdits, createAcceptEdits } from '../../api/edits/acceptEdits.ts'
import { createPullChanges, type PullChanges } from '../../api/edits/changes.ts'
import { createCursors } from '../../api/edits/cursor.ts'
import type { Viewer } from '../../shared/audience/audience.ts'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { EditAnswer } from '../../shared/edits/exchange.ts'
import type { EditReference } from '../../shared/edits/reader.ts'
import type { Grant } from '../../shared/rules/author.ts'
import type { TestDatabase } from '../support/database.ts'
import { addOrganisation } from '../support/organisations.ts'

export const newId = () => randomUUID() as string

/** One instance of the program, as far as edits go. */
export interface Instance {
  door: Door
  accept: AcceptEdits
  pull: PullChanges
}

export function openInstance({ database }: Pick<TestDatabase, 'database'>): Instance {
  const door = openDoor(database)
  return {
    door,
    accept: createAcceptEdits(door),
    pull: createPullChanges(door, createCursors('the same for all instances')),
  }
}

let count = 0
/** A number no edit has had yet in this file. */
export const nextNumber = () => ++count

export interface Made {
  answer: EditAnswer
  /** What `edit.undo` names. */
  reference: EditReference
}

/** Makes one edit, as a client with the person's id. */
export async function make(
  { accept }: Pick<Instance, 'accept'>,
  viewer: Viewer,
  ecosystemId: string,
  actions: ActionInput[],
  grant?: Grant,
): Promise<Made> {
  const reference = { clientId: viewer.personId, number: nextNumber() }
  const [answer] = await accept(viewer, ecosystemId, [{ ...reference, version: 1, actions }], grant)
  return { answer: answer!, reference }
}

export type Scene = Awaited<ReturnType<typeof openScene>>

/** Founds the ecosystem; throws when any edit of it is refused. */
export async function openScene(instance: Instance) {
  const { door, accept } = instance
  const insurer = await addOrganisation(door, 'Insurer')
  const broker = await addOrganisation(door, 'Broker')
  const rival = await addOrganisation(door, 'Rival')
  const ecosystemId = await foundEcosystem(accept, insurer, { name: 'Cover', goal: '' })
  const act = async (viewer: Viewer, actions: ActionInput[], grant?: Grant) => {
    const made = await make(instance, viewer, ecosystemId, actions, grant)
    if (!made.answer.accepted) throw new Error(JSON.stringify(made.answer.error))
    return made.reference
  }
  const insurerParty = newId()
  await act(insurer, [{ type: 'party.add', id: insurerParty, name: 'Insurer', kind: 'producer', held: true }])
  const shared = await addMap(act, insurer, broker, insurerParty, 'Broker')
  const other = await addMap(act, insurer, rival, insurerParty, 'Rival')
  return { ...{ insurer, broker, rival, ecosystemId, insurerParty, shared, other }, act }
}

type Act = (viewer: Viewer, actions: ActionInput[], grant?: Grant) => Promise<EditReference>

/** A map with the insurer's lane and one of a party that `partner` then holds, a card in each, and a handoff. */
async function addMap(act: Act, insurer: Viewer, partner: Viewer, insurerParty: string, name: string) {
  const [mapId, partyId, ownLane, lane, stageId, laterStageId] = Array.from({ length: 6 }, newId) as Six
  const [ownCard, card, linkId, participantId] = Array.from({ length: 4 }, newId) as Four
  await act(insurer, [
    { type: 'map.add', id: mapId, participantId: newId(), name: `With ${name}`, rank: 'a0' },
    { type: 'party.add', id: partyId, name, kind: 'distributor' },
    { type: 'lane.add', id: ownLane, mapId, partyId: insurerParty, rank: 'a0' },
    { type: 'lane.add', id: lane, mapId, partyId, rank: 'a1' },
    { type: 'stage.add', id: stageId, mapId, name: 'Buy', rank: 'a0' },
    { type: 'stage.add', id: laterStageId, mapId, name: 'Claim', rank: 'a1' },
    { type: 'touchpoint.add', id: ownCard, laneId: ownLane, stageId, rank: 'a0', name: 'Prices the risk' },
    { type: 'touchpoint.add', id: card, laneId: lane, stageId, rank: 'a0', name: 'Places the risk' },
    { type: 'link.add', id: linkId, fromTouchpointId: card, toTouchpointId: ownCard, passes: 'Risk data' },
  ])
  const grant: Grant = { kind: 'invitation', partyId, mapIds: [mapId] }
  await act(
    partner,
    [
      { type: 'participant.join', id: participantId, mapId },
      { type: 'party.hold', id: partyId },
    ],
    grant,
  )
  return { mapId, partyId, ownLane, lane, stageId, laterStageId, ownCard, card, linkId, participantId }
}

type Four = [string, string, string, string]
type Six = [string, string, string, string, string, string]
