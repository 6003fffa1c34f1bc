import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountAnswer } from '../../shared/accounts/answers.ts'
import type { MemberAnswer, OrganisationAnswer } from '../../shared/accounts/organisations.ts'
import { signUp } from '../accounts/people.ts'
import { buildInstance, buildWorld, type World } from '../accounts/world.ts'
import { freshDatabase } from '../support/database.ts'
import { addColleague, inviteByLink } from './colleagues.ts'

let world: World
const changes: [organisationId: string, personId: string][] = []
beforeAll(async () => {
  const membershipChanged = async (organisationId: string, personId: string) => {
    changes.push([organisationId, personId])
  }
  world = await buildWorld(await freshDatabase(), { membershipChanged })
})
afterAll(() => world.close())

describe('organisations', () => {
  it('can be several for one person, who is admin of each one it founded', async () => {
    const { visitor } = await signUp(world, 'several@fernhill.example', 'Fernhill')
    const founded = await visitor.send<OrganisationAnswer>('POST', '/api/organisations', { name: 'Acorn' })
    expect(founded.status).toBe(201)
    expect(founded.body).toEqual({ id: expect.any(String), name: 'Acorn', role: 'admin' })
    const { memberships } = (await visitor.send<AccountAnswer>('GET', '/api/account')).body
    expect(memberships.map(({ organisation, role }) => [organisation.name, role])).toEqual([
      ['Acorn', 'admin'],
      ['Fernhill', 'admin'],
    ])
  })

  it('are renamed by their admins', async () => {
    const admin = await signUp(world, 'renames@fernhill.example')
    const editor = await addColleague(world, admin, 'edits@fernhill.example', 'editor')
    const path = `/api/organisations/${admin.organisationId}`
    expect((await editor.visitor.send('PATCH', path, { name: 'Mine' })).status).toBe(404)
    const renamed = await admin.visitor.send<OrganisationAnswer>('PATCH', path, { name: 'Fernhill Mutual' })
    expect(renamed.body).toMatchObject({ name: 'Fernhill Mutual', role: 'admin' })
    const seen = await editor.visitor.send<OrganisationAnswer>('GET', path)
    expect(seen.body).toEqual({ id: admin.organisationId, name: 'Fernhill Mutual', role: 'editor' })
    expect((await admin.visitor.send('PATCH', path, { name: '' })).body.error.field).toBe('name')
  })

  it('are not there for whoever does not belong to them, with the answer of one that never existed', async () => {
    const { organisationId } = await signUp(world, 'inside@fernhill.example')
    const outside = await signUp(world, 'outside@oakes.example', 'Oakes & Vale')
    const none = randomUUID()
    const person = outside.account.person.id
    for (const [method, rest, body] of [
      ['GET', ''],
      ['PATCH', '', { name: 'Mine' }],
      ['GET', '/members'],
      ['GET', '/former-members'],
      ['PATCH', `/members/${person}`, { role: 'admin' }],
      ['DELETE', `/members/${person}`],
      ['GET', '/invitations'],
      ['POST', '/invitations', { email: 'x@oakes.example', role: 'admin' }],
      ['DELETE', `/invitations/${none}`],
    ] as const) {
      const foreign = await outside.visitor.send(method, `/api/organisations/${organisationId}${rest}`, body)
      const missing = await outside.visitor.send(method, `/api/organisations/${none}${rest}`, body)
      expect([method, rest, foreign.status, foreign.body.error.code]).toEqual([method, rest, 404, 'notThere'])
      expect(foreign).toEqual(missing)
      const stranger = await world.visitor().send(method, `/api/organisations/${organisationId}${rest}`, body)
      expect(stranger.body.error.code).toBe('accounts.notSignedIn')
    }
  })
})

