import { afterAll, expect, it } from 'vitest'
import { forgetWhatExpired } from '../../api/accounts/housekeeping.ts'
import { sessions, throttles, tokens } from '../../api/database/tables/accounts.ts'
import { news } from '../../api/database/tables/inbox.ts'
import { inviteByLink } from '../organisations/colleagues.ts'
import { freshDatabase } from '../support/database.ts'
import { signIn, signUp } from './people.ts'
import { buildWorld, daysOfMinutes } from './world.ts'

const world = await buildWorld(await freshDatabase())
afterAll(() => world.close())

const counted = () =>
  world.door.asSystem('test', async (tx) => ({
    sessions: (await tx.select().from(sessions)).length,
    tokens: (await tx.select().from(tokens)).length,
    throttles: (await tx.select().from(throttles)).length,
  }))

it('forgets expired sessions and old links, and keeps what still counts', async () => {
  const admin = await signUp(world, 'ada@fernhill.example')
  await inviteByLink(admin, 'bob@fernhill.example', 'viewer')
  const before = await counted()
  expect(before).toMatchObject({ sessions: 1, tokens: 1 })
  await forgetWhatExpired(world.services)
  expect(await counted()).toEqual(before)
  world.passMinutes(daysOfMinutes(38))
  await signIn(world, 'ada@fernhill.example')
  await forgetWhatExpired(world.services)
  expect(await counted()).toMatchObject({ sessions: 1, tokens: 0 })
})

it('forgets news read more than 90 days ago, never those nobody has read', async () => {
  const id = () => crypto.randomUUID()
  const now = world.services.clock().getTime()
  const days = (count: number) => new Date(now - count * 86_400_000)
  const line = (at: Date, readAt: Date | null) => ({
    ...{ id: id(), ecosystemId: id(), personId: id(), organisationId: id(), byOrganisationId: id() },
    ...({ kind: 'mentioned', rowKind: 'comment', rowId: id(), at, readAt } as const),
  })
  const [old, recent, unread] = [line(days(200), days(91)), line(days(200), days(89)), line(days(200), null)]
  await world.door.asSystem('test', (tx) => tx.insert(news).values([old!, recent!, unread!]))
  await forgetWhatExpired(world.services)
  const left = await world.door.asSystem('test', (tx) => tx.select({ id: news.id }).from(news))
  expect(left.map((one) => one.id).sort()).toEqual([recent!.id, unread!.id].sort())
})
