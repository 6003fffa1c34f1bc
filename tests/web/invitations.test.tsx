import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { ShownInvitationAnswer } from '../../shared/invitations/invitations.ts'
import { actingOrganisation } from '../../web/api/actingOrganisation.ts'
import { openPage } from './support/page.tsx'
import { fernhill, ines, serve, signedIn, signedOut } from './support/server.ts'

const secret = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'
const address = `/invitations#${secret}`
const ids = { ecosystemId: crypto.randomUUID(), mapId: crypto.randomUUID() }

const invitation: ShownInvitationAnswer = {
  id: crypto.randomUUID(),
  email: 'ines@fernhill.example',
  message: 'Please look at your part.',
  invitedBy: 'Joe Vale',
  invitingOrganisation: 'Oakes & Vale',
  mailed: true,
  expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
  ecosystem: { name: 'Cover', goal: '', convener: 'Oakes & Vale' },
  party: { name: 'Fernhill', kind: 'producer' },
  participants: ['Oakes & Vale'],
  maps: [{ name: 'Flood cover', objective: '', cards: [{ name: 'Decides the claim', stage: 'Claim' }] }],
  shared: [
    {
      organisation: 'Oakes & Vale',
      counts: [
        { kind: 'perspective', count: 1 },
        { kind: 'mark', count: 2 },
      ],
    },
  ],
}

const shown = (changes: Partial<ShownInvitationAnswer> = {}) => ({
  'GET /api/invitations/shown': { status: 200, body: { ...invitation, ...changes } },
})

describe('an invitation', () => {
  it('shows who hosts, one’s lane, and what each side sees, before anything is accepted', async () => {
    const { received } = serve({ ...signedOut, ...shown() })
    openPage(address)
    await screen.findByRole('heading', { level: 1, name: 'Oakes & Vale keeps a lane for Fernhill' })
    expect(screen.getByText('Decides the claim')).toBeTruthy()
    expect(screen.getByRole('heading', { name: 'You will see' })).toBeTruthy()
    expect(screen.getByText(/marked as left/)).toBeTruthy()
    expect(screen.getByText(/Today: 1 shared view and 2 marks of Oakes & Vale\./)).toBeTruthy()
    expect(received.every(({ method }) => method === 'GET')).toBe(true)
    const asked = received.find(({ path }) => path === '/api/invitations/shown')
    expect(asked?.headers.get('interlane-token')).toBe(secret)
    expect(received.some(({ path }) => path.includes(secret))).toBe(false)
  })

  it('signs up and accepts in one step, then leads to the lane to review', async () => {
    const organisationId = fernhill.id
    let isSignedUp = false
    const { received } = serve({
      'GET /api/account': () => (isSignedUp ? { status: 200, body: ines } : signedOut['GET /api/account']),
      ...shown(),
      'POST /api/invitations/accept': () => {
        isSignedUp = true
        return { status: 201, body: { ...ids, organisationId } }
      },
    })
    const router = openPage(address)
    fireEvent.change(await screen.findByLabelText('Your name'), { target: { value: 'Ines Holm' } })
    fireEvent.change(screen.getByLabelText('Password'), { target: { value: 'long enough words' } })
    fireEvent.click(screen.getByRole('button', { name: 'Sign up and accept' }))
    await waitFor(() =>
      expect(router.state.location.pathname).toBe(`/ecosystems/${ids.ecosystemId}/lane-review`),
    )
    expect(actingOrganisation()).toBe(organisationId)
    expect(received.find(({ path }) => path === '/api/invitations/accept')?.body).toEqual({
      newAccount: { name: 'Ines Holm', organisation: 'Fernhill', password: 'long enough words' },
    })
  })

  it('asks a newcomer for the name of the organisation where the lane bears that of a role', async () => {
    serve({ ...signedOut, ...shown({ party: { name: 'Distributor', kind: 'distributor' } }) })
    openPage(address)
    const field = await screen.findByLabelText('Your organisation')
    expect((field as HTMLInputElement).value).toBe('')
  })

  it('is accepted for the organisation one administers, never for one where one only reads', async () => {
    const { received } = serve({
      ...signedIn,
      ...shown(),
      'POST /api/invitations/accept': { status: 200, body: { ...ids, organisationId: fernhill.id } },
    })
    openPage(address)
    expect(await screen.findByText(/You accept for/)).toBeTruthy()
    expect(screen.queryByLabelText('Accept for')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Accept for Fernhill' }))
    await waitFor(() =>
      expect(received.find(({ path }) => path === '/api/invitations/accept')?.body).toEqual({
        organisationId: fernhill.id,
      }),
    )
  })

  it('mailed to another address is not offered to whoever is signed in', async () => {
    serve({ ...signedIn, ...shown({ email: 'somebody@else.example' }) })
    openPage(address)
    expect(await screen.findByText(/It was sent to somebody@else.example/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Accept for/ })).toBeNull()
  })

  it('is passed on with its link only where no mail was sent', async () => {
    serve({ ...signedOut, ...shown({ mailed: false }) })
    openPage(address)
    fireEvent.click(await screen.findByRole('button', { name: 'Pass to a colleague' }))
    expect(screen.getByLabelText<HTMLTextAreaElement>('Message to pass on').value).toContain(secret)
  })

  it('mailed is passed on by asking for another one', async () => {
    serve({ ...signedOut, ...shown() })
    openPage(address)
    fireEvent.click(await screen.findByRole('button', { name: 'Pass to a colleague' }))
    expect(screen.getByLabelText<HTMLTextAreaElement>('Message to pass on').value).not.toContain(secret)
    expect(screen.getByText(/Ask Joe Vale to send one/)).toBeTruthy()
  })
})
