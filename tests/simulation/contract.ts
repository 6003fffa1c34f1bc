// What any server of edits must do, asked of the one in memory and of the one on Postgres with the same words.
import { beforeEach, describe, expect, it } from 'vitest'
import type { ChangesResponse } from '../../shared/edits/exchange.ts'
import type { Grant } from '../../shared/rules/author.ts'
import { Crash, type EditServer, type Person } from './editServer.ts'
import { addPerson, newId, openPlace, type Place } from './place.ts'

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

    it('are told of on every instance once they are committed, and never before', () =>
      toldOnceCommitted(place))

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
      expect({ gone, rows }).toEqual({ gone: [{ kind: 'stage', id, deleted: true }], rows: [] })
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

    it('name a row once, however often its reader has lost it since', async () => {
      const { server, insurer, broker, ecosystemId, view, share } = place
      const { id, made: added } = view()
      await server.accept(broker, ecosystemId, [added, share(id, 'map')])
      const { cursor } = await server.pull(insurer, ecosystemId)
      const choices = ['organisation', 'map', 'organisation'] as const
      for (const choice of choices) await server.accept(broker, ecosystemId, [share(id, choice)])
      const { rows, gone } = await server.pull(insurer, ecosystemId, cursor)
      expect({ rows, gone }).toEqual({ rows: [], gone: [{ kind: 'perspective', id, deleted: false }] })
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
      await server.changeMembership(broker, { role: 'viewer', withheld: [], active: true })
      expect(await server.pull(broker, ecosystemId, theirs.cursor)).toMatchObject({ reset: false })
      await server.changeMembership(broker, { role: 'admin', withheld: [], active: true })
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
      await server.changeMembership(broker, { role: 'admin', withheld: [], active: false })
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

function idsOf({ rows }: ChangesResponse): string[] {
  return rows.map(({ row }) => row.id)
}

/** Fails for a server that tells of what is not there yet, and may never be. */
export async function toldOnceCommitted(place: Place): Promise<void> {
  const { server, insurer, broker, ecosystemId, mapId, stage, edit } = place
  const heard: number[] = []
  for (const instance of [0, 1]) server.listen(instance, () => heard.push(instance))
  const { made: added } = stage()
  await server.accept(insurer, ecosystemId, [added], { crashes: true, instance: 1 }).catch(() => {})
  await server.accept(broker, ecosystemId, [edit({ type: 'map.remove', id: mapId })], { instance: 1 })
  await new Promise(setImmediate)
  expect(heard).toEqual([])
  await server.accept(insurer, ecosystemId, [added], { instance: 1 })
  await new Promise(setImmediate)
  expect(heard.toSorted()).toEqual([0, 1])
}
