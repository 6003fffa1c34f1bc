import { afterAll, expect, it } from 'vitest'
import { forgetWhatExpired } from '../../api/accounts/housekeeping.ts'
import { sessions, throttles, tokens } from '../../api/database/tables/accounts.ts'
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
