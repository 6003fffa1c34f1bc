import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { termsOf } from '../../shared/handoffs/terms.ts'
import { someone, valueChain } from '../support/chain.ts'
import { serveChain } from './support/ecosystem.ts'
import { openPage } from './support/page.tsx'
import { serve, signedIn } from './support/server.ts'

const column = async (name: RegExp) =>
  (await screen.findByRole('heading', { level: 3, name })).parentElement as HTMLElement

describe('Home', () => {
  it('tells what waits on us and what was promised to us', async () => {
    const chain = valueChain()
    const { server, broker, links } = chain
    const terms = termsOf(server.rows.get('link', links.lodged)!)
    server.do(broker, [
      { type: 'handoff.confirm', confirmationId: crypto.randomUUID(), linkId: links.lodged, terms },
    ])
    serveChain(chain, chain.insurer)
    openPage('/home')
    expect(within(await column(/Waiting on us 1/)).getByRole('link', { name: 'Risk data' })).toBeTruthy()
    const promised = await column(/Promised to us 1/)
    expect(within(promised).getByText('Oakes & Vale to you, within 8 h')).toBeTruthy()
    expect(within(await column(/Waiting on them 0/)).getByText(/Nobody owes you/)).toBeTruthy()
  })

  it('tells whoever may not confirm which colleague can, and nobody else', async () => {
    const chain = valueChain()
    const { server, broker, insurer, links } = chain
    const terms = termsOf(server.rows.get('link', links.lodged)!)
    const confirmation = { confirmationId: crypto.randomUUID(), linkId: links.lodged, terms }
    server.do(broker, [{ type: 'handoff.confirm', ...confirmation }])
    const since = '2026-01-01T00:00:00.000Z'
    const colleague = (name: string, role: string, withheld: string[] = []) => {
      const email = `${name}@fernhill.example`
      return { personId: crypto.randomUUID(), name, email, role, withheld, since }
    }
    const people = [
      colleague('Anna', 'admin'),
      colleague('Cem', 'editor', ['share']),
      colleague('Marcus', 'editor', ['confirm']),
      colleague('Vera', 'viewer'),
    ]
    const more = {
      [`GET /api/organisations/${insurer.organisationId}/members`]: { status: 200, body: people },
    }
    serveChain(chain, { ...insurer, withheld: ['confirm'] }, more)
    openPage('/home')
    const own = within(await column(/Waiting on us 1/))
    expect(await own.findByText('Not yours to confirm: Anna and Cem can.')).toBeTruthy()
    expect(within(await column(/Waiting on them/)).queryByText(/Not yours/)).toBeNull()
    cleanup()
    serveChain(chain, insurer, more)
    openPage('/home')
    await column(/Waiting on us 1/)
    expect(screen.queryByText(/Not yours to confirm/)).toBeNull()
  })

  it('takes a yes to what a partner proposes', async () => {
    const chain = valueChain()
    const ownership = crypto.randomUUID()
    chain.server.do(chain.insurer, [
      {
        type: 'ownership.add',
        id: ownership,
        touchpointId: chain.cards.decide,
        partyId: chain.parties.broker,
        accountability: 'contributes',
      },
    ])
    serveChain(chain, chain.broker)
    openPage('/home')
    const name = 'Accept: Fernhill asks you to contribute to Decides the claim'
    fireEvent.click(await screen.findByRole('button', { name }))
    await waitFor(() => expect(chain.server.rows.get('ownership', ownership)?.state).toBe('accepted'))
    await waitFor(() => expect(screen.queryByRole('button', { name })).toBeNull())
  })

  it('tells what a partner has not answered yet, which can be taken back', async () => {
    const chain = valueChain()
    const id = crypto.randomUUID()
    const part = { partyId: chain.parties.broker, accountability: 'contributes' } as const
    chain.server.do(chain.insurer, [{ type: 'ownership.add', id, touchpointId: chain.cards.decide, ...part }])
    serveChain(chain, chain.insurer)
    openPage('/home')
    const name = 'Take back: Oakes & Vale is asked to contribute to Decides the claim'
    expect(within(await column(/Waiting on them 2/)).getByRole('button', { name })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name }))
    await column(/Waiting on them 1/)
    expect(chain.server.rows.get('ownership', id)?.deleted).toBe(true)
  })

  it('tells of a blind round that waits for one’s answers, then of one that one may reveal', async () => {
    const chain = valueChain()
    const { server, insurer, broker, mapId, cards } = chain
    const [roundId, ballotId] = [crypto.randomUUID(), crypto.randomUUID()]
    const asked = {
      askedOrganisationIds: [broker.organisationId],
      touchpointIds: [cards.quote, cards.decide],
    }
    server.do(insurer, [
      {
        ...({ type: 'round.open', id: roundId, mapId, name: 'How claims feel' } as const),
        ...({ measures: ['performance'], dueOn: '2027-03-31', ...asked } as const),
      },
    ])
    serveChain(chain, broker)
    const router = openPage('/home')
    const waiting = within(await column(/Waiting on us/))
    const words = waiting.getByText(/Fernhill asks you to rate 2 cards on Flood cover, until/)
    expect(words.textContent).toContain('Blind round “How claims feel”')
    fireEvent.click(waiting.getByRole('link', { name: 'Answer “How claims feel”' }))
    const address = `/ecosystems/${server.ecosystemId}/rounds/${roundId}`
    await waitFor(() => expect(router.state.location.pathname).toBe(address))
    cleanup()

    server.do(broker, [
      { type: 'ballot.start', id: ballotId, roundId },
      { type: 'ballot.done', id: ballotId },
    ])
    serveChain(chain, insurer)
    openPage('/home')
    const mine = within(await column(/Waiting on us/))
    expect(mine.getByText(/everybody is done, and you may reveal the answers/)).toBeTruthy()
    const look = mine.getByRole('link', { name: 'Look at it: “How claims feel”' })
    expect(look.textContent).toBe('Look at it')
    cleanup()
    // Whoever is done, or only reads along, has nothing to do about it.
    for (const other of [broker, { ...broker, personId: crypto.randomUUID(), role: 'viewer' as const }]) {
      serveChain(chain, other)
      openPage('/home')
      expect(within(await column(/Waiting on us/)).queryByText(/Blind round/)).toBeNull()
      cleanup()
    }
  })

  it('shows an offer to organise to both sides, and leads to where it is answered', async () => {
    const chain = valueChain()
    const toOrganisationId = chain.broker.organisationId
    const offer = { type: 'handover.offer', id: crypto.randomUUID(), toOrganisationId } as const
    chain.server.do({ ...chain.insurer, role: 'admin' }, [offer])
    serveChain(chain, chain.broker)
    openPage('/home')
    const asked = await screen.findByRole('link', { name: 'See what it means' })
    expect(asked.getAttribute('href')).toBe(`/ecosystems/${chain.server.ecosystemId}/partners#organising`)
    expect(
      within(await column(/Waiting on us/)).getByText(/asks you to take over organising Cover/),
    ).toBeTruthy()
    cleanup()
    serveChain(chain, chain.insurer)
    openPage('/home')
    await screen.findByRole('link', { name: 'See the offer' })
    expect(
      within(await column(/Waiting on them/)).getByText(/has your offer to take over organising Cover/),
    ).toBeTruthy()
  })

  it('tells that a part ended, by whom, and offers an admin what is its own as a file', async () => {
    const departure = {
      ...{ ecosystemId: crypto.randomUUID(), ecosystem: 'Flood cover', endedBy: 'Oakes & Vale' },
      maps: [{ id: crypto.randomUUID(), name: 'Claim' }],
      ...{ leftAt: '2026-01-05T10:00:00.000Z', until: '2026-04-05T10:00:00.000Z' },
    }
    const { received } = serve({
      ...signedIn,
      'GET /api/ecosystems': { status: 200, body: [] },
      'GET /api/departures': { status: 200, body: [departure] },
    })
    openPage('/home')
    expect(await screen.findByText('Oakes & Vale ended your part in Claim')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Save what is ours as a file' }))
    const path = `/api/ecosystems/${departure.ecosystemId}/own-rows.json`
    await waitFor(() => expect(received.some((one) => one.path === path)).toBe(true))
    expect(await screen.findByText('This is not there.')).toBeTruthy()
  })

  it('teaches where to begin while there is nothing', async () => {
    serve({
      ...signedIn,
      'GET /api/ecosystems': { status: 200, body: [] },
      'GET /api/invitations': { status: 200, body: [] },
    })
    openPage('/home')
    expect(await screen.findByText('Begin with the journey your customers live')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Create an ecosystem' })).toBeTruthy()
  })

  it('names apart a map and the lane on it that somebody has yet to review', async () => {
    const chain = valueChain()
    const { server, mapId, parties, lanes } = chain
    const baker = someone()
    server.organisations.push({ id: baker.organisationId, name: 'Brightwater' })
    server.do(
      baker,
      [
        { type: 'party.hold', id: parties.bakery },
        { type: 'participant.join', id: crypto.randomUUID(), mapId },
      ],
      { kind: 'invitation', partyId: parties.bakery, mapIds: [mapId] },
    )
    serveChain(chain, chain.insurer)
    openPage('/home')
    const lane = await screen.findByRole('link', { name: 'its lane on Flood cover, Brightwater' })
    expect(lane.getAttribute('href')).toContain(lanes.bakery)
    expect(screen.getAllByRole('link', { name: 'Flood cover' })).toHaveLength(1)
  })

  it('asks for a yes to a move of a card, says whether it has moved since, and lets its proposer take it back', async () => {
    const chain = valueChain()
    const { server, cards, lanes, stages } = chain
    const propose = (stageId: string) =>
      server.do(chain.broker, [
        {
          ...{ type: 'move.propose', id: crypto.randomUUID(), touchpointId: cards.decide },
          ...{ laneId: lanes.insurer, stageId, rank: 'a5' },
        },
      ])
    propose(stages.choose)
    const fields = { stageId: stages.need }
    server.do(chain.insurer, [{ type: 'touchpoint.change', id: cards.decide, fields }])
    serveChain(chain, chain.insurer)
    openPage('/home')
    const accept = await screen.findByRole('button', {
      name: 'Accept: Oakes & Vale proposes to move Decides the claim to Fernhill, Choose; it has moved since',
    })
    fireEvent.click(accept)
    await waitFor(() => expect(server.rows.get('touchpoint', cards.decide)?.stageId).toBe(stages.choose))
    cleanup()

    propose(stages.claim)
    serveChain(chain, chain.broker)
    openPage('/home')
    const said = 'Fernhill is asked to agree that we move Decides the claim to Fernhill, Claim'
    fireEvent.click(await screen.findByRole('button', { name: `Take back: ${said}` }))
    await waitFor(() => expect(server.rows.all('move').map(({ state }) => state)).toEqual(['accepted']))
  })

  it('moves nothing that one sees while the rest still loads', async () => {
    const chain = valueChain()
    const { id } = chain.server.rows.get('ecosystem', chain.server.ecosystemId)!
    const slow = crypto.randomUUID()
    const convener = { id: chain.insurer.organisationId, name: 'Fernhill' }
    const item = (id: string, name: string) => ({ id, name, goal: '', demo: false, convener, maps: [] })
    const nothing = { cursor: 'c', reset: true, rows: [], gone: [], organisations: [] }
    const answers = { invitations: answeredLater(), slow: answeredLater() }
    const { received } = serveChain(chain, chain.insurer, {
      'GET /api/ecosystems': { status: 200, body: [item(slow, 'Slow'), item(id, 'Quick')] },
      'GET /api/invitations': () => answers.invitations.promise,
      [`GET /api/ecosystems/${slow}/changes`]: () => answers.slow.promise,
    })
    openPage('/home')
    const boards = () => screen.queryAllByRole('region', { name: /^(Slow|Quick)/ })
    const hasAsked = (id: string) => received.some(({ path }) => path.startsWith(`/api/ecosystems/${id}/ch`))
    await waitFor(() => expect([slow, id].map(hasAsked)).toEqual([true, true]))
    expect(boards()).toHaveLength(0)
    answers.invitations.answer([])
    await waitFor(() => expect(boards()).toHaveLength(1))
    expect(boards()[0]!.textContent).toMatch(/^Slow.*Loading what is open/)
    expect(screen.queryByRole('heading', { name: /^Waiting on us/ })).toBeNull()
    answers.slow.answer(nothing)
    await waitFor(() => expect(boards()).toHaveLength(2))
    await screen.findByRole('heading', { name: /^Waiting on us/ })
  })

  it('says what went wrong and lets one try again', async () => {
    let answers = 0
    serve({
      ...signedIn,
      'GET /api/invitations': { status: 200, body: [] },
      'GET /api/ecosystems': () =>
        answers++ === 0
          ? { status: 400, body: { error: { code: 'x', message: 'The shelf is empty.' } } }
          : { status: 200, body: [] },
    })
    openPage('/home')
    expect(await screen.findByText('The shelf is empty.')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('Begin with the journey your customers live')).toBeTruthy()
  })
})

function answeredLater() {
  let answer: (body: unknown) => void = () => {}
  const promise = new Promise<{ status: number; body: unknown }>((resolve) => {
    answer = (body) => resolve({ status: 200, body })
  })
  return { promise, answer }
}
