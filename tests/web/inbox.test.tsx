import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { InboxAnswer, NewsLine } from '../../shared/inbox/answers.ts'
import { FollowButton } from '../../web/inbox/FollowButton.tsx'
import { valueChain } from '../support/chain.ts'
import { serveChain } from './support/ecosystem.ts'
import { FakeSocket } from './support/fakeSocket.ts'
import { openPage } from './support/page.tsx'
import { fernhill, ines, serve, signedIn } from './support/server.ts'

const id = () => crypto.randomUUID() as string

function line(more: Partial<NewsLine> = {}): NewsLine {
  return {
    ...{ id: id(), kind: 'mentioned', at: '2027-03-01T09:00:00.000Z', isRead: false, ecosystemId: id() },
    ...{ map: { id: id(), name: 'Flood cover' }, row: { kind: 'comment', id: id() } },
    ...{ about: { kind: 'touchpoint', id: id(), name: 'Learns the outcome' } },
    ...{ by: { organisation: 'Oakes & Vale', person: 'Priya Nair' }, text: 'Who phones?', outcome: null },
    ...more,
  }
}

const answering = (inbox: InboxAnswer) =>
  serve({
    ...signedIn,
    'GET /api/inbox': { status: 200, body: inbox },
    'POST /api/inbox/read': { status: 204 },
    'GET /api/ecosystems': { status: 200, body: [] },
    'GET /api/invitations': { status: 200, body: [] },
    'GET /api/inbox/digest': { status: 200, body: { digest: 'daily' } },
    'PUT /api/inbox/digest': { status: 204 },
  })

