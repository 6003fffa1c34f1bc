import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '../../api/database/connect.ts'
import { type AcceptEdits, createAcceptEdits } from '../../api/edits/acceptEdits.ts'
import { createInProcessHub } from '../../api/live/bus/inProcessBus.ts'
import { openPostgresBus } from '../../api/live/bus/postgresBus.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { busContract, expectDelivery, listenTo } from './busContract.ts'
import { delaysBetween, percentile } from './delays.ts'
import { type LiveInstance, openLiveInstance } from './instances.ts'
import { losingBus } from './losingBus.ts'
import { openWay } from './way.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const hub = createInProcessHub()
busContract(
  'within one process',
  async () => hub.open(),
  () => database,
)
busContract(
  'through Postgres',
  () => openPostgresBus(database.servingUrl),
  () => database,
)

describe('the contract', () => {
  it('is not met by a bus that loses messages', async () => {
    const between = createInProcessHub()
    const [one, two] = [between.open(), losingBus(between.open(), 1)]
    await expect(expectDelivery(one, [listenTo(two)], 100)).rejects.toThrow('was not heard')
    const half = losingBus(between.open(), 0.5, seeded())
    await expect(
      Promise.all(Array.from({ length: 8 }, () => expectDelivery(one, [listenTo(half)], 100))),
    ).rejects.toThrow('was not heard')
  })

  const slowest = async (here: LiveInstance, there: LiveInstance) => {
    const delays = await delaysBetween(here, there, 12, 500)
    await Promise.all([here.close(), there.close()])
    return percentile(delays, 1)
  }

  it('would notice changes that are known too late because all of it is lost', async () => {
    const lossy = () => openLiveInstance(database, (bus) => losingBus(bus, 1))
    expect(await slowest(await lossy(), await lossy())).toBeGreaterThan(250)
  })

  it('would notice changes that are known too late because hints leave inside the writing transaction', async () => {
    const here = hintingTooSoon(await openLiveInstance(database))
    expect(await slowest(here, await openLiveInstance(database))).toBeGreaterThan(250)
  })
})

/** An instance as it should not be: whoever looks when it hints finds nothing new yet. */
function hintingTooSoon(instance: LiveInstance): LiveInstance {
  const acceptQuietly = createAcceptEdits(instance.door)
  const accept: AcceptEdits = (viewer, ecosystemId, edits, grant, together) => {
    const hint = async () => {
      instance.bus.publish({ kind: 'changed', ecosystemId, seq: Number.MAX_SAFE_INTEGER })
      await sleep(80)
    }
    return acceptQuietly(viewer, ecosystemId, edits, grant, together ?? (grant ? undefined : hint))
  }
  return { ...instance, accept }
}

describe('the bus through Postgres', () => {
  it('listens again after its connections were ended', async () => {
    const [one, two] = [
      await openPostgresBus(database.servingUrl),
      await openPostgresBus(database.servingUrl),
    ]
    const heard = listenTo(two)
    await expectDelivery(one, [heard])
    // Whoever has the same login may end its connections.
    const killer = connect(database.servingUrl, 1)
    await killer.sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and usename = current_user`
    await killer.close()
    await untilDelivered(() => expectDelivery(one, [heard], 200))
    await Promise.all([one.close(), two.close()])
  })

  it('listens again after the database was out of reach for a while', async () => {
    const way = await openWay(database.servingUrl)
    const failures: unknown[] = []
    const one = await openPostgresBus(database.servingUrl)
    const two = await openPostgresBus(way.url, (error) => failures.push(error))
    const heard = listenTo(two)
    await expectDelivery(one, [heard])
    way.cut()
    await expect(expectDelivery(one, [heard], 300)).rejects.toThrow('was not heard')
    await sleep(1_500)
    way.mend()
    await untilDelivered(() => expectDelivery(one, [heard], 200))
    await Promise.all([one.close(), two.close()])
    way.close()
  })

  it('notices a line that is open and dead, and opens another', async () => {
    const way = await openWay(database.servingUrl)
    const pace = { beatMilliseconds: 100, silenceMilliseconds: 500 }
    const one = await openPostgresBus(database.servingUrl)
    const two = await openPostgresBus(way.url, () => {}, pace)
    const heard = listenTo(two)
    await expectDelivery(one, [heard])
    way.freeze()
    await expect(expectDelivery(one, [heard], 300)).rejects.toThrow('was not heard')
    await untilDelivered(() => expectDelivery(one, [heard], 200))
    await Promise.all([one.close(), two.close()])
    way.close()
  })

  it('sends one message for many changes', async () => {
    const [one, two] = [
      await openPostgresBus(database.servingUrl),
      await openPostgresBus(database.servingUrl),
    ]
    const heard = listenTo(two)
    const ecosystemId = randomUUID()
    for (let seq = 1; seq <= 500; seq++) one.publish({ kind: 'changed', ecosystemId, seq })
    await expectDelivery(one, [heard])
    const seqs = heard.flatMap((message) => (message.kind === 'changed' ? [message] : []))
    expect(seqs.filter((message) => message.ecosystemId === ecosystemId).map(({ seq }) => seq)).toEqual([500])
    await Promise.all([one.close(), two.close()])
  })
})

async function untilDelivered(attempt: () => Promise<void>): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    const delivered = await attempt().then(
      () => true,
      () => false,
    )
    if (delivered) return
    await sleep(100)
  }
  throw new Error('nothing was delivered any more')
}

function seeded() {
  let state = 7
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}
