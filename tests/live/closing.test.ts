// Whoever loses the right to listen is cut off within two seconds, on every instance, also when no hint arrives.
import { setTimeout as sleep } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedIn } from '../../api/accounts/signedIn.ts'
import { sessions } from '../../api/database/tables/accounts.ts'
import { changeMember, removeMember } from '../../api/organisations/service.ts'
import type { Viewer } from '../../shared/audience/audience.ts'
import { closing } from '../../shared/live/messages.ts'
import { openScene, type Scene } from '../invariants/scene.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { addColleague } from '../support/organisations.ts'
import { type LiveInstance, openLiveInstance, type TestLine } from './instances.ts'
import { losingBus } from './losingBus.ts'
import { openWay } from './way.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const signedIn = ({ personId }: Viewer) => ({ personId }) as SignedIn

for (const lost of [0, 1]) {
  describe(lost === 0 ? 'with hints' : 'with every hint lost', () => {
    let [one, two] = [] as unknown as [LiveInstance, LiveInstance]
    beforeAll(async () => {
      one = await openLiveInstance(database, (bus) => losingBus(bus, lost))
      two = await openLiveInstance(database, (bus) => losingBus(bus, lost))
    })
    afterAll(() => Promise.all([one.close(), two.close()]))

    it('a member who is removed is cut off on the other instance, a colleague is not', async () => {
      const { insurer, ecosystemId } = await openScene(one)
      const leaver = await addColleague(one.door, insurer.organisationId, 'editor')
      const [leavers, colleagues] = [
        await two.line(leaver, ecosystemId),
        await two.line(insurer, ecosystemId),
      ]
      await removeMember(one.services.accounts, signedIn(insurer), leaver)
      await expectClosed(leavers, closing.notThere)
      expect(colleagues.socket.readyState).toBe(colleagues.socket.OPEN)
      colleagues.close()
    })

    it('an organisation that leaves its only map is cut off, its partner is not', async () => {
      const scene = await openScene(one)
      const { insurer, broker, ecosystemId } = scene
      const [brokers, insurers] = [await two.line(broker, ecosystemId), await two.line(insurer, ecosystemId)]
      await leave(scene)
      await expectClosed(brokers, closing.notThere)
      expect(insurers.socket.readyState).toBe(insurers.socket.OPEN)
      insurers.close()
    })

    it('a session that is ended takes its lines along, and no other of the same person', async () => {
      const { insurer, ecosystemId } = await openScene(one)
      const [ended, kept] = [await two.line(insurer, ecosystemId), await two.line(insurer, ecosystemId)]
      const [first] = await one.door.asSystem('test', (tx) =>
        one.services.accounts.sessions.list(tx, insurer.personId),
      )
      await one.door.asSystem('test', (tx) =>
        one.services.accounts.sessions.endAll(tx, insurer.personId, first!.id),
      )
      const closed = await Promise.race([ended.closed, kept.closed])
      expect(closed.code).toBe(closing.notSignedIn)
      const open = [ended, kept].filter(({ socket }) => socket.readyState === socket.OPEN)
      expect(open).toHaveLength(1)
      open[0]!.close()
    })

    it('a session that expires is over for its lines too', async () => {
      const { insurer, ecosystemId } = await openScene(one)
      const line = await two.line(insurer, ecosystemId)
      await one.door.asSystem('test', (tx) =>
        tx
          .update(sessions)
          .set({ expiresAt: new Date(0) })
          .where(eq(sessions.personId, insurer.personId)),
      )
      await expectClosed(line, closing.notSignedIn)
    })

    it('another role leaves the line open: what one may see is the same', async () => {
      const { insurer, ecosystemId } = await openScene(one)
      const colleague = await addColleague(one.door, insurer.organisationId, 'editor')
      const line = await two.line(colleague, ecosystemId)
      await changeMember(one.services.accounts, signedIn(insurer), colleague, { role: 'viewer' })
      await sleep(1_500)
      expect(line.socket.readyState).toBe(line.socket.OPEN)
      line.close()
    })
  })
}

it('an instance that cannot ask any more who has a right closes its lines', async () => {
  const way = await openWay(database.servingUrl)
  const whole = await openLiveInstance(database)
  const cutOff = await openLiveInstance({ servingUrl: way.url })
  const { insurer, ecosystemId } = await openScene(whole)
  const [kept, lost] = [await whole.line(insurer, ecosystemId), await cutOff.line(insurer, ecosystemId)]
  way.freeze()
  expect((await lost.closed).code).toBe(closing.goingAway)
  expect(kept.socket.readyState).toBe(kept.socket.OPEN)
  way.cut()
  await Promise.all([whole.close(), cutOff.close()])
  way.close()
})

it('an instance that stops says goodbye to its lines and goes within a moment', async () => {
  const one = await openLiveInstance(database)
  const { insurer, ecosystemId } = await openScene(one)
  const line = await one.line(insurer, ecosystemId)
  await one.close()
  await expectClosed(line, closing.goingAway)
})

async function leave({ act, broker, shared }: Scene) {
  await act(broker, [{ type: 'participant.leave', id: shared.participantId }])
}

async function expectClosed(line: TestLine, code: number) {
  const changedAt = performance.now()
  const closed = await Promise.race([line.closed, sleep(4_000)])
  expect(closed?.code).toBe(code)
  expect(closed!.at - changedAt).toBeLessThan(2_000)
}