describe('members', () => {
  it('are listed for every member, by name', async () => {
    const admin = await signUp(world, 'zoe@fernhill.example')
    const viewer = await addColleague(world, admin, 'bob@fernhill.example', 'viewer')
    const path = `/api/organisations/${admin.organisationId}/members`
    const { body } = await viewer.visitor.send<MemberAnswer[]>('GET', path)
    expect(body).toEqual([
      expect.objectContaining({ name: 'bob', email: 'bob@fernhill.example', role: 'viewer' }),
      expect.objectContaining({ name: 'zoe', email: 'zoe@fernhill.example', role: 'admin' }),
    ])
  })

  it('get other roles from admins only', async () => {
    const admin = await signUp(world, 'roles@fernhill.example')
    const viewer = await addColleague(world, admin, 'viewer@fernhill.example', 'viewer')
    const path = `/api/organisations/${admin.organisationId}/members/${viewer.account.person.id}`
    expect((await viewer.visitor.send('PATCH', path, { role: 'admin' })).status).toBe(404)
    expect((await admin.visitor.send('PATCH', path, { role: 'owner' })).body.error.field).toBe('role')
    expect((await admin.visitor.send('PATCH', path, { role: 'editor' })).status).toBe(204)
    const { body } = await viewer.visitor.send<AccountAnswer>('GET', '/api/account')
    expect(body.memberships[0]?.role).toBe('editor')
  })

  it('who are removed lose the organisation at once, though they stay signed in', async () => {
    const admin = await signUp(world, 'removes@fernhill.example')
    const editor = await addColleague(world, admin, 'removed@fernhill.example', 'editor')
    const organisation = `/api/organisations/${admin.organisationId}`
    const path = `${organisation}/members/${editor.account.person.id}`
    expect((await editor.visitor.send('GET', `${organisation}/members`)).status).toBe(200)
    expect((await admin.visitor.send('DELETE', path)).status).toBe(204)
    expect((await editor.visitor.send('GET', `${organisation}/members`)).status).toBe(404)
    const { body } = await editor.visitor.send<AccountAnswer>('GET', '/api/account')
    expect(body.memberships).toEqual([])
    expect((await admin.visitor.send('DELETE', path)).status).toBe(404)
  })

  it('may leave, but cannot remove others unless they are admins', async () => {
    const admin = await signUp(world, 'stays@fernhill.example')
    const editor = await addColleague(world, admin, 'leaves@fernhill.example', 'editor')
    const members = `/api/organisations/${admin.organisationId}/members`
    const removal = await editor.visitor.send('DELETE', `${members}/${admin.account.person.id}`)
    expect(removal.status).toBe(404)
    expect((await editor.visitor.send('DELETE', `${members}/${editor.account.person.id}`)).status).toBe(204)
    expect((await editor.visitor.send('GET', members)).status).toBe(404)
  })

  it('are named to the members that stay once they have left, until they come back', async () => {
    const admin = await signUp(world, 'remembers@fernhill.example')
    const viewer = await addColleague(world, admin, 'reads@fernhill.example', 'viewer')
    const editor = await addColleague(world, admin, 'gone@fernhill.example', 'editor')
    const organisation = `/api/organisations/${admin.organisationId}`
    const former = async () => (await viewer.visitor.send('GET', `${organisation}/former-members`)).body
    expect(await former()).toEqual([])
    const personId = editor.account.person.id
    await admin.visitor.send('DELETE', `${organisation}/members/${personId}`)
    expect(await former()).toEqual([{ personId, name: 'gone' }])
    expect((await editor.visitor.send('GET', `${organisation}/former-members`)).status).toBe(404)
    const secret = await inviteByLink(admin, 'gone@fernhill.example', 'viewer')
    const token = { 'Interlane-Token': secret }
    await editor.visitor.send('POST', '/api/colleague-invitations/current', {}, token)
    expect(await former()).toEqual([])
  })

  it('come back with a new invitation, in the new role', async () => {
    const admin = await signUp(world, 'again@fernhill.example')
    const editor = await addColleague(world, admin, 'back@fernhill.example', 'editor')
    const path = `/api/organisations/${admin.organisationId}/members/${editor.account.person.id}`
    await admin.visitor.send('DELETE', path)
    const secret = await inviteByLink(admin, 'back@fernhill.example', 'viewer')
    const token = { 'Interlane-Token': secret }
    const joined = await editor.visitor.send<AccountAnswer>(
      'POST',
      '/api/colleague-invitations/current',
      {},
      token,
    )
    expect(joined.body.memberships[0]?.role).toBe('viewer')
  })
})

describe('the last admin', () => {
  it('can neither leave nor become something else', async () => {
    const admin = await signUp(world, 'last@fernhill.example')
    await addColleague(world, admin, 'notadmin@fernhill.example', 'editor')
    const path = `/api/organisations/${admin.organisationId}/members/${admin.account.person.id}`
    const left = await admin.visitor.send('DELETE', path)
    expect(left).toMatchObject({ status: 409, body: { error: { code: 'organisations.lastAdmin' } } })
    const demoted = await admin.visitor.send('PATCH', path, { role: 'viewer' })
    expect(demoted.body.error.code).toBe('organisations.lastAdmin')
    expect((await admin.visitor.send('GET', path.replace(/\/[^/]+$/, ''))).status).toBe(200)
  })

  it('is there even when the last two leave at the same time', async () => {
    for (let round = 0; round < 5; round++) {
      const first = await signUp(world, `first${round}@fernhill.example`)
      const second = await addColleague(world, first, `second${round}@fernhill.example`, 'admin')
      const members = `/api/organisations/${first.organisationId}/members`
      const answers = await Promise.all(
        [first, second].map(({ visitor, account }) =>
          visitor.send('DELETE', `${members}/${account.person.id}`),
        ),
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 409])
    }
  })
})

describe('what changes a membership', () => {
  it('is told in the same transaction, for joining, role, removal and names', async () => {
    const admin = await signUp(world, 'told@fernhill.example')
    const { organisationId } = admin
    const adminId = admin.account.person.id
    const editor = await addColleague(world, admin, 'hook@fernhill.example', 'editor')
    const editorId = editor.account.person.id
    const path = `/api/organisations/${organisationId}/members/${editorId}`
    await admin.visitor.send('PATCH', path, { role: 'viewer' })
    await editor.visitor.send('PATCH', '/api/account', { name: 'Renamed' })
    await admin.visitor.send('PATCH', `/api/organisations/${organisationId}`, { name: 'Renamed' })
    await admin.visitor.send('DELETE', path)
    const told = changes.filter(([id]) => id === organisationId).map(([, personId]) => personId)
    expect(told).toEqual([adminId, editorId, editorId, editorId, adminId, editorId])
  })

  it('does not happen when telling it fails', async () => {
    const membershipChanged = async () => {
      throw new Error('no epoch')
    }
    const { organisationId, visitor } = await signUp(world, 'atomic@fernhill.example')
    const failing = await buildInstance(world.door, { membershipChanged })
    const browser = failing.visitor()
    for (const [name, value] of visitor.cookies) browser.cookies.set(name, value)
    const path = `/api/organisations/${organisationId}`
    expect((await browser.send('PATCH', path, { name: 'Half done' })).status).toBe(500)
    expect((await visitor.send<OrganisationAnswer>('GET', path)).body.name).toBe('Fernhill')
  })
})
