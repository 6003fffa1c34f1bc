import { generateSpecs } from 'hono-openapi'
import { afterAll, expect, it } from 'vitest'
import { z } from 'zod'
import { accountAnswer, sessionAnswer, signUpAnswer } from '../../shared/accounts/answers.ts'
import {
  colleagueInvitationAnswer,
  memberAnswer,
  organisationAnswer,
} from '../../shared/accounts/organisations.ts'
import { inviteByLink } from '../organisations/colleagues.ts'
import { freshDatabase } from '../support/database.ts'
import { password, signUp } from './people.ts'
import { buildWorld } from './world.ts'

const world = await buildWorld(await freshDatabase())
afterAll(() => world.close())

const isRoute = ({ method }: { method: string }) => method !== 'ALL'
const asTemplate = (path: string) => path.replace(/:(\w+)/g, '{$1}')

it('describes every route, what it takes and what it answers', async () => {
  const { paths } = await generateSpecs(world.app)
  const described = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const routes = world.app.routes.filter(isRoute).map(({ method, path }) => `${method} ${asTemplate(path)}`)
  expect(new Set(described)).toEqual(new Set(routes))
  const signIn = paths['/api/sessions']?.post
  expect(signIn?.requestBody).toMatchObject({
    content: { 'application/json': { schema: { required: ['email', 'password'] } } },
  })
  expect(Object.keys(signIn?.responses ?? {})).toEqual(expect.arrayContaining(['201', 'default']))
  expect(paths['/api/colleague-invitations/current']?.get?.parameters).toMatchObject([
    { in: 'header', name: 'interlane-token', required: true },
  ])
})

it('describes the answers that are really given, no field more', async () => {
  const request = { name: 'Ada', email: 'signup@fernhill.example', password, organisation: 'Fernhill' }
  const signedUp = await world.visitor().send('POST', '/api/account', request)
  const admin = await signUp(world, 'ada@fernhill.example')
  await inviteByLink(admin, 'bob@fernhill.example', 'viewer')
  const organisation = `/api/organisations/${admin.organisationId}`
  for (const [path, schema] of [
    ['/api/account', accountAnswer],
    ['/api/sessions', z.array(sessionAnswer)],
    [organisation, organisationAnswer],
    [`${organisation}/members`, z.array(memberAnswer)],
    [`${organisation}/invitations`, z.array(colleagueInvitationAnswer)],
  ] as const) {
    const { body } = await admin.visitor.send<unknown>('GET', path)
    expect([path, schema.parse(body)]).toEqual([path, body])
  }
  expect(signUpAnswer.parse(signedUp.body)).toEqual(signedUp.body)
})
