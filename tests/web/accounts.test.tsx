import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { openPage } from './support/page.tsx'
import { fernhill, ines, oakes, serve, signedIn, signedOut } from './support/server.ts'

const demo = {
  email: 'ines@fernhill.example',
  name: 'Ines Holm',
  organisation: 'Fernhill',
  password: 'one-two-three',
}

describe('signing in', () => {
  it('takes one click as somebody of the demo', async () => {
    const { received } = serve({
      ...signedOut,
      'GET /api/demo/accounts': { status: 200, body: [demo] },
      'POST /api/sessions': { status: 201, body: ines },
    })
    const router = openPage('/sign-in')
    fireEvent.click(await screen.findByRole('button', { name: /Fernhill/ }))
    await waitFor(() => expect(router.state.location.pathname).toBe('/home'))
    expect(await screen.findByRole('button', { name: /Acting for Fernhill/ })).toBeTruthy()
    expect(received.find(({ path }) => path === '/api/sessions')?.body).toMatchObject({
      password: 'one-two-three',
    })
  })

  it('shows no demo where there is none', async () => {
    serve(signedOut)
    openPage('/sign-in')
    await screen.findByRole('heading', { level: 1, name: 'Sign in' })
    expect(screen.queryByText('Try the demo')).toBeNull()
  })

  it('says why it did not work and keeps what was typed', async () => {
    const error = {
      code: 'accounts.wrongCredentials',
      message: 'The e-mail address or the password is wrong.',
    }
    serve({ ...signedOut, 'POST /api/sessions': { status: 401, body: { error } } })
    openPage('/sign-in')
    const email = await screen.findByLabelText<HTMLInputElement>('E-mail')
    fireEvent.change(email, { target: { value: 'ines@fernhill.example' } })
    fireEvent.change(screen.getByLabelText('Password'), { target: { value: 'wrong' } })
    fireEvent.click(within(screen.getByRole('main')).getByRole('button', { name: 'Sign in' }))
    expect(await screen.findByText('The e-mail address or the password is wrong.')).toBeTruthy()
    expect(email.value).toBe('ines@fernhill.example')
  })

  it('comes first for a page that needs it, and leads back', async () => {
    serve({ ...signedOut, 'POST /api/sessions': { status: 201, body: ines } })
    const router = openPage('/settings?tab=sessions')
    await screen.findByRole('heading', { level: 1, name: 'Sign in' })
    fireEvent.change(screen.getByLabelText('E-mail'), { target: { value: 'ines@fernhill.example' } })
    fireEvent.change(screen.getByLabelText('Password'), { target: { value: 'right' } })
    fireEvent.click(within(screen.getByRole('main')).getByRole('button', { name: 'Sign in' }))
    await waitFor(() => expect(router.state.location.href).toBe('/settings?tab=sessions'))
  })
})

describe('a session that was ended elsewhere', () => {
  it('leads to signing in at the next answer, and back', async () => {
    const refusal = { error: { code: 'accounts.notSignedIn', message: 'Sign in first.' } }
    serve({ ...signedIn, 'GET /api/sessions': { status: 401, body: refusal } })
    const router = openPage('/settings?tab=sessions')
    await screen.findByRole('heading', { level: 1, name: 'Sign in' })
    expect(router.state.location.search).toEqual({ next: '/settings?tab=sessions' })
  })
})

describe('signing up', () => {
  it('says at the field what is missing, before anything is sent', async () => {
    const { received } = serve(signedOut)
    openPage('/sign-up')
    fireEvent.click(await screen.findByRole('button', { name: 'Create' }))
    expect(await screen.findByText('Choose a password of at least 10 characters.')).toBeTruthy()
    expect(received.some(({ method }) => method === 'POST')).toBe(false)
  })

  it('tells to check the mail where addresses are confirmed', async () => {
    serve({ ...signedOut, 'POST /api/account': { status: 202, body: { status: 'checkMail' } } })
    openPage('/sign-up?email=ada%40oakes.example')
    fireEvent.change(await screen.findByLabelText('Organisation'), { target: { value: 'Oakes & Vale' } })
    fireEvent.change(screen.getByLabelText('Your name'), { target: { value: 'Ada' } })
    fireEvent.change(screen.getByLabelText('Password'), { target: { value: 'long enough words' } })
    fireEvent.click(screen.getByRole('button', { name: 'Create' }))
    expect((await screen.findByText('ada@oakes.example')).tagName).toBe('STRONG')
  })
})

