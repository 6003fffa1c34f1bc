import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Chain, valueChain } from '../support/chain.ts'
import { serveChain } from './support/ecosystem.ts'
import { openPage } from './support/page.tsx'

const newId = () => crypto.randomUUID() as string

/** Fernhill asks itself and Oakes & Vale about two cards. */
function chainWithRound() {
  const chain = valueChain()
  const { server, insurer, broker, mapId, cards } = chain
  const round = newId()
  server.do(insurer, [
    {
      type: 'round.open',
      id: round,
      mapId,
      name: 'How well does a claim work?',
      measures: ['performance'],
      touchpointIds: [cards.decide, cards.learn],
      askedOrganisationIds: [insurer.organisationId, broker.organisationId],
    },
  ])
  const answer = (who: Chain['insurer'], scores: [decide: number, learn: number], isDone = true) => {
    const ballot = newId()
    const vote = (touchpointId: string, score: number) =>
      ({
        type: 'vote.set',
        id: newId(),
        roundId: round,
        touchpointId,
        measure: 'performance',
        score,
      }) as const
    server.do(who, [
      { type: 'ballot.start', id: ballot, roundId: round },
      vote(cards.decide, scores[0]),
      { ...vote(cards.learn, scores[1]), reason: who === insurer ? 'On time.' : 'We wait six days.' },
      ...(isDone ? [{ type: 'ballot.done', id: ballot } as const] : []),
    ])
  }
  const place = `/ecosystems/${server.ecosystemId}/rounds`
  return { ...chain, round, answer, place, page: `${place}/${round}` }
}

