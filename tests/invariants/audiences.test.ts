// Invariants 2, 6 and 9: who gains or loses a row, a map, a membership or a role, gains or loses it at once and exactly.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../shared/audience/audience.ts'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { Sharing } from '../../shared/edits/actions/sharing.ts'
import type { ChangesResponse } from '../../shared/edits/exchange.ts'
import type { Grant } from '../../shared/rules/author.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { addOrganisation } from '../support/organisations.ts'
import { pastAudiences } from './owner.ts'
import { type Instance, make, newId, openInstance, openScene, type Scene } from './scene.ts'

let database: TestDatabase
let instance: Instance
let scene: Scene
/** A second company on the shared map, beside the broker. */
let agent: Viewer
beforeAll(async () => {
  database = await freshDatabase()
  instance = openInstance(database)
  scene = await openScene(instance)
  agent = await join('Agent', scene)
})
afterAll(() => database.close())

/** Another company that comes to hold a party of the shared map. */
async function join(name: string, { act, insurer, shared }: Scene): Promise<Viewer> {
  const viewer = await addOrganisation(instance.door, name)
  const partyId = newId()
  const { mapId } = shared
  await act(insurer, [
    { type: 'party.add', id: partyId, name, kind: 'partner' },
    { type: 'lane.add', id: newId(), mapId, partyId, rank: 'c0' },
  ])
  const grant: Grant = { kind: 'invitation', partyId, mapIds: [mapId] }
  await act(
    viewer,
    [
      { type: 'participant.join', id: newId(), mapId },
      { type: 'party.hold', id: partyId },
    ],
    grant,
  )
  return viewer
}

/** A client: what it holds after applying each pull, as a browser would. */
class Follower {
  readonly rows = new Map<string, string>()
  #cursor: string | undefined
  readonly #viewer: Viewer
  constructor(viewer: Viewer) {
    this.#viewer = viewer
  }