describe('a link from a mail', () => {
  const invitation = {
    id: fernhill.id,
    organisation: 'Fernhill',
    role: 'editor',
    email: 'new@fernhill.example',
    invitedBy: 'Ines Holm',
    mailed: true,
    expiresAt: '2030-01-01T00:00:00.000Z',
  }

  it('is looked at with its secret in a header, and the secret leaves the address', async () => {
    const { received } = serve({
      ...signedOut,
      'GET /api/colleague-invitations/current': { status: 200, body: invitation },
    })
    openPage('/join#secret-of-the-link')
    expect(await screen.findByRole('heading', { level: 1, name: 'Join Fernhill' })).toBeTruthy()
    const asked = received.find(({ path }) => path === '/api/colleague-invitations/current')
    expect(asked?.headers.get('interlane-token')).toBe('secret-of-the-link')
    expect(received.every(({ path }) => !path.includes('secret-of-the-link'))).toBe(true)
    await waitFor(() => expect(window.location.href).not.toContain('secret'))
  })

  it('says so when it does not work any more', async () => {
    const error = { code: 'links.notValid', message: 'This link does not work (any more).' }
    serve({ ...signedOut, 'GET /api/password-resets/current': { status: 404, body: { error } } })
    openPage('/reset-password#old-secret')
    expect(await screen.findByText('This link does not work (any more).')).toBeTruthy()
  })
})