describe('the inbox', () => {
  it('says on every page how much is unread', async () => {
    answering({ unread: 2, lines: [line(), line()] })
    openPage('/home')
    expect(await screen.findByRole('link', { name: 'Inbox, 2 unread' })).toBeTruthy()
  })

  it('tells who wants what, and leads to the comments of what it is about', async () => {
    const one = line()
    const { received } = answering({ unread: 1, lines: [one] })
    const router = openPage('/inbox')
    const link = await screen.findByRole('link', { name: /Priya Nair \(Oakes & Vale\) mentions you/ })
    expect(link.textContent).toContain('Learns the outcome on Flood cover')
    fireEvent.click(link)
    await waitFor(() =>
      expect(router.state.location.href).toBe(
        `/ecosystems/${one.ecosystemId}/maps/${one.map!.id}?select=${one.about.id}#comments`,
      ),
    )
    expect(received.find(({ path }) => path === '/api/inbox/read')?.body).toEqual({ ids: [one.id] })
  })

  it('marks all as read', async () => {
    const lines = [line(), line({ isRead: true }), line({ kind: 'decided', outcome: 'no' })]
    const { received } = answering({ unread: 2, lines })
    openPage('/inbox')
    expect(await screen.findByText('Your proposal was declined')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Mark all as read' }))
    await waitFor(() =>
      expect(received.find(({ path }) => path === '/api/inbox/read')?.body).toEqual({
        ids: [lines[0]!.id, lines[2]!.id],
      }),
    )
  })

  it('announces a newcomer before it has come, and leads to where one withdraws', async () => {
    const one = line({
      ...{ kind: 'joins', row: { kind: 'lane', id: id() }, text: '' },
      ...{ about: { kind: 'lane', id: id(), name: 'Rival broker' }, by: { organisation: '', person: '' } },
    })
    answering({ unread: 1, lines: [one] })
    const router = openPage('/inbox')
    const link = await screen.findByRole('link', { name: /An organisation is invited to where you shared/ })
    expect(link.textContent).toContain('Rival broker on Flood cover')
    fireEvent.click(link)
    await waitFor(() => expect(router.state.location.pathname).toBe(`/ecosystems/${one.ecosystemId}/sharing`))
  })

  it('asks whoever may to organise, and leads to where that is answered', async () => {
    const ecosystemId = id()
    const offered = line({
      ...{ kind: 'handoverOffered', ecosystemId, map: null, row: { kind: 'handover', id: id() }, text: '' },
      about: { kind: 'ecosystem', id: ecosystemId, name: 'Commercial cover' },
    })
    answering({ unread: 1, lines: [offered] })
    const router = openPage('/inbox')
    const link = await screen.findByRole('link', { name: /Priya Nair .* asks you to take over organising/ })
    expect(link.textContent).toContain('Commercial cover')
    expect(link.textContent).not.toContain(' on ')
    fireEvent.click(link)
    const answered = `/ecosystems/${ecosystemId}/partners#organising`
    await waitFor(() => expect(router.state.location.href).toBe(answered))
  })

  it('says what an admin lets one do now, and leads to where that stands', async () => {
    const place = { ecosystemId: null, map: null, row: { kind: 'membership', id: id() } } as const
    const about = { kind: 'organisation', id: fernhill.id, name: 'Fernhill' } as const
    const rights: NewsLine['rights'] = { role: null, given: ['confirm'], withheld: [] }
    const told = { ...place, about, by: { organisation: '', person: 'Anna Berg' }, rights }
    answering({ unread: 1, lines: [line({ kind: 'rights', text: '', ...told })] })
    const router = openPage('/inbox')
    fireEvent.click(await screen.findByRole('link', { name: /Anna Berg lets you confirm handoffs now/ }))
    await waitFor(() => expect(router.state.location.href).toBe('/settings?tab=organisation#rights'))
  })

  it('says what will stand there while it is empty', async () => {
    answering({ unread: 0, lines: [] })
    openPage('/inbox')
    expect(await screen.findByText(/When somebody mentions you/)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Inbox' })).toBeTruthy()
  })

  it('says what changed on a map one follows, and leads there', async () => {
    const mapId = id()
    const changed = line({
      ...{
        kind: 'changed',
        map: { id: mapId, name: 'Flood cover' },
        row: { kind: 'map', id: mapId },
        text: '',
      },
      ...{ about: { kind: 'map', id: mapId, name: 'Flood cover' }, by: { organisation: '', person: '' } },
      changes: { since: '2027-03-01T06:00:00.000Z', counts: [{ thing: 'touchpoint', count: 4 }] },
    })
    answering({ unread: 1, lines: [changed] })
    const router = openPage('/inbox')
    const link = await screen.findByRole('link', { name: /4 changes since .*: 4 touchpoints/ })
    expect(link.textContent).toContain('Flood cover')
    fireEvent.click(link)
    const map = `/ecosystems/${changed.ecosystemId}/maps/${mapId}`
    await waitFor(() => expect(router.state.location.href).toBe(map))
  })

  it('is summed up by a letter a day, one a week, or by none', async () => {
    const { received } = answering({ unread: 0, lines: [] })
    openPage('/settings')
    expect((await screen.findByLabelText<HTMLInputElement>('Once a day')).checked).toBe(true)
    fireEvent.click(screen.getByLabelText('Once a week, on Monday'))
    await waitFor(() =>
      expect(received.find(({ method }) => method === 'PUT')).toMatchObject({ body: { digest: 'weekly' } }),
    )
  })
})

it('the bell of a map says how many colleagues follow it, and follows by a click', async () => {
  const chain = valueChain()
  const { server, mapId, insurer } = chain
  const path = `/api/maps/${mapId}/following`
  const { received } = serveChain(chain, insurer, {
    [`GET ${path}`]: { status: 200, body: { follows: false, ownFollowers: 2 } },
    [`PUT ${path}`]: { status: 204 },
  })
  openPage(`/ecosystems/${server.ecosystemId}/maps/${mapId}?view=outline`)
  const bell = await screen.findByLabelText(/^Tell me what changes here. 2 of your people follow/)
  expect(bell.getAttribute('aria-pressed')).toBe('false')
  fireEvent.click(bell)
  await waitFor(() =>
    expect(received.find(({ method }) => method === 'PUT')).toMatchObject({ path, body: { follows: true } }),
  )
})

describe('the count in the bar', () => {
  let [one, two] = ['', '']
  const item = (ecosystemId: string) => ({
    ...{ id: ecosystemId, name: 'Cover', goal: '', demo: false, maps: [], convener: fernhill },
  })
  let unread = 0
  let asked = 0
  beforeEach(() => {
    FakeSocket.install()
    vi.useFakeTimers({ shouldAdvanceTime: true })
    ;[unread, asked] = [0, 0]
    // A page keeps its lines: each test has ecosystems of its own.
    ;[one, two] = [id(), id()]
    serve({
      ...signedIn,
      'GET /api/inbox': () => {
        asked += 1
        return { status: 200, body: { unread, lines: [] } }
      },
      'GET /api/ecosystems': { status: 200, body: [item(one), item(two)] },
      'GET /api/inbox/digest': { status: 200, body: { digest: 'daily' } },
    })
  })
  afterEach(() => vi.useRealTimers())
  const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1_000))
  const openSettings = async () => {
    openPage('/settings')
    await screen.findByRole('link', { name: 'Inbox' })
    await waitFor(() => expect(FakeSocket.opened).toHaveLength(2))
  }

  it('is there as soon as the server says so, on the line of whichever ecosystem, and is not asked for again and again', async () => {
    await openSettings()
    const named = FakeSocket.opened.map(({ url }) => new URL(url))
    expect(named.map(({ pathname }) => pathname)).toEqual(
      [one, two].map((ecosystemId) => `/api/ecosystems/${ecosystemId}/live`),
    )
    for (const { searchParams } of named)
      expect(Object.fromEntries(searchParams)).toEqual({
        ...{ organisation: fernhill.id, person: ines.person.id },
      })
    act(() => {
      for (const socket of FakeSocket.opened) socket.ready()
    })
    await pass(1)
    const before = asked
    await pass(60)
    expect(asked).toBe(before)
    unread = 3
    act(() => FakeSocket.opened[1]!.tell({ type: 'news' }))
    expect(await screen.findByRole('link', { name: 'Inbox, 3 unread' })).toBeTruthy()
    // A change that calls nobody is no reason to ask.
    const known = asked
    act(() => FakeSocket.opened[0]!.tell({ type: 'changed' }))
    await pass(5)
    expect(asked).toBe(known)
  })

  it('is asked for where a line is not open', async () => {
    await openSettings()
    act(() => FakeSocket.opened[0]!.ready())
    await pass(1)
    const before = asked
    unread = 1
    await pass(25)
    expect(asked).toBeGreaterThan(before)
    expect(screen.getByRole('link', { name: 'Inbox, 1 unread' })).toBeTruthy()
  })
})

it('the bell asks about a map that was just made only once the server knows of it', async () => {
  const own = { mapId: id(), organisationId: id() }
  const path = `/api/maps/${own.mapId}/following`
  const { received } = serve({
    [`GET ${path}`]: { status: 200, body: { follows: false, ownFollowers: 0 } },
  })
  const queries = new QueryClient()
  const bell = (isSaved: boolean) => (
    <QueryClientProvider client={queries}>
      <FollowButton {...own} isSaved={isSaved} />
    </QueryClientProvider>
  )
  const { rerender } = render(bell(false))
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)))
  expect(received).toEqual([])
  rerender(bell(true))
  await screen.findByLabelText(/^Tell me what changes here/)
  expect(received.map((request) => request.path)).toEqual([path])
})
