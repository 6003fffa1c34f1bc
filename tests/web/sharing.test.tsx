import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { organisationKey } from '../../shared/audience/audience.ts'
import { countShared } from '../../web/sharing/countShared.ts'
import { valueChain } from '../support/chain.ts'
import { serveChain } from './support/ecosystem.ts'
import { openPage } from './support/page.tsx'

it('takes a shared view back to one’s own organisation, and leaves nothing of it listed', async () => {
  const chain = valueChain()
  const view = crypto.randomUUID()
  chain.server.do(chain.broker, [
    {
      type: 'perspective.add',
      id: view,
      targetKind: 'touchpoint',
      targetId: chain.cards.learn,
      statement: 'We wait six days.',
    },
    { type: 'perspective.share', id: view, with: 'map' },
  ])
  serveChain(chain, chain.broker)
  openPage(`/ecosystems/${chain.server.ecosystemId}/sharing`)
  fireEvent.click(await screen.findByRole('button', { name: /Withdraw: Learns the outcome/ }))
  expect(screen.getByText(/^What partners wrote stays theirs/)).toBeTruthy()
  const own = [organisationKey(chain.broker.organisationId)]
  await waitFor(() => expect(chain.server.rows.get('perspective', view)?.audience).toEqual(own))
  await waitFor(() => expect(screen.queryByText(/We wait six days/)).toBeNull())
  expect(chain.server.pull(chain.insurer, null).rows.some(({ row }) => row.id === view)).toBe(false)
})

it('takes back many pieces at once, as one edit', async () => {
  const chain = valueChain()
  const { server, broker, insurer, cards } = chain
  const [view, mark] = [crypto.randomUUID(), crypto.randomUUID()]
  const target = { targetKind: 'touchpoint', targetId: cards.learn } as const
  server.do(broker, [
    { type: 'perspective.add', id: view, ...target, statement: 'We wait six days.' },
    { type: 'perspective.share', id: view, with: 'map' },
    { type: 'mark.add', id: mark, ...target, kind: 'pain', statement: 'Nobody phones.', with: 'map' },
  ])
  serveChain(chain, broker)
  openPage(`/ecosystems/${server.ecosystemId}/sharing`)
  fireEvent.click(await screen.findByRole('checkbox', { name: /We wait six days/ }))
  fireEvent.click(screen.getByRole('checkbox', { name: /Nobody phones/ }))
  const before = server.effects.size
  fireEvent.click(screen.getByRole('button', { name: 'Withdraw all 2' }))
  const own = [organisationKey(broker.organisationId)]
  await waitFor(() => expect(server.rows.get('perspective', view)?.audience).toEqual(own))
  expect(server.rows.get('mark', mark)?.audience).toEqual(own)
  expect(server.effects.size).toBe(before + 1)
  const theirs = JSON.stringify(server.pull(insurer, null))
  expect(theirs).not.toMatch(/We wait six days|Nobody phones/)
})

it('lists comments and revealed votes among what outsiders see, and offers no way back for a vote', async () => {
  const chain = valueChain()
  const { server, broker, insurer, cards, mapId } = chain
  const [round, ballot] = [crypto.randomUUID(), crypto.randomUUID()]
  const target = { targetKind: 'touchpoint', targetId: cards.learn } as const
  server.do(insurer, [
    {
      type: 'round.open',
      id: round,
      mapId,
      name: 'How well?',
      measures: ['performance'],
      touchpointIds: [cards.learn],
      askedOrganisationIds: [broker.organisationId],
    },
  ])
  server.do(broker, [
    { type: 'comment.add', id: crypto.randomUUID(), ...target, text: 'Who phones?', with: 'map' },
    { type: 'ballot.start', id: ballot, roundId: round },
    {
      type: 'vote.set',
      id: crypto.randomUUID(),
      roundId: round,
      touchpointId: cards.learn,
      measure: 'performance',
      score: 3,
    },
    { type: 'ballot.done', id: ballot },
  ])
  serveChain(chain, broker)
  openPage(`/ecosystems/${server.ecosystemId}/sharing`)
  const comments = await screen.findByRole('region', { name: 'Our comments' })
  expect(comments.textContent).toContain('Who phones?')
  expect(screen.queryByRole('region', { name: 'Our answers in blind rounds' })).toBeNull()
  server.do(insurer, [{ type: 'round.reveal', id: round }])
  const votes = await screen.findByRole('region', { name: 'Our answers in blind rounds' }, { timeout: 5_000 })
  expect(votes.textContent).toContain('How well it works, 3 of 10')
  expect(within(votes).queryByRole('button', { name: /Withdraw/ })).toBeNull()
})

