import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingOrganisation, requirePerson } from '../../api/accounts/signedIn.ts'
import { answerErrors } from '../../api/errors.ts'
import { addColleague } from '../organisations/colleagues.ts'
import { freshDatabase } from '../support/database.ts'
import { type SignedUp, signUp } from './people.ts'
import { createVisitor } from './visitor.ts'
import { buildWorld, type World } from './world.ts'

let world: World
let admin: SignedUp
let editor: SignedUp
beforeAll(async () => {
  world = await buildWorld(await freshDatabase())
  admin = await signUp(world, 'admin@fernhill.example')
  editor = await addColleague(world, admin, 'editor@fernhill.example', 'editor')
})
afterAll(() => world.close())

/** Asks a route that answers for whom it acts. */
async function actAs({ visitor }: Pick<SignedUp, 'visitor'>, organisation?: string, named?: string) {
  const app = new Hono()
    .get('/api/viewer', requirePerson(world.services), actingOrganisation(world.services), (context) =>
      context.json(context.get('viewer')),
    )
    .onError(answerErrors(() => {}))
  const asking = createVisitor(app)
  for (const [name, value] of visitor.cookies) asking.cookies.set(name, value)
  const headers = {
    ...(organisation !== undefined && { 'Interlane-Organisation': organisation }),
    ...(named !== undefined && { 'Interlane-Person': named }),
  }
  return asking.send('GET', '/api/viewer', undefined, headers)
}

describe('the acting organisation', () => {
  it('is the one the request names, with the role the person has there', async () => {
    const { body } = await actAs(editor, admin.organisationId)
    expect(body).toEqual({
      personId: editor.account.person.id,
      organisationId: admin.organisationId,
      role: 'editor',
      withheld: [],
      admins: [],
    })
  })

  it('is never guessed, and another’s is not there, as one that never existed', async () => {
    const outside = await signUp(world, 'outside@oakes.example', 'Oakes & Vale')
    const foreign = await actAs(outside, admin.organisationId)
    expect(foreign).toMatchObject({ status: 404, body: { error: { code: 'notThere' } } })
    for (const organisation of [undefined, '', 'nonsense', randomUUID()]) {
      expect(await actAs(outside, organisation)).toEqual(foreign)
    }
  })

  it('needs somebody who is signed in', async () => {
    const answer = await actAs({ visitor: world.visitor() }, admin.organisationId)
    expect(answer).toMatchObject({ status: 401, body: { error: { code: 'accounts.notSignedIn' } } })
    const forged = world.visitor()
    forged.cookies.set('interlane', 'A'.repeat(43))
    expect(await actAs({ visitor: forged }, admin.organisationId)).toEqual(answer)
  })

  it('answers nobody else for the person whose page asks', async () => {
    const [mine, theirs] = [admin.account.person.id, editor.account.person.id]
    expect((await actAs(admin, admin.organisationId, mine)).status).toBe(200)
    const answer = await actAs(admin, admin.organisationId, theirs)
    expect(answer).toMatchObject({ status: 401, body: { error: { code: 'accounts.otherPerson' } } })
  })

  it('is lost with the membership, at the next request', async () => {
    expect((await actAs(editor, admin.organisationId)).status).toBe(200)
    const path = `/api/organisations/${admin.organisationId}/members/${editor.account.person.id}`
    await admin.visitor.send('PATCH', path, { role: 'viewer' })
    expect((await actAs(editor, admin.organisationId)).body).toMatchObject({ role: 'viewer' })
    await admin.visitor.send('DELETE', path)
    expect((await actAs(editor, admin.organisationId)).status).toBe(404)
  })
})
