// Invariants 1 and 6: memberships, roles and names are no edits; what changes them counts at once, moves the epoch of every
// ecosystem the organisation is in, and never waits crosswise for those who edit there.
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedIn } from '../../api/accounts/signedIn.ts'
import { moveEpochsOf } from '../../api/edits/epochs.ts'
import { createLog } from '../../api/log.ts'
import { noMailer } from '../../api/mail/mailer.ts'
import { changeMember, removeMember, renameOrganisation } from '../../api/organisations/service.ts'
import { createServices, type Services } from '../../api/services.ts'
import type { Viewer } from '../../shared/audience/audience.ts'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { addColleague } from '../support/organisations.ts'
import { pastAudiences } from './owner.ts'
import { type Instance, make, newId, openScene } from './scene.ts'

let database: TestDatabase
let services: Services
let instance: Instance
beforeAll(async () => {
  database = await freshDatabase()
  services = await createServices({
    connection: database,
    mailer: noMailer,
    log: createLog(),
    publicUrl: () => 'http://localhost:3000',
    demo: false,
  })
  instance = { door: services.door, accept: services.acceptEdits, pull: services.pullChanges }
})
afterAll(() => database.close())

const signedIn = ({ personId }: Viewer) => ({ personId }) as SignedIn
const addStage = (mapId: string, id = newId()): ActionInput => ({
  ...{ type: 'stage.add', id, mapId, name: 'Stage', rank: 'c0' },
})

describe('a membership', () => {
  it('that ends is over with the next request: nothing is there any more', async () => {
    const scene = await openScene(instance)
    const { insurer, broker, ecosystemId, shared } = scene
    const leaver = await addColleague(services.door, insurer.organisationId, 'editor')
    const { cursor } = await instance.pull(leaver, ecosystemId)
    const brokers = await instance.pull(broker, ecosystemId)
    expect((await make(instance, leaver, ecosystemId, [addStage(shared.mapId)])).answer.accepted).toBe(true)
    await removeMember(services.accounts, signedIn(insurer), leaver)
    await expect(instance.pull(leaver, ecosystemId, cursor)).rejects.toMatchObject({ code: 'notThere' })
    await expect(instance.pull(leaver, ecosystemId)).rejects.toMatchObject({ code: 'notThere' })
    const attempt = make(instance, leaver, ecosystemId, [addStage(shared.mapId)])
    await expect(attempt).rejects.toMatchObject({ code: 'notThere' })
    // Who works there is no partner's business: the epoch has moved, what the broker may see has not.
    expect(await instance.pull(broker, ecosystemId, brokers.cursor)).toMatchObject({ reset: false })
  })

  it('turned into a viewer’s edits no more, and repeats what was answered before', async () => {
    const { insurer, ecosystemId, shared } = await openScene(instance)
    const colleague = await addColleague(services.door, insurer.organisationId, 'editor')
    const edit = { clientId: newId(), number: 1, version: 1, actions: [addStage(shared.mapId)] }
    const accepted = await instance.accept(colleague, ecosystemId, [edit])
    await changeMember(services.accounts, signedIn(insurer), colleague, { role: 'viewer' })
    const { answer } = await make(instance, colleague, ecosystemId, [addStage(shared.mapId)])
    expect(answer).toMatchObject({ accepted: false, error: { code: 'edit.notAllowed' } })
    expect(await instance.accept(colleague, ecosystemId, [edit])).toEqual(accepted)
    expect((await instance.pull(colleague, ecosystemId)).rows).not.toEqual([])
  })

  it('counts for the edits that wait: what is authorised is read after the lock', async () => {
    const { insurer, ecosystemId, shared } = await openScene(instance)
    const colleague = await addColleague(services.door, insurer.organisationId, 'editor')
    let release = () => {}
    const held = services.door.asSystem('test', async (tx) => {
      await tx.execute(sql`select 1 from ecosystem_counters where ecosystem_id = ${ecosystemId} for update`)
      await tx.execute(sql`update memberships set active = false where person_id = ${colleague.personId}`)
      await new Promise<void>((resolve) => {
        release = resolve
      })
    })
    const waiting = make(instance, colleague, ecosystemId, [addStage(shared.mapId)])
    await sleep(100)
    release()
    await held
    await expect(waiting).rejects.toMatchObject({ code: 'notThere' })
  })

  it('changes, and a new name, start every partner’s client afresh, in all ecosystems, and nowhere else', async () => {
    const [first, second] = [await openScene(instance), await openScene(instance)]
    const { insurer } = first
    const epochs = async () => {
      const found = await pastAudiences(
        database,
        (tx) => tx`select ecosystem_id, epoch::int from ecosystem_counters
          where ecosystem_id in (${first.ecosystemId}, ${second.ecosystemId})`,
      )
      return Object.fromEntries(found.map((row) => [row.ecosystem_id, row.epoch]))
    }
    const before = await epochs()
    const { cursor } = await instance.pull(first.broker, first.ecosystemId)
    await renameOrganisation(services.accounts, signedIn(insurer), insurer.organisationId, 'Fernhill')
    const after = await epochs()
    expect(after[first.ecosystemId]).toBe(before[first.ecosystemId] + 1)
    expect(after[second.ecosystemId]).toBe(before[second.ecosystemId])
    const { reset, organisations } = await instance.pull(first.broker, first.ecosystemId, cursor)
    expect(reset).toBe(true)
    expect(organisations.map(({ name }) => name)).toContain('Fernhill')
  })
})

