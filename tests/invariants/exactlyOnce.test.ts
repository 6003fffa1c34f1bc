// Invariant 5: however often, late, twisted or elsewhere an edit arrives, it counts once and is answered alike.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '../../api/database/connect.ts'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { EditAnswer, SubmittedEdit } from '../../shared/edits/exchange.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { pastAudiences } from './owner.ts'
import { type Instance, newId, nextNumber, openInstance, openScene, type Scene } from './scene.ts'
import { seededRandom } from './seededRandom.ts'

let database: TestDatabase
let here: Instance
let elsewhere: Instance
let close: () => Promise<void>
let scene: Scene
beforeAll(async () => {
  database = await freshDatabase()
  here = openInstance(database)
  const second = connect(database.servingUrl, 5)
  elsewhere = openInstance(second)
  close = second.close
  scene = await openScene(here)
})
afterAll(async () => {
  await close()
  await database.close()
})

function edit(clientId: string, actions: ActionInput[] | unknown[], version = 1): SubmittedEdit {
  return { clientId, number: nextNumber(), version, actions }
}

const addStage = (id: string, mapId = scene.shared.mapId): ActionInput => ({
  ...{ type: 'stage.add', id, mapId, name: 'Stage', rank: 'c0' },
})

const send = (edits: SubmittedEdit[], instance = here, viewer = scene.insurer) =>
  instance.accept(viewer, scene.ecosystemId, edits)

/** How often a row was changed: once for each accepted edit that named it. */
function timesChanged(id: string) {
  return pastAudiences(database, async (tx) => {
    const [found] = await tx<
      { times: number }[]
    >`select count(*)::int as times from history where row_id = ${id}`
    return found!.times
  })
}

async function storedAnswers(clientId: string) {
  return pastAudiences(database, (tx) => tx`select number, answer from edits where client_id = ${clientId}`)
}

describe('an edit', () => {
  it('whose answers were lost, which was resent in any order and to any instance, counts once', async () => {
    const random = seededRandom(11)
    const clientId = newId()
    const ids = Array.from({ length: 12 }, newId)
    const edits = ids.map((id) => edit(clientId, [addStage(id)]))
    const answers = new Map<number, Set<string>>()
    const attempt = async () => {
      const some = Array.from({ length: 1 + random.below(6) }, () => random.pick(edits))
      const got = await send(some, random.pick([here, elsewhere]))
      for (const answer of got)
        answers.set(
          answer.number,
          (answers.get(answer.number) ?? new Set()).add(
            JSON.stringify(answer, ['accepted', 'clientId', 'number', 'error']),
          ),
        )
    }
    for (let round = 0; round < 5; round++) await Promise.all(Array.from({ length: 6 }, attempt))
    await send(edits)
    expect(await Promise.all(ids.map(timesChanged))).toEqual(ids.map(() => 1))
    expect([...answers.values()].filter((different) => different.size !== 1)).toEqual([])
  })

  it('sent to two instances in the same moment counts once and is answered alike', async () => {
    for (let again = 0; again < 8; again++) {
      const ids = [newId(), newId(), newId()]
      const clientId = newId()
      const edits = ids.map((id) => edit(clientId, [addStage(id)]))
      const both = await Promise.all([send(edits, here), send(edits, elsewhere)])
      expect(both[0]).toEqual(both[1])
      expect(both[0].every(({ accepted }) => accepted)).toBe(true)
      expect(await Promise.all(ids.map(timesChanged))).toEqual([1, 1, 1])
    }
  })

  it('would be noticed to count twice if the answer were not stored with the effect', async () => {
    const clientId = newId()
    const [mapId, name] = [scene.shared.mapId, 'Counted']
    const change = (changed: string) =>
      edit(clientId, [{ type: 'map.change', id: mapId, fields: { name: changed } }])
    const first = change(name)
    await send([first])
    await send([change('In between')])
    const before = await timesChanged(mapId)
    await send([first])
    expect(await timesChanged(mapId)).toBe(before)
    await pastAudiences(database, (tx) => tx`delete from edits where number = ${first.number}`)
    await send([first])
    expect(await timesChanged(mapId)).toBe(before + 1)
  })

  it('that was refused is answered so for ever, also once it would be allowed', async () => {
    const { broker, insurer, ecosystemId, shared } = scene
    const clientId = newId()
    const id = newId()
    const rename = edit(clientId, [{ type: 'stage.change', id, fields: { name: 'Later' } }])
    const [refused] = await send([rename])
    expect(refused).toMatchObject({ accepted: false, error: { code: 'edit.notFound' } })
    await send([edit(clientId, [addStage(id)])])
    expect(await send([rename, rename])).toEqual([refused, refused])
    expect(await storedAnswers(clientId)).toContainEqual({ number: rename.number, answer: refused })
    const notAllowed = edit(broker.personId, [addStage(newId(), shared.mapId)])
    const [first] = await here.accept(broker, ecosystemId, [notAllowed])
    expect(first).toMatchObject({ accepted: false, error: { code: 'edit.notAllowed' } })
    expect(await here.accept(broker, ecosystemId, [notAllowed])).toEqual([first])
    expect(await timesChanged(insurer.organisationId)).toBe(0)
  })

  it('is atomic: of one whose last action is refused nothing remains', async () => {
    const id = newId()
    const [answer] = await send([
      edit(newId(), [addStage(id), { type: 'stage.change', id: newId(), fields: { name: 'No such stage' } }]),
    ])
    expect(answer).toMatchObject({ accepted: false })
    expect(await timesChanged(id)).toBe(0)
    const { rows } = await here.pull(scene.insurer, scene.ecosystemId)
    expect(rows.map(({ row }) => row.id)).not.toContain(id)
  })

  it('of another person’s client id is neither applied nor answered', async () => {
    const clientId = newId()
    const mine = edit(clientId, [addStage(newId())])
    await send([mine])
    const theirs = here.accept(scene.broker, scene.ecosystemId, [mine])
    await expect(theirs).rejects.toMatchObject({ code: 'input.invalid', field: 'clientId' })
  })
})

