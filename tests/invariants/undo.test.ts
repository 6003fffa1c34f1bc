// Invariant 10: history is read by who was in the audience of that time and may see the row now; undo is authorised again.
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { history } from '../../api/database/tables/edits.ts'
import type { Viewer } from '../../shared/audience/audience.ts'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { EditReference } from '../../shared/edits/reader.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { addColleague } from '../support/organisations.ts'
import { asOwner } from './owner.ts'
import { type Instance, make, newId, nextNumber, openInstance, openScene, type Scene } from './scene.ts'

let database: TestDatabase
let instance: Instance
let scene: Scene
beforeAll(async () => {
  database = await freshDatabase()
  instance = openInstance(database)
  scene = await openScene(instance)
})
afterAll(() => database.close())

const act = (viewer: Viewer, ...actions: ActionInput[]) => scene.act(viewer, actions)

async function undo(viewer: Viewer, reference: EditReference, since: number[] = []) {
  const { answer, reference: undoing } = await make(instance, viewer, scene.ecosystemId, [
    { type: 'edit.undo', ...reference, since },
  ])
  return { answer, undoing }
}

async function seen(viewer: Viewer, id: string) {
  const { rows } = await instance.pull(viewer, scene.ecosystemId)
  return rows.find(({ row }) => row.id === id)?.row
}

/** What the database lets a viewer read of what happened to a row. */
function historyOf(viewer: Viewer, rowId: string) {
  const own = and(eq(history.ecosystemId, scene.ecosystemId), eq(history.rowId, rowId))
  return instance.door.asViewer(viewer, (tx) => tx.select().from(history).where(own))
}

const addView = (id: string, notes: string): ActionInput => ({
  ...{ type: 'perspective.add', id, targetKind: 'link', targetId: scene.shared.linkId, notes },
})

describe('history', () => {
  it('shows a private view’s past to nobody else, also once it is shared', async () => {
    const { insurer, broker, rival } = scene
    const id = newId()
    await act(broker, addView(id, 'written in private'))
    expect(await historyOf(broker, id)).toHaveLength(1)
    expect(await historyOf(insurer, id)).toEqual([])
    await act(broker, { type: 'perspective.change', id, fields: { notes: 'written to be read' } })
    await act(broker, { type: 'perspective.share', id, with: 'map' })
    await act(broker, { type: 'perspective.change', id, fields: { notes: 'written in the open' } })
    const read = await historyOf(insurer, id)
    expect(read.map(({ after }) => (after as { notes: string }).notes)).not.toContain('written in private')
    expect(JSON.stringify(read)).toContain('written in the open')
    expect(JSON.stringify(read)).not.toContain('written in private')
    expect(await historyOf(rival, id)).toEqual([])
    expect(await historyOf(broker, id)).toHaveLength(4)
    await act(broker, { type: 'perspective.remove', id })
  })

  it('would be noticed to tell too much without its filter', async () => {
    const { insurer, broker } = scene
    const id = newId()
    await act(broker, addView(id, 'written in private'))
    const alter = (using: string) =>
      asOwner(database, (owner) =>
        owner.unsafe(`alter policy history_viewer_reads on history using (${using})`),
      )
    await alter('true')
    expect(JSON.stringify(await historyOf(insurer, id))).toContain('written in private')
    await alter("audience && string_to_array(current_setting('interlane.keys', true), ',')")
    expect(await historyOf(insurer, id)).toEqual([])
    await act(broker, { type: 'perspective.remove', id })
  })
})