it('says that a partner withdrew its view, without what it said', async () => {
  const chain = valueChain()
  const { server, broker, insurer, cards } = chain
  const [view, gone] = [crypto.randomUUID(), crypto.randomUUID()]
  const share = (id: string, targetId: string, statement: string) =>
    server.do(insurer, [
      { type: 'perspective.add', id, targetKind: 'touchpoint', targetId, statement },
      { type: 'perspective.share', id, with: 'map' },
    ])
  share(view, cards.learn, 'On time.')
  share(gone, cards.quote, 'Quick.')
  serveChain(chain, broker)
  openPage(`/ecosystems/${server.ecosystemId}/maps/${chain.mapId}?view=outline&select=${cards.learn}`)
  const sides = await screen.findByRole('region', { name: 'Side by side' })
  expect(sides.textContent).toContain('On time.')
  // A view that goes with its card was not withdrawn.
  server.do(insurer, [{ type: 'touchpoint.remove', id: cards.quote }])
  server.do(insurer, [{ type: 'perspective.share', id: view, with: 'organisation' }])
  const notice = 'Fernhill withdrew its view of “Learns the outcome”.'
  expect(await screen.findByText(notice, {}, { timeout: 5_000 })).toBeTruthy()
  expect(screen.queryByText(/withdrew its view of “Prices the risk”/)).toBeNull()
  expect(await screen.findByText('Fernhill withdrew its view.')).toBeTruthy()
  expect(document.body.textContent).not.toContain('On time.')
})

it('shares with one partner by name, who alone then sees it, and says in the panel who sees what', async () => {
  const chain = valueChain()
  const { server, broker, insurer, cards, mapId } = chain
  const view = crypto.randomUUID()
  const target = { targetKind: 'touchpoint', targetId: cards.learn } as const
  server.do(broker, [{ type: 'perspective.add', id: view, ...target, performance: 3, notes: 'We steer.' }])
  serveChain(chain, broker)
  openPage(`/ecosystems/${server.ecosystemId}/maps/${mapId}?view=outline&select=${cards.learn}`)
  const ours = await screen.findByRole('region', { name: 'Our view' })
  expect(ours.textContent).toContain('Only Oakes & Vale sees this')
  const seen = await screen.findByRole('region', { name: 'What partners see of this' })
  expect(seen.textContent).toContain('Fernhill sees the card, nothing we say of it')
  fireEvent.click(within(ours).getByRole('button', { name: 'Share …' }))
  fireEvent.click(await screen.findByRole('checkbox', { name: /Whoever joins/ }))
  const preview = screen.getByRole('region', { name: 'What they will see' })
  expect(preview.textContent).toMatch(/Fernhill will see this.*3 of 10.*We steer/)
  fireEvent.click(screen.getByRole('button', { name: 'Share with them' }))
  await waitFor(() =>
    expect(server.rows.get('perspective', view)?.audience.toSorted()).toEqual(
      [broker, insurer].map(({ organisationId }) => organisationKey(organisationId)).toSorted(),
    ),
  )
  await waitFor(() => expect(ours.textContent).toContain('Shared with Fernhill'))
  expect(seen.textContent).toContain('Fernhill sees the card and 1 view of ours')
})

it('says to whom the cards of our lanes are open', async () => {
  const chain = valueChain()
  serveChain(chain, chain.broker)
  openPage(`/ecosystems/${chain.server.ecosystemId}/sharing`)
  expect(await screen.findByText(/1 card, seen by Fernhill/)).toBeTruthy()
})

it('lists what we put on the board of a session, our part in others’ cards, and where we stand', async () => {
  const chain = valueChain()
  const { server, broker, insurer, cards, mapId, parties } = chain
  const [session, part] = [crypto.randomUUID(), crypto.randomUUID()]
  const sticky = { id: crypto.randomUUID(), sessionId: session, rank: 'a0' }
  server.do(insurer, [
    { type: 'session.start', id: session, mapId, name: 'First hour' },
    {
      type: 'ownership.add',
      id: part,
      touchpointId: cards.learn,
      partyId: parties.broker,
      accountability: 'contributes',
    },
  ])
  server.do(broker, [
    { type: 'sticky.add', ...sticky, text: 'We phone the bakery' },
    { type: 'ownership.decide', id: part, accept: true },
  ])
  serveChain(chain, broker)
  openPage(`/ecosystems/${server.ecosystemId}/sharing`)
  const sessions = await screen.findByRole('region', { name: 'In sessions' })
  expect(sessions.textContent).toMatch(/1 piece, seen by Fernhill.*“We phone the bakery”, by Ada/)
  const wordsOf = (name: string) => screen.getByRole('region', { name }).textContent
  expect(wordsOf('Our part in cards')).toMatch(/Learns the outcome Oakes & Vale: contributes/)
  expect(wordsOf('Our cards in other lanes')).toMatch(/Learns the outcome with us/)
  expect(wordsOf('Our lanes and stages')).toMatch(/Win stage/)
  expect(wordsOf('Who we are here')).toMatch(/Oakes & Vale party/)
})

it('counts what is shared in words', () => {
  const kinds = ['touchpoint', 'touchpoint', 'mark', 'perspective'] as const
  expect(countShared(kinds.map((kind) => ({ kind })))).toBe('2 cards, 1 view and 1 mark')
  expect(countShared([{ kind: 'confirmation' }])).toBe('1 answer to a handoff')
  expect(countShared([])).toBe('nothing')
})