describe('answering a blind round', () => {
  it('goes card by card with digits, J and K, keeps it to oneself, and ends with being done', async () => {
    const chain = chainWithRound()
    serveChain(chain, chain.broker)
    openPage(chain.page)
    expect(await screen.findByText(/Only you see what you answer/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Begin' }))
    expect(await screen.findByRole('heading', { name: 'Decides the claim' })).toBeTruthy()
    fireEvent.keyDown(window, { key: '3' })
    fireEvent.keyDown(window, { key: 'j' })
    expect(await screen.findByRole('heading', { name: 'Learns the outcome' })).toBeTruthy()
    fireEvent.keyDown(window, { key: '1' })
    fireEvent.keyDown(window, { key: '0' })
    expect(await screen.findByText(/All rated/)).toBeTruthy()
    fireEvent.keyDown(window, { key: 'k' })
    expect(await screen.findByRole('heading', { name: 'Decides the claim' })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'I am done' }))
    expect(await screen.findByRole('heading', { name: 'You are done' })).toBeTruthy()
    await waitFor(() => expect(chain.server.rows.all('ballot')[0]?.state).toBe('done'))
    const votes = chain.server.rows.all('vote')
    expect(votes.map(({ score }) => score).toSorted()).toEqual([10, 3])
    expect(votes.flatMap(({ audience }) => audience)).toEqual(
      Array(2).fill(`person:${chain.broker.personId}`),
    )
    fireEvent.click(screen.getByRole('button', { name: 'Open my answers again' }))
    expect(await screen.findByRole('heading', { name: 'Decides the claim' })).toBeTruthy()
  })

  it('leaves digits to the reason one types', async () => {
    const chain = chainWithRound()
    serveChain(chain, chain.broker)
    openPage(chain.page)
    fireEvent.click(await screen.findByRole('button', { name: 'Begin' }))
    const why = await screen.findByLabelText('Why, in one sentence')
    fireEvent.keyDown(why, { key: '7', bubbles: true })
    fireEvent.change(why, { target: { value: '7 days' } })
    fireEvent.blur(why)
    await waitFor(() =>
      expect(chain.server.rows.all('vote')).toMatchObject([{ reason: '7 days', score: null }]),
    )
  })

  it('is for editors and admins: a viewer reads why', async () => {
    const chain = chainWithRound()
    const { broker } = chain
    serveChain(chain, { ...broker, personId: newId(), role: 'viewer' })
    openPage(chain.page)
    expect(await screen.findByText(/speaks for your organisation/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Begin' })).toHaveProperty('disabled', true)
  })
})

describe('facilitating a blind round', () => {
  it('shows who is done and nothing of what they answered, and reveals without whom one names', async () => {
    const chain = chainWithRound()
    chain.answer(chain.insurer, [9, 8])
    chain.answer(chain.broker, [3, 2], false)
    serveChain(chain, chain.insurer)
    openPage(chain.page)
    const asked = await screen.findByRole('complementary', { name: 'Who is asked' })
    expect(within(asked).getByText('Not done yet: Oakes & Vale.')).toBeTruthy()
    expect(document.body.textContent).not.toContain('We wait six days.')
    fireEvent.click(within(asked).getByRole('button', { name: 'Reveal without Oakes & Vale …' }))
    expect(await screen.findByText(/what is not finished stays private/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Reveal to them' }))
    const decided = await screen.findByRole('article', { name: 'Decides the claim' })
    expect(within(decided).getByText('Fernhill')).toBeTruthy()
    expect(within(decided).queryByText('Oakes & Vale')).toBeNull()
    expect(screen.getByText(/Without an answer of Oakes & Vale/)).toBeTruthy()
  })

  it('shows every vote after the reveal, with median, range and spread, the widest first', async () => {
    const chain = chainWithRound()
    chain.answer(chain.insurer, [7, 9])
    chain.answer(chain.broker, [6, 3])
    serveChain(chain, chain.insurer)
    openPage(chain.page)
    fireEvent.click(await screen.findByRole('button', { name: 'Reveal …' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Reveal to them' }))
    await screen.findByRole('article', { name: 'Learns the outcome' })
    const names = screen.getAllByRole('article').map((article) => article.getAttribute('aria-label'))
    expect(names).toEqual(['Learns the outcome', 'Decides the claim'])
    const [learns] = screen.getAllByRole('article')
    await within(learns!).findByRole('img', {
      name: 'How well it works, from 0 to 10: Oakes & Vale 3, Fernhill 9',
    })
    expect(learns!.textContent).toContain('6 points apart, median 6, from 3 to 9')
    expect(within(learns!).getByText('We wait six days.')).toBeTruthy()
  })
})

describe('who of us answers', () => {
  const dora = { personId: newId(), name: 'Dora Lind', email: 'dora@fernhill.example', role: 'editor' }
  const eli = { personId: newId(), name: 'Eli Roth', email: 'eli@fernhill.example', role: 'viewer' }
  const members = ({ insurer }: Chain) => ({
    [`GET /api/organisations/${insurer.organisationId}/members`]: { status: 200, body: [dora, eli] },
  })

  it('is said on the round, for our eyes only, and the others read how many', async () => {
    const chain = chainWithRound()
    const { server, insurer, round } = chain
    serveChain(chain, insurer, members(chain))
    openPage(chain.page)
    const asked = await screen.findByRole('complementary', { name: 'Who is asked' })
    fireEvent.click(await within(asked).findByRole('checkbox', { name: 'Dora Lind' }))
    expect(await within(asked).findByText('Dora Lind, not begun')).toBeTruthy()
    expect(within(asked).getByText(/Only we see whom we chose/)).toBeTruthy()
    expect(within(asked).queryByRole('checkbox', { name: 'Eli Roth' })).toBeNull()
    await waitFor(() => expect(server.rows.get('round', round)!.expected).toHaveLength(1))
    fireEvent.click(within(asked).getByRole('checkbox', { name: 'Dora Lind' }))
    await waitFor(() => expect(server.rows.get('round', round)!.expected).toEqual([]))
  })

  it('is nobody’s business elsewhere: a partner reads a number and no name', async () => {
    const chain = chainWithRound()
    const { server, insurer, broker, round } = chain
    const named = { roundId: round, personId: dora.personId, authorName: dora.name }
    server.do(insurer, [{ type: 'ballot.expect', id: newId(), ...named }])
    serveChain(chain, broker)
    openPage(chain.page)
    const asked = await screen.findByRole('complementary', { name: 'Who is asked' })
    expect(within(asked).getByText('1 still to begin')).toBeTruthy()
    expect(document.body.textContent).not.toContain('Dora')
  })

  it('is chosen with the opening of a round', async () => {
    const chain = valueChain()
    const { server, cards, mapId, insurer } = chain
    serveChain(chain, insurer, members(chain))
    openPage(`/ecosystems/${server.ecosystemId}/new-round?map=${mapId}&cards=${cards.decide}`)
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Dora Lind' }))
    fireEvent.click(screen.getByRole('button', { name: 'Start the round' }))
    await waitFor(() =>
      expect(server.rows.all('ballot')).toMatchObject([{ personId: dora.personId, state: 'expected' }]),
    )
  })
})

describe('starting a blind round', () => {
  it('begins with the cards one comes with, says who will see what, and opens the round', async () => {
    const chain = valueChain()
    const { server, cards, mapId, insurer, broker } = chain
    serveChain(chain, insurer)
    const query = `map=${mapId}&cards=${encodeURIComponent(`${cards.decide},${cards.learn}`)}`
    const router = openPage(`/ecosystems/${server.ecosystemId}/new-round?${query}`)
    expect(await screen.findByText('Which cards are rated (2 chosen)')).toBeTruthy()
    expect(
      screen.getByText(/after the reveal every score and reason with the name of who gave it/),
    ).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Start the round' }))
    await waitFor(() => expect(server.rows.all('round')).toHaveLength(1))
    const [round] = server.rows.all('round')
    expect(round).toMatchObject({
      touchpointIds: [cards.decide, cards.learn],
      measures: ['performance'],
      askedOrganisationIds: [insurer.organisationId, broker.organisationId],
    })
    await waitFor(() => expect(router.state.location.pathname).toContain(round!.id))
  })

  it('is offered by Review for the cards it shows', async () => {
    const chain = valueChain()
    const { server, cards, broker } = chain
    const target = { targetKind: 'touchpoint', targetId: cards.learn } as const
    server.do(broker, [
      { type: 'mark.add', id: newId(), ...target, kind: 'pain', statement: 'Nobody phones.', with: 'map' },
    ])
    serveChain(chain, broker)
    openPage(`/ecosystems/${server.ecosystemId}/review`)
    const link = await screen.findByRole('link', { name: 'Rate these together, blind' })
    expect(link.getAttribute('href')).toContain(cards.learn)
  })
})

it('the list of rounds teaches what they are for while there is none', async () => {
  const empty = valueChain()
  serveChain(empty, empty.broker)
  openPage(`/ecosystems/${empty.server.ecosystemId}/rounds`)
  expect(await screen.findByText(/In a blind round everybody answers for themselves/)).toBeTruthy()
})

it('a round waits for one’s answers in the list', async () => {
  const chain = chainWithRound()
  serveChain(chain, chain.broker)
  openPage(chain.place)
  expect(await screen.findByRole('heading', { name: 'Waiting for your answers' })).toBeTruthy()
  expect(screen.getByText('0 of 2 done')).toBeTruthy()
})

it('the panel of a card says that it is asked about, and after the reveal how far apart people lie', async () => {
  const chain = chainWithRound()
  const { server, insurer, broker, cards, mapId, round } = chain
  serveChain(chain, broker)
  openPage(`/ecosystems/${server.ecosystemId}/maps/${mapId}?view=outline&select=${cards.learn}`)
  const rated = await screen.findByRole('region', { name: 'Rated blind' })
  expect(rated.textContent).toContain('Waits for your answer.')
  chain.answer(insurer, [7, 9])
  chain.answer(broker, [6, 3])
  expect(rated.textContent).not.toContain('apart')
  server.do(insurer, [{ type: 'round.reveal', id: round }])
  expect(await within(rated).findByText('6 points apart', {}, { timeout: 5_000 })).toBeTruthy()
})