describe('a forgotten password', () => {
  const asking = (sendsMail: boolean) => ({
    ...signedOut,
    'GET /api/password-resets': { status: 200, body: { sendsMail } },
  })

  it('gets a link by mail where mail is sent', async () => {
    serve({ ...asking(true), 'POST /api/password-resets': { status: 202, body: { status: 'checkMail' } } })
    openPage('/reset-password')
    fireEvent.change(await screen.findByLabelText('E-mail'), { target: { value: 'ines@fernhill.example' } })
    fireEvent.click(screen.getByRole('button', { name: 'Send the link' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Check your mail' })).toBeTruthy()
  })

  it('promises no mail and asks for no address where none is sent', async () => {
    serve(asking(false))
    openPage('/reset-password')
    const title = 'Ask whoever runs this Interlane'
    expect(await screen.findByRole('heading', { level: 1, name: title })).toBeTruthy()
    expect(screen.queryByLabelText('E-mail')).toBeNull()
    expect(screen.queryByText(/We mail you/)).toBeNull()
  })
})

describe('settings', () => {
  it('offer an organisation to somebody who belongs to none', async () => {
    serve({ 'GET /api/account': { status: 200, body: { ...ines, memberships: [] } } })
    openPage('/settings?tab=organisation')
    expect(await screen.findByRole('heading', { name: 'You belong to no organisation' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'No organisation' })).toBeTruthy()
  })

  const members = [
    {
      personId: ines.person.id,
      name: 'Ines Holm',
      email: 'ines@fernhill.example',
      role: 'admin',
      withheld: [],
      since: '2026-01-01T00:00:00Z',
    },
    {
      personId: oakes.id,
      name: 'Pavel Rask',
      email: 'pavel@fernhill.example',
      role: 'editor',
      withheld: ['confirm'],
      since: '2026-01-01T00:00:00Z',
    },
  ]
  const organisation = {
    ...signedIn,
    [`GET /api/organisations/${fernhill.id}/members`]: { status: 200, body: members },
    [`GET /api/organisations/${fernhill.id}/invitations`]: { status: 200, body: [] },
  }

  it('asks twice before a colleague is removed', async () => {
    const { received } = serve({
      ...organisation,
      [`DELETE /api/organisations/${fernhill.id}/members/${oakes.id}`]: { status: 204 },
    })
    openPage('/settings?tab=organisation')
    const removed = () => received.some(({ method }) => method === 'DELETE')
    fireEvent.click(await screen.findByRole('button', { name: 'Remove Pavel Rask' }))
    expect(removed()).toBe(false)
    fireEvent.click(await screen.findByRole('button', { name: /Really remove\?/ }))
    await waitFor(() => expect(removed()).toBe(true))
  })

  it('gives and keeps, colleague by colleague, the rights to share and to confirm', async () => {
    const { received } = serve({
      ...organisation,
      [`PATCH /api/organisations/${fernhill.id}/members/${oakes.id}`]: { status: 204 },
    })
    openPage('/settings?tab=organisation')
    const check = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name })
    await screen.findByRole('checkbox', { name: 'May confirm, Pavel Rask' })
    expect(check('May confirm, Pavel Rask').checked).toBe(false)
    expect(check('May share, Pavel Rask').checked).toBe(true)
    expect(check('May confirm, Ines Holm')).toMatchObject({ checked: true, disabled: true })
    fireEvent.click(check('May confirm, Pavel Rask'))
    fireEvent.click(check('May share, Pavel Rask'))
    const sent = () => received.filter(({ method }) => method === 'PATCH').map(({ body }) => body)
    await waitFor(() => expect(sent()).toEqual([{ withheld: [] }, { withheld: ['confirm', 'share'] }]))
  })

  it('shows who let whom do what, to everybody of the organisation', async () => {
    const change = { role: null, given: ['confirm'], withheld: [] }
    const one = { id: oakes.id, at: '2026-03-01T09:00:00Z', person: 'Pavel Rask', by: 'Anna Berg', change }
    const reader = { ...ines.memberships[0], role: 'viewer' }
    serve({
      ...organisation,
      'GET /api/account': { status: 200, body: { ...ines, memberships: [reader] } },
      [`GET /api/organisations/${fernhill.id}/right-changes`]: { status: 200, body: [one] },
    })
    openPage('/settings?tab=organisation')
    expect(await screen.findByText('Anna Berg lets Pavel Rask confirm handoffs now')).toBeTruthy()
  })

  it('says to a colleague what an editor lacks, and has nothing to change', async () => {
    const reader = { ...ines.memberships[0], role: 'editor' }
    serve({ ...organisation, 'GET /api/account': { status: 200, body: { ...ines, memberships: [reader] } } })
    openPage('/settings?tab=organisation')
    expect(await screen.findByText('Editor, may not confirm')).toBeTruthy()
    expect(screen.queryByRole('checkbox', { name: /May confirm/ })).toBeNull()
  })

  it('invites a colleague without them', async () => {
    const { received } = serve(organisation)
    openPage('/settings?tab=organisation')
    fireEvent.change(await screen.findByLabelText('E-mail'), { target: { value: 'new@fernhill.example' } })
    fireEvent.click(screen.getByRole('checkbox', { name: 'May confirm, who is invited' }))
    fireEvent.click(screen.getByRole('button', { name: 'Invite' }))
    const body = { email: 'new@fernhill.example', role: 'editor', withheld: ['confirm'] }
    await waitFor(() => expect(received.find(({ method }) => method === 'POST')?.body).toEqual(body))
  })

  it('shows the link of an invitation once, with a warning, where no mail is sent', async () => {
    const delivery = {
      by: 'link',
      link: 'http://localhost:3000/join#abc',
      warning: 'Pass the link on yourself.',
    }
    const pending = {
      id: oakes.id,
      email: 'new@fernhill.example',
      role: 'editor',
      withheld: [],
      invitedBy: 'Ines Holm',
      mailed: false,
    }
    serve({
      ...organisation,
      [`POST /api/organisations/${fernhill.id}/invitations`]: {
        status: 201,
        body: { invitation: pending, delivery },
      },
    })
    openPage('/settings?tab=organisation')
    fireEvent.change(await screen.findByLabelText('E-mail'), { target: { value: 'new@fernhill.example' } })
    fireEvent.click(screen.getByRole('button', { name: 'Invite' }))
    expect(await screen.findByText(/Pass the link on yourself/)).toBeTruthy()
    expect(screen.getByDisplayValue('http://localhost:3000/join#abc')).toBeTruthy()
  })
})