describe('locks', () => {
  it('of membership changes and edits in several ecosystems never wait for each other in a circle', async () => {
    const scenes = [await openScene(instance), await openScene(instance), await openScene(instance)]
    // One company in all three, so that its changes lock three counters.
    const common = scenes[0]!.insurer
    for (const { act, rival, other } of scenes.slice(1)) {
      await act(rival, [{ type: 'touchpoint.change', id: other.card, fields: { purpose: 'Warm up' } }])
      await pastAudiences(
        database,
        (tx) => tx`update participants set organisation_id = ${common.organisationId}
          where map_id = ${other.mapId} and organisation_id = ${rival.organisationId}`,
      )
    }
    const colleagues = await Promise.all(
      [1, 2, 3].map(() => addColleague(services.door, common.organisationId, 'editor')),
    )
    const changing = colleagues.map(async (colleague) => {
      for (let step = 0; step < 6; step++)
        await changeMember(services.accounts, signedIn(common), colleague, {
          role: step % 2 ? 'editor' : 'viewer',
        })
    })
    const editing = scenes.flatMap(({ insurer, broker, shared, ecosystemId }) =>
      [insurer, broker].map(async (viewer) => {
        for (let step = 0; step < 8; step++) {
          const id = viewer === insurer ? shared.ownCard : shared.card
          const change = { type: 'touchpoint.change', id, fields: { purpose: `Purpose ${step}` } } as const
          expect((await make(instance, viewer, ecosystemId, [change])).answer.accepted).toBe(true)
        }
      }),
    )
    await Promise.all([...changing, ...editing])
  })

  it('would be noticed to do so in another order', async () => {
    const [one, two] = [await openScene(instance), await openScene(instance)]
    const [low, high] = [one.ecosystemId, two.ecosystemId].toSorted() as [string, string]
    const { organisationId } = one.insurer
    await pastAudiences(
      database,
      (tx) =>
        tx`update ecosystems set convener_organisation_id = ${organisationId} where id = ${two.ecosystemId}`,
    )
    const lock = (id: string) => sql`select 1 from ecosystem_counters where ecosystem_id = ${id} for update`
    const backwards = services.door.asSystem('test', async (tx) => {
      await tx.execute(lock(high))
      await sleep(150)
      await tx.execute(lock(low))
    })
    await sleep(50)
    const forwards = services.door.asSystem('test', (tx) => moveEpochsOf(organisationId, tx))
    const ended = await Promise.allSettled([backwards, forwards])
    const failures = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason.cause?.code] : []))
    expect(failures).toEqual(['40P01'])
  })
})
