// Two instances on one database: who hears on one that something changed on the other. How soon is asked by busContract.ts.
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { newId, openScene, type Scene } from '../invariants/scene.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { changesHeardBy } from './delays.ts'
import { type LiveInstance, openLiveInstance, type TestLine } from './instances.ts'

let database: TestDatabase
const open: LiveInstance[] = []
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(async () => {
  await Promise.all(open.map((instance) => instance.close()))
  await database.close()
})

const lines: TestLine[] = []
afterEach(() => {
  for (const line of lines.splice(0)) line.close()
})

async function instance(): Promise<LiveInstance> {
  const made = await openLiveInstance(database)
  open.push(made)
  return made
}

const rename = (id: string, purpose: string): ActionInput => ({
  ...{ type: 'touchpoint.change', id, fields: { purpose } },
})

describe('a hint', () => {
  let one: LiveInstance
  let two: LiveInstance
  let scene: Scene
  beforeAll(async () => {
    one = await instance()
    two = await instance()
    scene = await openScene(one)
  })
  const line = async (at: LiveInstance, viewer: Scene['insurer']) => {
    const opened = await at.line(viewer, scene.ecosystemId)
    lines.push(opened)
    await sleep(50)
    return opened
  }
  const hearsNothing = async (silent: TestLine, act: () => Promise<unknown>, control: TestLine) => {
    const before = silent.heard.length
    const known = changesHeardBy(control).length
    await act()
    while (changesHeardBy(control).length === known) await sleep(5)
    await sleep(1_200)
    expect(silent.heard.slice(before)).toEqual([])
  }

  it('goes only to those who may see a row that changed, and carries no word about it', async () => {
    const [insurer, broker, rival] = await Promise.all([
      line(one, scene.insurer),
      line(two, scene.broker),
      line(two, scene.rival),
    ])
    await hearsNothing(rival, () => scene.act(scene.insurer, [rename(scene.shared.ownCard, 'Seen')]), broker)
    const note: ActionInput = {
      ...{ type: 'perspective.add', id: newId(), targetKind: 'touchpoint', targetId: scene.shared.ownCard },
      notes: 'ours alone',
    }
    await hearsNothing(broker, () => scene.act(scene.insurer, [note]), insurer)
    const texts = [insurer, broker, rival].flatMap(({ heard }) => heard.map(({ message }) => message))
    expect(new Set(texts.map((message) => JSON.stringify(message)))).toEqual(
      new Set(['{"type":"ready"}', '{"type":"changed"}']),
    )
  })

  it('goes also to those who lose sight of a row, and to those who gain it', async () => {
    const { insurer, broker, rival, shared, act } = scene
    const perspective = newId()
    await act(insurer, [
      { type: 'perspective.add', id: perspective, targetKind: 'touchpoint', targetId: shared.card },
    ])
    const [brokers, rivals] = await Promise.all([line(two, broker), line(two, rival)])
    const shareWith = (sharing: 'organisation' | { organisationIds: string[] }): ActionInput => ({
      ...{ type: 'perspective.share', id: perspective, with: sharing },
    })
    for (const step of [{ organisationIds: [broker.organisationId] }, 'organisation' as const])
      await hearsNothing(rivals, () => act(insurer, [shareWith(step)]), brokers)
  })

  it('to those it does not concern would be noticed', async () => {
    const broker = await line(two, scene.broker)
    const change = () => scene.act(scene.insurer, [rename(scene.shared.ownCard, 'Noticed')])
    await expect(hearsNothing(broker, change, broker)).rejects.toThrow()
  })

  it('is not given for an edit that was refused or sent again', async () => {
    const [insurer, broker] = [await line(one, scene.insurer), await line(two, scene.broker)]
    const edit = { clientId: newId(), number: 1, version: 1, actions: [rename(scene.shared.ownCard, 'Once')] }
    await one.accept(scene.insurer, scene.ecosystemId, [edit])
    await broker.hears(({ type }) => type === 'changed')
    await sleep(100)
    const before = [insurer, broker].map(({ heard }) => heard.length)
    await one.accept(scene.insurer, scene.ecosystemId, [edit])
    const refused = { ...edit, number: 2, actions: [rename(newId(), 'Nothing')] }
    await one.accept(scene.insurer, scene.ecosystemId, [refused])
    await sleep(1_200)
    expect([insurer, broker].map(({ heard }) => heard.length)).toEqual(before)
  })
})