describe('a malformed edit', () => {
  const touchpoint = (fields: object) => [{ type: 'touchpoint.change', id: scene.shared.ownCard, fields }]
  const malformed: [string, () => unknown[], number?][] = [
    ['no actions', () => []],
    ['an unknown action', () => [{ type: 'everything.delete' }]],
    ['a missing field', () => [{ type: 'stage.add', id: newId() }]],
    ['an unknown field', () => touchpoint({ audience: [] })],
    ['an id that is none', () => [{ type: 'stage.remove', id: 'x' }]],
    ['text that is too long', () => touchpoint({ name: 'x'.repeat(200) })],
    ['a character no database stores', () => touchpoint({ name: 'a\u0000b' })],
    ['half a character', () => touchpoint({ name: 'cut \ud83d' })],
    ['half a character in a list', () => touchpoint({ segments: ['fine', '\udc00'] })],
    ['a number out of range', () => touchpoint({ promisedMinutes: 3_000_000_000 })],
    ['a number that cannot be one of an edit', () => [{ type: 'edit.undo', clientId: newId(), number: 3e9 }]],
    ['an older version', () => touchpoint({ name: 'Old' }), 0],
    ['a newer version', () => touchpoint({ name: 'New' }), 99],
  ]
  it.each(malformed)('with %s is refused in words, and the next one counts', async (_, actions, version) => {
    const clientId = newId()
    const id = newId()
    const bad = edit(clientId, actions(), version)
    const [refused, accepted] = (await send([bad, edit(clientId, [addStage(id)])])) as [
      EditAnswer,
      EditAnswer,
    ]
    expect(refused).toMatchObject({ accepted: false, error: { message: expect.stringMatching(/\w+ \w+/) } })
    expect(accepted).toMatchObject({ accepted: true })
    expect(await timesChanged(id)).toBe(1)
    expect(await send([bad])).toEqual([refused])
  })

  it('of another version says what to do', async () => {
    const [answer] = await send([edit(newId(), [addStage(newId())], 0)])
    expect(answer).toMatchObject({
      error: { code: 'edit.invalid', field: 'version', message: expect.stringContaining('Reload') },
    })
  })

  it('with a taken id is refused, and what came with it counts', async () => {
    const { broker, insurer, ecosystemId, shared } = scene
    const hidden = newId()
    const target = { targetKind: 'touchpoint', targetId: shared.card } as const
    await here.accept(broker, ecosystemId, [
      edit(newId(), [{ type: 'perspective.add', id: hidden, ...target }]),
    ])
    const clientId = newId()
    const [first, third] = [newId(), newId()]
    const answers = await here.accept(insurer, ecosystemId, [
      edit(clientId, [addStage(first)]),
      edit(clientId, [{ type: 'perspective.add', id: hidden, ...target }]),
      edit(clientId, [addStage(third)]),
    ])
    expect(answers.map(({ accepted }) => accepted)).toEqual([true, false, true])
    expect([await timesChanged(first), await timesChanged(hidden), await timesChanged(third)]).toEqual([
      1, 1, 1,
    ])
  })
})

describe('an id in capital letters', () => {
  it('is the same id', async () => {
    const clientId = newId()
    const id = newId()
    const loud = edit(clientId.toUpperCase(), [addStage(id.toUpperCase(), scene.shared.mapId.toUpperCase())])
    const { submittedEdit } = await import('../../shared/edits/exchange.ts')
    const sent = submittedEdit.parse(loud)
    const [first] = await send([sent])
    expect(first).toMatchObject({ accepted: true, clientId })
    expect(await send([{ ...sent, clientId }])).toEqual([first])
    const { rows } = await here.pull(scene.insurer, scene.ecosystemId)
    expect(rows.find(({ row }) => row.id === id)?.row).toMatchObject({
      audience: [`map:${scene.shared.mapId}`],
    })
  })
})