describe('undo and redo', () => {
  it('go back and forth, and count versions up', async () => {
    const { insurer, shared } = scene
    const rename = await act(insurer, {
      ...{ type: 'touchpoint.change', id: shared.ownCard, fields: { name: 'Underwrites' } },
    })
    const { undoing } = await undo(insurer, rename)
    expect(await seen(insurer, shared.ownCard)).toMatchObject({ name: 'Prices the risk' })
    const { answer } = await undo(insurer, undoing)
    expect(answer).toMatchObject({ accepted: true })
    expect(await seen(insurer, shared.ownCard)).toMatchObject({ name: 'Underwrites', versions: { name: 4 } })
  })

  it('bring back a whole lane with what hung on it', async () => {
    const { insurer, insurerParty, shared } = scene
    const [lane, card, link] = [newId(), newId(), newId()]
    await act(
      insurer,
      { type: 'lane.add', id: lane, mapId: shared.mapId, partyId: insurerParty, rank: 'b0' },
      {
        type: 'touchpoint.add',
        id: card,
        laneId: lane,
        stageId: shared.stageId,
        rank: 'a0',
        name: 'Gone soon',
      },
      { type: 'link.add', id: link, fromTouchpointId: card, toTouchpointId: shared.ownCard },
    )
    const removal = await act(insurer, { type: 'lane.remove', id: lane })
    expect(await seen(insurer, link)).toBeUndefined()
    await undo(insurer, removal)
    for (const id of [lane, card, link]) expect(await seen(scene.broker, id)).toBeDefined()
  })

  it('are only for edits of one’s own: a colleague and a partner are told nothing of them', async () => {
    const { insurer, broker, shared } = scene
    const colleague = await addColleague(instance.door, insurer.organisationId, 'admin')
    const mine = await act(insurer, { type: 'map.change', id: shared.mapId, fields: { scope: 'Ours' } })
    const never = { clientId: newId(), number: 1 }
    for (const other of [colleague, broker]) {
      const { answer } = await undo(other, mine)
      const { answer: ofNothing } = await undo(other, never)
      expect(answer).toMatchObject({ accepted: false, error: { code: 'edit.notFound' } })
      expect({ ...answer, number: 0 }).toEqual({ ...ofNothing, number: 0 })
    }
    expect(await seen(insurer, shared.mapId)).toMatchObject({ scope: 'Ours' })
  })

  it('do not overwrite what somebody changed since, and say so', async () => {
    const { insurer, shared } = scene
    const colleague = await addColleague(instance.door, insurer.organisationId, 'editor')
    const change = (name: string, channel?: 'phone'): ActionInput => ({
      ...{ type: 'touchpoint.change', id: shared.ownCard, fields: { name, ...(channel && { channel }) } },
    })
    const only = await act(insurer, change('Mine'))
    const both = await act(insurer, change('Mine, too', 'phone'))
    await act(colleague, change('Theirs'))
    expect((await undo(insurer, only)).answer).toMatchObject({ error: { code: 'edit.movedOn' } })
    expect((await undo(insurer, both)).answer).toMatchObject({ accepted: true })
    expect(await seen(insurer, shared.ownCard)).toMatchObject({ name: 'Theirs', channel: null })
  })

  it('touch nothing of which one lost sight', async () => {
    const { insurer, broker, shared } = scene
    const id = newId()
    await act(broker, addView(id, 'shared for a while'), { type: 'perspective.share', id, with: 'map' })
    const removal = await act(broker, { type: 'link.remove', id: shared.linkId })
    await act(broker, { type: 'perspective.share', id, with: 'organisation' })
    const stolen = await undo(insurer, removal)
    expect(stolen.answer).toMatchObject({ error: { code: 'edit.notFound' } })
    expect((await undo(broker, removal)).answer).toMatchObject({ accepted: true })
    expect(await seen(insurer, id)).toBeUndefined()
    expect(await seen(broker, id)).toMatchObject({ unplacedFrom: null })
    await act(broker, { type: 'perspective.remove', id })
  })

  it('find nothing of what changed nothing, in the request of that and in a later one', async () => {
    const { insurer, ecosystemId, shared } = scene
    const rename = { type: 'touchpoint.change', id: shared.ownCard, fields: { name: 'As it is' } } as const
    await act(insurer, rename)
    const same = { clientId: insurer.personId, number: nextNumber() }
    const undoing = { clientId: insurer.personId, number: nextNumber() }
    const answers = await instance.accept(insurer, ecosystemId, [
      { ...same, version: 1, actions: [rename] },
      { ...undoing, version: 1, actions: [{ type: 'edit.undo', ...same }] },
    ])
    const nothing = { accepted: false, error: { code: 'edit.notFound' } }
    expect(answers).toMatchObject([{ accepted: true }, nothing])
    expect((await undo(insurer, same)).answer).toMatchObject(nothing)
    expect(await seen(insurer, shared.ownCard)).toMatchObject({ name: 'As it is' })
  })

  it('need the rights of now', async () => {
    const { broker, shared } = scene
    const colleague = await addColleague(instance.door, broker.organisationId, 'editor')
    const rename = await act(colleague, {
      ...{ type: 'touchpoint.change', id: shared.card, fields: { name: 'Enters the risk' } },
    })
    await instance.door.asSystem('test', (tx) =>
      tx.execute(`update memberships set role = 'viewer' where person_id = '${colleague.personId}'`),
    )
    expect((await undo(colleague, rename)).answer).toMatchObject({ error: { code: 'edit.notAllowed' } })
  })
})
