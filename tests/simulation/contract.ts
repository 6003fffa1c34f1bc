// What any server of edits must do, asked of the one in memory and of the one on Postgres with the same words.
import { beforeEach, describe, expect, it } from 'vitest'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { ChangesResponse } from '../../shared/edits/exchange.ts'
import type { Grant } from '../../shared/rules/author.ts'
import { Crash, type EditServer, type Person } from './editServer.ts'

const newId = () => crypto.randomUUID() as string

export function describeEditServer(name: string, open: () => EditServer): void {
  describe(`edits and pulls on ${name}`, () => {
    let place: Place
    beforeEach(async () => {
      place = await openPlace(open())
    })

    it('are accepted once: the same answer again, and no second effect', async () => {
      const { server, insurer, ecosystemId, stage } = place
      const { id, made: added } = stage()
      const [first] = await server.accept(insurer, ecosystemId, [added])
      const [again] = await server.accept(insurer, ecosystemId, [added])
      expect(first).toEqual({ clientId: added.clientId, number: added.number, accepted: true })
      expect(again).toEqual(first)
      const history = await server.readHistory(ecosystemId)
      expect(history.filter(({ change }) => change.id === id)).toHaveLength(1)
    })

    it('repeat a refusal as well, and it blocks nothing', async () => {
      const { server, broker, ecosystemId, mapId, edit, view } = place
      const refused = edit({ type: 'map.remove', id: mapId })
      const answers = await server.accept(broker, ecosystemId, [refused, view().made])
      expect(answers).toMatchObject([
        { accepted: false, error: { code: 'edit.notAllowed' } },
        { accepted: true },
      ])
      expect(await server.accept(broker, ecosystemId, [refused])).toEqual([answers[0]])
    })

    it('give nobody the answers of another person, and refuse an id that is taken unseen', async () => {
      const { server, insurer, broker, ecosystemId, stage, view } = place
      const { made: added } = stage()
      await server.accept(insurer, ecosystemId, [added])
      const stolen = server.accept(broker, ecosystemId, [added])
      await expect(stolen).rejects.toMatchObject({ code: 'input.invalid' })
      const own = view()
      await server.accept(broker, ecosystemId, [own.made])
      const [taken] = await server.accept(insurer, ecosystemId, [view(own.id).made])
      expect(taken).toMatchObject({ accepted: false, error: { code: 'edit.invalid', field: 'id' } })
    })

    it('leave nothing behind when the program ends before the commit', async () => {
      const { server, insurer, ecosystemId, stage } = place
      const { made: added } = stage()
      const before = await server.readHistory(ecosystemId)
      const crashed = server.accept(insurer, ecosystemId, [added], { crashes: true })
      await expect(crashed).rejects.toThrow(Crash)
      expect(await server.readHistory(ecosystemId)).toEqual(before)
      expect(await server.accept(insurer, ecosystemId, [added])).toMatchObject([{ accepted: true }])
    })

    it('tell since a cursor exactly what changed, and then nothing', async () => {
      const { server, insurer, broker, ecosystemId, stage } = place
      const { cursor } = await server.pull(broker, ecosystemId)
      const { id, made: added } = stage()
      await server.accept(insurer, ecosystemId, [added])
      const changes = await server.pull(broker, ecosystemId, cursor)
      expect(changes).toMatchObject({ reset: false, gone: [] })
      expect(idsOf(changes)).toEqual([id])
      const nothing = await server.pull(broker, ecosystemId, changes.cursor)
      expect(nothing).toMatchObject({ reset: false, rows: [], gone: [], organisations: [] })
    })

    it('tell a deletion to those who saw the row', async () => {
      const { server, insurer, broker, ecosystemId, stage, edit } = place
      const { id, made: added } = stage()
      await server.accept(insurer, ecosystemId, [added])
      const { cursor } = await server.pull(broker, ecosystemId)
      await server.accept(insurer, ecosystemId, [edit({ type: 'stage.remove', id })])
      const { gone, rows } = await server.pull(broker, ecosystemId, cursor)
      expect({ gone, rows }).toEqual({ gone: [{ kind: 'stage', id }], rows: [] })
    })

    it('keep to the audience: a row comes with its sharing and goes with a tombstone', async () => {
      const { server, insurer, broker, ecosystemId, view, share } = place
      let { cursor } = await server.pull(insurer, ecosystemId)
      const follow = async () => {
        const changes = await server.pull(insurer, ecosystemId, cursor)
        cursor = changes.cursor
        return { rows: idsOf(changes), gone: changes.gone.map(({ id }) => id) }
      }
      const { id, made: added } = view()
      await server.accept(broker, ecosystemId, [added])
      expect(await follow()).toEqual({ rows: [], gone: [] })
      await server.accept(broker, ecosystemId, [share(id, 'map')])
      expect(await follow()).toEqual({ rows: [id], gone: [] })
      await server.accept(broker, ecosystemId, [share(id, 'organisation')])
      expect(await follow()).toEqual({ rows: [], gone: [id] })
      expect(idsOf(await server.pull(broker, ecosystemId))).toContain(id)
    })

    it('name to a reader only the part of an audience the reader is in', async () => {
      const { server, insurer, broker, ecosystemId, mapId, view, share } = place
      const { id, made: added } = view()
      await server.accept(broker, ecosystemId, [added, share(id, 'map')])
      const audienceFor = async (person: Person) =>
        (await server.pull(person, ecosystemId)).rows.find(({ row }) => row.id === id)!.row.audience
      expect(await audienceFor(insurer)).toEqual([`map:${mapId}`])
      expect(await audienceFor(broker)).toEqual([`org:${broker.organisationId}`, `map:${mapId}`])
    })

    it('start a client afresh when what it may see has moved, and nobody else', async () => {
      const { server, insurer, broker, ecosystemId, participantId, edit, join, stage } = place
      const theirs = await server.pull(broker, ecosystemId)
      await server.changeMembership(broker, { role: 'viewer', active: true })
      expect(await server.pull(broker, ecosystemId, theirs.cursor)).toMatchObject({ reset: false })
      await server.changeMembership(broker, { role: 'admin', active: true })
      await server.accept(broker, ecosystemId, [edit({ type: 'participant.leave', id: participantId })])
      await expect(server.pull(broker, ecosystemId, theirs.cursor)).rejects.toMatchObject({
        code: 'notThere',
      })
      const ours = await server.pull(insurer, ecosystemId)
      await server.accept(insurer, ecosystemId, [stage().made])
      expect(await join()).toMatchObject([{ accepted: true }])
      expect(await server.pull(insurer, ecosystemId, ours.cursor)).toMatchObject({ reset: false })
    })

    it('bring a map to who comes to take part in one more', async () => {
      const { server, insurer, broker, ecosystemId, edit } = place
      const mapId = newId()
      const added = edit({ type: 'map.add', id: mapId, participantId: newId(), name: 'More', rank: 'a1' })
      await server.accept(insurer, ecosystemId, [added])
      const { cursor } = await server.pull(broker, ecosystemId)
      const grant: Grant = { kind: 'invitation', partyId: newId(), mapIds: [mapId] }
      await server.accept(broker, ecosystemId, [edit({ type: 'participant.join', id: newId(), mapId })], {
        grant,
      })
      const changes = await server.pull(broker, ecosystemId, cursor)
      expect(changes.reset).toBe(true)
      expect(idsOf(changes)).toContain(mapId)
    })

    it('are not there for a stranger, nor for whoever has lost the membership', async () => {
      const { server, broker, ecosystemId, view } = place
      const stranger = await addPerson(server, 'Stranger')
      const refusal = { code: 'notThere' }
      await expect(server.pull(stranger, ecosystemId)).rejects.toMatchObject(refusal)
      await expect(server.accept(stranger, ecosystemId, [view().made])).rejects.toMatchObject(refusal)
      await server.changeMembership(broker, { role: 'admin', active: false })
      await expect(server.pull(broker, ecosystemId)).rejects.toMatchObject(refusal)
      await expect(server.accept(broker, ecosystemId, [view().made])).rejects.toMatchObject(refusal)
    })

    it('write what follows on rows the author does not see, and tell the author nothing of it', async () => {
      const { server, insurer, broker, ecosystemId, cardId, edit, view } = place
      const { id, made: added } = view()
      await server.accept(broker, ecosystemId, [added])
      const { cursor } = await server.pull(insurer, ecosystemId)
      await server.accept(insurer, ecosystemId, [edit({ type: 'touchpoint.remove', id: cardId })])
      const changes = await server.pull(insurer, ecosystemId, cursor)
      expect(JSON.stringify(changes)).not.toContain(id)
      const { rows } = await server.pull(broker, ecosystemId)
      expect(rows.find(({ row }) => row.id === id)?.row).toMatchObject({ unplacedFrom: 'Card' })
    })

    it('undo an edit once, and for its own author only', async () => {
      const { server, insurer, broker, ecosystemId, edit, stage } = place
      const { made: added } = stage()
      await server.accept(insurer, ecosystemId, [added])
      const { clientId, number } = added
      const undo = (person: Person) =>
        server.accept(person, ecosystemId, [edit({ type: 'edit.undo', clientId, number })])
      expect(await undo(broker)).toMatchObject([{ accepted: false, error: { code: 'edit.notFound' } }])
      expect(await undo(insurer)).toMatchObject([{ accepted: true }])
      expect(await undo(insurer)).toMatchObject([{ accepted: false, error: { code: 'edit.movedOn' } }])
    })
  })
}

type Place = Awaited<ReturnType<typeof openPlace>>

/** An insurer that organises, a broker on its one map, and the insurer's card in the broker's lane. */
async function openPlace(server: EditServer) {
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

async function addPerson(server: EditServer, name: string): Promise<Person> {
  const organisationId = newId()
  const person: Person = { personId: newId(), organisationId, name, role: 'admin', active: true }
  await server.addOrganisation(organisationId, name)
  await server.addPerson(person)
  return person
}

function idsOf({ rows }: ChangesResponse): string[] {
  return rows.map(({ row }) => row.id)
}
