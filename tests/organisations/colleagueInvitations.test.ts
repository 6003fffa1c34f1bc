import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountAnswer } from '../../shared/accounts/answers.ts'
import type {
  ColleagueInvitationAnswer,
  InvitedColleagueAnswer,
  MemberAnswer,
  ShownColleagueInvitationAnswer,
} from '../../shared/accounts/organisations.ts'
import { password, type SignedUp, signIn, signUp } from '../accounts/people.ts'
import { buildWorld, secretIn, type World } from '../accounts/world.ts'
import { freshDatabase } from '../support/database.ts'
import { addColleague, inviteByLink } from './colleagues.ts'

const joinPath = '/api/colleague-invitations/current'
const withToken = (secret: string) => ({ 'Interlane-Token': secret })
const newAccount = { name: 'Bob', password }

const invitationsOf = ({ organisationId }: SignedUp) => `/api/organisations/${organisationId}/invitations`

async function pendingOf(admin: SignedUp) {
  return (await admin.visitor.send<ColleagueInvitationAnswer[]>('GET', invitationsOf(admin))).body
}

describe('inviting a colleague where no mail is sent', () => {
  let world: World
  beforeAll(async () => {
    world = await buildWorld(await freshDatabase())
  })
  afterAll(() => world.close())

  const join = (secret: string, body: unknown = { newAccount }, visitor = world.visitor()) =>
    visitor.send<AccountAnswer>('POST', joinPath, body, withToken(secret))
  const refusal = async (answer: Promise<{ body: unknown }>) => (await answer).body

  it('shows the inviter the link and says that whoever opens it first is taken for the invited', async () => {
    const admin = await signUp(world, 'shows@fernhill.example')
    const request = { email: 'Bob@Fernhill.example', role: 'editor' }
    const invited = await admin.visitor.send<InvitedColleagueAnswer>('POST', invitationsOf(admin), request)
    expect(invited.status).toBe(201)
    expect(invited.body.delivery).toEqual({
      by: 'link',
      link: expect.stringMatching(/^http:\/\/localhost:3000\/join#[\w-]{43}$/),
      warning: expect.stringContaining('whoever opens it first is taken for the invited person'),
    })
    expect(invited.body.invitation).toMatchObject({
      email: 'bob@fernhill.example',
      role: 'editor',
      invitedBy: 'shows',
      mailed: false,
    })
    expect(await pendingOf(admin)).toEqual([invited.body.invitation])
  })

  it('shows the invited person what it is about; looking changes nothing', async () => {
    const admin = await signUp(world, 'looks@fernhill.example')
    const secret = await inviteByLink(admin, 'invited@fernhill.example', 'viewer')
    for (const times of [1, 2]) {
      const path = joinPath
      const shown = await world
        .visitor()
        .send<ShownColleagueInvitationAnswer>('GET', path, undefined, withToken(secret))
      expect([times, shown.body]).toEqual([
        times,
        {
          id: expect.any(String),
          organisation: 'Fernhill',
          role: 'viewer',
          email: 'invited@fernhill.example',
          invitedBy: 'looks',
          mailed: false,
          expiresAt: expect.any(String),
        },
      ])
    }
    const members = `/api/organisations/${admin.organisationId}/members`
    expect((await admin.visitor.send<MemberAnswer[]>('GET', members)).body).toHaveLength(1)
  })

  it('makes a new account with the invited address, not confirmed, and signs in', async () => {
    const admin = await signUp(world, 'host@fernhill.example')
    const visitor = world.visitor()
    const secret = await inviteByLink(admin, 'new@fernhill.example', 'editor')
    const joined = await join(secret, { newAccount }, visitor)
    expect(joined.body).toMatchObject({
      person: { name: 'Bob', email: 'new@fernhill.example', emailVerified: false },
      memberships: [{ organisation: { id: admin.organisationId }, role: 'editor' }],
    })
    expect((await visitor.send('GET', '/api/account')).status).toBe(200)
    expect(await pendingOf(admin)).toEqual([])
  })

  it('lets somebody with an account accept it signed in, under whatever address', async () => {
    const admin = await signUp(world, 'hosts@fernhill.example')
    const broker = await signUp(world, 'private@oakes.example', 'Oakes & Vale')
    const secret = await inviteByLink(admin, 'work@oakes.example', 'viewer')
    expect(await refusal(join(secret, {}))).toMatchObject({ error: { code: 'accounts.notSignedIn' } })
    const joined = await join(secret, {}, broker.visitor)
    expect(joined.body.memberships.map(({ organisation }) => organisation.name)).toEqual([
      'Fernhill',
      'Oakes & Vale',
    ])
  })

  it('does not make a second account for an address', async () => {
    const admin = await signUp(world, 'careful@fernhill.example')
    await signUp(world, 'taken@oakes.example', 'Oakes & Vale')
    const secret = await inviteByLink(admin, 'taken@oakes.example', 'viewer')
    expect(await refusal(join(secret))).toMatchObject({ error: { code: 'accounts.emailTaken' } })
    const { visitor } = await signIn(world, 'taken@oakes.example')
    expect((await join(secret, {}, visitor)).status).toBe(200)
  })

  it('works once, also when several accept at the same time', async () => {
    const admin = await signUp(world, 'race@fernhill.example')
    const secret = await inviteByLink(admin, 'racer@fernhill.example', 'admin')
    const others = await Promise.all([1, 2, 3].map((n) => signUp(world, `racer${n}@oakes.example`, 'Oakes')))
    const answers = await Promise.all(others.map(({ visitor }) => join(secret, {}, visitor)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404])
    const members = `/api/organisations/${admin.organisationId}/members`
    expect((await admin.visitor.send<MemberAnswer[]>('GET', members)).body).toHaveLength(2)
  })

  it('is over when it is withdrawn, replaced or a week old', async () => {
    const admin = await signUp(world, 'ada@fernhill.example')
    const replaced = await inviteByLink(admin, 'bob@fernhill.example', 'admin')
    const withdrawn = await inviteByLink(admin, 'bob@fernhill.example', 'viewer')
    expect(await refusal(join(replaced))).toMatchObject({ error: { code: 'links.notValid' } })
    const [pending] = await pendingOf(admin)
    expect(pending).toMatchObject({ email: 'bob@fernhill.example', role: 'viewer' })
    const path = `${invitationsOf(admin)}/${pending?.id}`
    expect((await admin.visitor.send('DELETE', path)).status).toBe(204)
    expect((await admin.visitor.send('DELETE', path)).status).toBe(404)
    expect(await refusal(join(withdrawn))).toMatchObject({ error: { code: 'links.notValid' } })
    const old = await inviteByLink(admin, 'bob@fernhill.example', 'viewer')
    world.passMinutes(7 * 24 * 60 + 1)
    expect(await refusal(join(old))).toMatchObject({ error: { code: 'links.notValid' } })
    expect(await pendingOf(admin)).toEqual([])
  })

  it('is for admins, and over when the inviting admin no longer is one', async () => {
    const admin = await signUp(world, 'chief@fernhill.example')
    const second = await addColleague(world, admin, 'deputy@fernhill.example', 'admin')
    const editor = await addColleague(world, admin, 'writes@fernhill.example', 'editor')
    const request = { email: 'x@fernhill.example', role: 'viewer' }
    expect((await editor.visitor.send('POST', invitationsOf(admin), request)).status).toBe(404)
    expect((await editor.visitor.send('GET', invitationsOf(admin))).status).toBe(404)
    const secret = await inviteByLink(second, 'backdoor@oakes.example', 'admin')
    const path = `/api/organisations/${admin.organisationId}/members/${second.account.person.id}`
    await admin.visitor.send('DELETE', path)
    expect(await refusal(join(secret))).toMatchObject({ error: { code: 'links.notValid' } })
  })

  it('is over for good when the inviting admin becomes something else, also when the role comes back', async () => {
    const admin = await signUp(world, 'head@fernhill.example')
    const second = await addColleague(world, admin, 'demoted@fernhill.example', 'admin')
    const secret = await inviteByLink(second, 'later@oakes.example', 'admin')
    const own = await inviteByLink(admin, 'sooner@oakes.example', 'viewer')
    const members = `/api/organisations/${admin.organisationId}/members`
    const make = (role: string) =>
      admin.visitor.send('PATCH', `${members}/${second.account.person.id}`, { role })
    const look = (link: string) => world.visitor().send('GET', joinPath, undefined, withToken(link))
    for (const role of ['editor', 'viewer']) {
      expect((await make(role)).status).toBe(204)
      const unknown = await look('A'.repeat(43))
      expect(await look(secret)).toMatchObject({ status: unknown.status, body: unknown.body })
      expect(await refusal(join(secret))).toEqual(await refusal(join('A'.repeat(43))))
      expect((await pendingOf(admin)).map(({ email }) => email)).toEqual(['sooner@oakes.example'])
    }
    expect((await admin.visitor.send<MemberAnswer[]>('GET', members)).body).toHaveLength(2)
    // What others invited to is not touched.
    expect((await join(own)).status).toBe(200)
    expect((await make('admin')).status).toBe(204)
    expect(await refusal(join(secret))).toMatchObject({ error: { code: 'links.notValid' } })
    expect((await admin.visitor.send<MemberAnswer[]>('GET', members)).body).toHaveLength(3)
  })

  it('is refused for members, at inviting and at accepting', async () => {
    const admin = await signUp(world, 'twice@fernhill.example')
    const editor = await addColleague(world, admin, 'inside@fernhill.example', 'editor')
    const request = { email: 'inside@fernhill.example', role: 'admin' }
    const again = await admin.visitor.send('POST', invitationsOf(admin), request)
    expect(again.body.error).toMatchObject({ code: 'invitations.alreadyMember', field: 'email' })
    const secret = await inviteByLink(admin, 'other@fernhill.example', 'admin')
    expect((await join(secret, {}, editor.visitor)).status).toBe(409)
    expect((await join(secret)).status).toBe(200)
  })

  it('appears to nobody whose address is not confirmed', async () => {
    const admin = await signUp(world, 'asks@fernhill.example')
    const { visitor } = await signUp(world, 'unconfirmed@oakes.example', 'Oakes & Vale')
    await inviteByLink(admin, 'unconfirmed@oakes.example', 'admin')
    const [pending] = await pendingOf(admin)
    expect((await visitor.send('GET', '/api/account/invitations')).body).toEqual([])
    const accepted = await visitor.send('POST', `/api/account/invitations/${pending?.id}`)
    expect(accepted.body.error.code).toBe('notThere')
  })
})

describe('inviting a colleague by mail', () => {
  let world: World
  beforeAll(async () => {
    world = await buildWorld(await freshDatabase(), { sendsMail: true })
  })
  afterAll(() => world.close())

  const invite = (admin: SignedUp, email: string, role = 'editor') =>
    admin.visitor.send<InvitedColleagueAnswer>('POST', invitationsOf(admin), { email, role })

  it('mails the link and shows it to nobody', async () => {
    const admin = await signUp(world, 'mails@fernhill.example')
    const invited = await invite(admin, 'bob@fernhill.example')
    expect(invited.body.delivery).toEqual({ by: 'mail' })
    const mail = world.outbox.at(-1)
    expect(mail).toMatchObject({
      to: 'bob@fernhill.example',
      subject: 'mails invites you to Fernhill on Interlane',
    })
    expect(JSON.stringify(invited.body)).not.toContain(secretIn(mail?.text ?? ''))
  })

  it('confirms the address of a new account by accepting', async () => {
    const admin = await signUp(world, 'confirms@fernhill.example')
    await invite(admin, 'fresh@fernhill.example')
    const secret = await world.secretMailedTo('fresh@fernhill.example')
    const joined = await world
      .visitor()
      .send<AccountAnswer>('POST', joinPath, { newAccount }, withToken(secret))
    expect(joined.body.person).toMatchObject({ email: 'fresh@fernhill.example', emailVerified: true })
    expect((await signIn(world, 'fresh@fernhill.example')).status).toBe(201)
  })

  it('is bound to the address it was mailed to', async () => {
    const admin = await signUp(world, 'binds@fernhill.example')
    const other = await signUp(world, 'other@oakes.example', 'Oakes & Vale')
    await invite(admin, 'meant@oakes.example')
    const secret = await world.secretMailedTo('meant@oakes.example')
    const refused = await other.visitor.send('POST', joinPath, {}, withToken(secret))
    expect(refused).toMatchObject({ status: 403, body: { error: { code: 'invitations.otherAddress' } } })
    const accepted = await world.visitor().send('POST', joinPath, { newAccount }, withToken(secret))
    expect(accepted.status).toBe(200)
  })

  it('takes the place of a sign-up that nobody confirmed', async () => {
    const admin = await signUp(world, 'replaces@fernhill.example')
    const email = 'squatted@fernhill.example'
    const squatter = { name: 'Eve', email, password: 'the password of another', organisation: 'Impostor' }
    await world.visitor().send('POST', '/api/account', squatter)
    await world.services.afterwards.idle()
    await invite(admin, email)
    const secret = await world.secretMailedTo(email)
    const joined = await world
      .visitor()
      .send<AccountAnswer>('POST', joinPath, { newAccount }, withToken(secret))
    expect(joined.body.memberships).toHaveLength(1)
    expect((await signIn(world, email, squatter.password)).status).toBe(401)
    expect((await signIn(world, email)).status).toBe(201)
  })

  it('appears to the person with the confirmed address, who accepts it without the link', async () => {
    const admin = await signUp(world, 'lists@fernhill.example')
    const broker = await signUp(world, 'broker@oakes.example', 'Oakes & Vale')
    const stranger = await signUp(world, 'stranger@oakes.example', 'Oakes & Vale')
    await invite(admin, 'broker@oakes.example', 'viewer')
    const list = '/api/account/invitations'
    const { body } = await broker.visitor.send<ShownColleagueInvitationAnswer[]>('GET', list)
    expect(body).toMatchObject([{ organisation: 'Fernhill', role: 'viewer', email: 'broker@oakes.example' }])
    const path = `${list}/${body[0]?.id}`
    expect((await stranger.visitor.send('POST', path)).body.error.code).toBe('notThere')
    const joined = await broker.visitor.send<AccountAnswer>('POST', path)
    expect(joined.body.memberships).toHaveLength(2)
    expect((await broker.visitor.send('POST', path)).body.error.code).toBe('links.notValid')
    expect((await broker.visitor.send('GET', list)).body).toEqual([])
  })

  it('leaves no invitation behind when the mail cannot be sent', async () => {
    const admin = await signUp(world, 'fails@fernhill.example')
    world.sending.fails = true
    const failed = await admin.visitor.send('POST', invitationsOf(admin), {
      email: 'bob@fernhill.example',
      role: 'editor',
    })
    world.sending.fails = false
    expect(failed).toMatchObject({ status: 502, body: { error: { code: 'mail.notSent' } } })
    expect(await pendingOf(admin)).toEqual([])
  })
})