  async pull(): Promise<ChangesResponse> {
    const changes = await instance.pull(this.#viewer, scene.ecosystemId, this.#cursor)
    this.#cursor = changes.cursor
    if (changes.reset) this.rows.clear()
    for (const { row } of changes.rows) this.rows.set(row.id, JSON.stringify(row))
    for (const { id } of changes.gone) this.rows.delete(id)
    return changes
  }

  /** What differs between what it holds and a fresh start. */
  async differences(): Promise<string[]> {
    await this.pull()
    const fresh = new Follower(this.#viewer)
    await fresh.pull()
    const ids = new Set([...this.rows.keys(), ...fresh.rows.keys()])
    return [...ids].filter((id) => this.rows.get(id) !== fresh.rows.get(id))
  }
}

const share = (id: string, choice: Sharing): ActionInput => ({ type: 'perspective.share', id, with: choice })
const addView = (id: string): ActionInput => ({
  ...{ type: 'perspective.add', id, targetKind: 'touchpoint', targetId: scene.shared.ownCard, notes: 'ours' },
})

describe('an audience that changes', () => {
  it('tells exactly those who lose the row, and gives it to exactly those who gain it', async () => {
    const { act, broker, insurer, rival } = scene
    const id = newId()
    await act(broker, [addView(id)])
    const everybody = { broker, insurer, agent, rival }
    const followers = Object.entries(everybody).map(([name, viewer]) => ({
      name,
      follower: new Follower(viewer),
    }))
    const whoSees = async () => {
      const told: string[] = []
      const sees: string[] = []
      for (const { name, follower } of followers) {
        const { gone, reset } = await follower.pull()
        expect(reset).toBe(false)
        if (gone.some((one) => one.id === id)) told.push(name)
        if (follower.rows.has(id)) sees.push(name)
        expect(await follower.differences()).toEqual([])
      }
      return { sees, told }
    }
    for (const { follower } of followers) await follower.pull()
    expect(await whoSees()).toEqual({ sees: ['broker'], told: [] })
    await act(broker, [share(id, 'map')])
    expect(await whoSees()).toEqual({ sees: ['broker', 'insurer', 'agent'], told: [] })
    await act(broker, [share(id, { organisationIds: [agent.organisationId] })])
    expect(await whoSees()).toEqual({ sees: ['broker', 'agent'], told: ['insurer'] })
    await act(broker, [share(id, { organisationIds: [insurer.organisationId] })])
    expect(await whoSees()).toEqual({ sees: ['broker', 'insurer'], told: ['agent'] })
    await act(broker, [share(id, 'map'), { type: 'perspective.change', id, fields: { notes: 'again' } }])
    await act(broker, [share(id, 'organisation')])
    expect(await whoSees()).toEqual({ sees: ['broker'], told: ['insurer', 'agent'] })
    await act(broker, [{ type: 'perspective.remove', id }])
    expect(await whoSees()).toEqual({ sees: [], told: ['broker'] })
  })

  it('would be noticed to leave the row with those who lost it if they were not told', async () => {
    const { act, broker, insurer } = scene
    const id = newId()
    await act(broker, [addView(id), share(id, 'map')])
    const follower = new Follower(insurer)
    await follower.pull()
    await act(broker, [share(id, 'organisation')])
    await pastAudiences(database, (tx) => tx`delete from tombstones where row_id = ${id}`)
    expect(await follower.differences()).toEqual([id])
    await act(broker, [{ type: 'perspective.remove', id }])
  })

  it('lies within that of what it hangs on: a stranger to the map is no choice', async () => {
    const { broker, rival, ecosystemId } = scene
    const id = newId()
    await scene.act(broker, [addView(id)])
    for (const stranger of [rival.organisationId, newId()]) {
      const { answer } = await make(instance, broker, ecosystemId, [
        share(id, { organisationIds: [stranger] }),
      ])
      expect(answer).toMatchObject({ accepted: false, error: { code: 'edit.invalid' } })
    }
    await scene.act(broker, [{ type: 'perspective.remove', id }])
  })
})

describe('leaving a map', () => {
  it('takes the map and what was shared by name away at once, and leaves one’s own', async () => {
    const { act, broker, insurer, ecosystemId, shared, other } = scene
    const guest = await join('Guest', scene)
    const grant: Grant = { kind: 'invitation', partyId: newId(), mapIds: [other.mapId] }
    await act(guest, [{ type: 'participant.join', id: newId(), mapId: other.mapId }], grant)
    const [named, own] = [newId(), newId()]
    await act(broker, [addView(named), share(named, { organisationIds: [guest.organisationId] })])
    await act(guest, [addView(own), share(own, 'map')])
    const [follower, insurers] = [new Follower(guest), new Follower(insurer)]
    await Promise.all([follower.pull(), insurers.pull()])
    expect(follower.rows.has(named)).toBe(true)
    const place = [...follower.rows.values()]
      .map((text) => JSON.parse(text))
      .find((row) => row.mapId === shared.mapId && row.organisationId === guest.organisationId && row.state)
    await act(guest, [{ type: 'participant.leave', id: place.id }])
    expect(await follower.pull()).toMatchObject({ reset: true })
    const left = [...follower.rows.values()].map((text) => JSON.parse(text))
    const ofMap = left.filter((row) => row.mapId === shared.mapId || row.id === shared.mapId)
    expect(ofMap.map(({ id }) => id).sort()).toEqual([own, place.id].sort())
    expect(left.map(({ id }) => id)).toContain(other.mapId)
    expect(await insurers.differences()).toEqual([])
    expect(insurers.rows.has(own)).toBe(true)
    const { answer } = await make(instance, guest, ecosystemId, [
      {
        type: 'perspective.add',
        id: newId(),
        targetKind: 'touchpoint',
        targetId: shared.card,
        performance: 1,
      },
    ])
    expect(answer).toMatchObject({ accepted: false, error: { code: 'edit.notFound' } })
    await act(broker, [{ type: 'perspective.remove', id: named }])
  })

  it('when it was the last one, is leaving the ecosystem: nothing is there any more', async () => {
    const { act, ecosystemId, shared } = scene
    const guest = await join('Passer-by', scene)
    const { rows, cursor } = await instance.pull(guest, ecosystemId)
    const place = rows.find(
      ({ kind, row }) => kind === 'participant' && row.organisationId === guest.organisationId,
    )!
    await act(guest, [{ type: 'participant.leave', id: place.row.id }])
    await expect(instance.pull(guest, ecosystemId, cursor)).rejects.toMatchObject({ code: 'notThere' })
    const stage: ActionInput = { type: 'stage.add', id: newId(), mapId: shared.mapId, name: 'S', rank: 'a0' }
    await expect(make(instance, guest, ecosystemId, [stage])).rejects.toMatchObject({ code: 'notThere' })
  })

  it('is not for the organiser, who hands over first', async () => {
    const { insurer, ecosystemId } = scene
    const { rows } = await instance.pull(insurer, ecosystemId)
    const place = rows.find(
      ({ kind, row }) => kind === 'participant' && row.organisationId === insurer.organisationId,
    )!
    const { answer } = await make(instance, insurer, ecosystemId, [
      { type: 'participant.leave', id: place.row.id },
    ])
    expect(answer).toMatchObject({ accepted: false, error: { code: 'edit.inUse' } })
  })
})
