// Talking about a mark or a view at its place, with nobody who does not see it.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Author } from '../../shared/rules/author.ts'
import { type Chain, valueChain } from '../support/chain.ts'
import { serveChain } from './support/ecosystem.ts'
import { openPage } from './support/page.tsx'

const target = ({ cards }: Chain) => ({ targetKind: 'touchpoint', targetId: cards.learn }) as const
const comments = ({ server }: Chain, who: Author) => server.seenBy(who).all('comment')

/** A pain and a view of the broker's, seen in Review by somebody. */
async function openReview(chain: Chain, who: Author, shared: 'map' | 'organisation') {
  const { server, broker } = chain
  const [markId, viewId] = [crypto.randomUUID(), crypto.randomUUID()]
  server.do(broker, [
    {
      type: 'mark.add',
      id: markId,
      ...target(chain),
      kind: 'pain',
      statement: 'Nobody phones.',
      with: shared,
    },
    { type: 'perspective.add', id: viewId, ...target(chain), performance: 2, statement: 'Too late.' },
    { type: 'perspective.share', id: viewId, with: shared },
  ])
  serveChain(chain, who)
  openPage(`/ecosystems/${server.ecosystemId}/review`)
  const article = within(await screen.findByRole('article', { name: 'Learns the outcome' }))
  return { article, markId, viewId }
}

it('answers a partner’s shared pain in Review, for both to read', async () => {
  const chain = valueChain()
  const { insurer, broker } = chain
  const { article, markId } = await openReview(chain, insurer, 'map')
  fireEvent.click(article.getByRole('button', { name: 'Talk about this pain' }))
  fireEvent.click(article.getByRole('radio', { name: 'Everyone on this map' }))
  fireEvent.change(article.getByLabelText('Write a comment'), { target: { value: 'We shall phone.' } })
  fireEvent.click(article.getByRole('button', { name: 'Comment' }))
  await waitFor(() => expect(comments(chain, broker)).toMatchObject([{ text: 'We shall phone.', markId }]))
  expect(await article.findByRole('button', { name: 'Talk about this pain (1)' })).toBeTruthy()
  expect(article.getByText('About the pain of Oakes & Vale: “Nobody phones.”')).toBeTruthy()
  expect(article.getByRole('button', { name: 'Talk about this view' })).toBeTruthy()
})

it('offers nobody else to talk to while a pain or view is one’s own, and they learn nothing', async () => {
  const chain = valueChain()
  const { insurer, broker } = chain
  const { article, viewId } = await openReview(chain, broker, 'organisation')
  fireEvent.click(article.getByRole('button', { name: 'Talk about this view' }))
  expect(article.queryByRole('radio', { name: 'Everyone on this map' })).toBeNull()
  expect(article.queryByRole('radio', { name: 'Chosen partners' })).toBeNull()
  fireEvent.change(article.getByLabelText('Write a comment'), { target: { value: 'Do we tell them?' } })
  fireEvent.click(article.getByRole('button', { name: 'Comment' }))
  await waitFor(() => expect(comments(chain, broker)).toMatchObject([{ perspectiveId: viewId }]))
  expect(comments(chain, insurer)).toEqual([])
})

/** Opens the place to talk, says something to Fernhill or everybody, and sends it. */
async function talk(button: HTMLElement, choice: string, text: string) {
  fireEvent.click(button)
  fireEvent.click(await screen.findByRole('radio', { name: choice }))
  fireEvent.change(screen.getByLabelText('Write a comment'), { target: { value: text } })
  fireEvent.click(screen.getByRole('button', { name: 'Comment' }))
}

describe('where an object of the map as a whole is looked at', () => {
  it('one talks about a blind round with those who are asked, and with nobody else', async () => {
    const chain = valueChain()
    const { server, insurer, broker, mapId, cards } = chain
    const roundId = crypto.randomUUID()
    server.do(insurer, [
      {
        ...{ type: 'round.open', id: roundId, mapId, name: 'How well?', measures: ['performance'] },
        ...{ touchpointIds: [cards.learn], askedOrganisationIds: [broker.organisationId] },
      },
    ])
    serveChain(chain, broker)
    openPage(`/ecosystems/${server.ecosystemId}/rounds/${roundId}`)
    const button = await screen.findByRole('button', { name: 'Talk about this round' })
    fireEvent.click(button)
    expect(screen.queryByRole('radio', { name: 'Everyone on this map' })).toBeNull()
    fireEvent.click(button)
    await talk(button, 'Chosen partners', 'Which letter do you mean?')
    await waitFor(() => expect(comments(chain, insurer)).toMatchObject([{ roundId, targetKind: 'map' }]))
    expect(await screen.findByText('About the blind round “How well?”')).toBeTruthy()
    expect(await screen.findByRole('button', { name: 'Talk about this round (1)' })).toBeTruthy()
  })

  it('one talks about a request at its line on Home', async () => {
    const chain = valueChain()
    const { server, insurer, broker, mapId, lanes } = chain
    const id = crypto.randomUUID()
    const asked = { laneId: lanes.broker, askedOrganisationId: broker.organisationId }
    server.do(insurer, [{ type: 'contributionRequest.add', id, mapId, ...asked }])
    serveChain(chain, broker)
    openPage('/')
    const button = await screen.findByRole('button', { name: 'Talk about this request' })
    await talk(button, 'Chosen partners', 'All of it?')
    await waitFor(() => expect(comments(chain, insurer)).toMatchObject([{ contributionRequestId: id }]))
    expect(await screen.findByText('About what Fernhill asks Oakes & Vale to fill in')).toBeTruthy()
  })

  it('one talks about a party on the Partners page, and it stands in the comments of the map', async () => {
    const chain = valueChain()
    const { server, insurer, broker, mapId, parties } = chain
    serveChain(chain, broker)
    openPage(`/ecosystems/${server.ecosystemId}/partners`)
    const button = await screen.findByRole('button', { name: 'Talk about Brightwater Bakery' })
    await talk(button, 'Everyone on this map', 'Who knows them?')
    await waitFor(() => expect(comments(chain, insurer)).toMatchObject([{ partyId: parties.bakery }]))
    openPage(`/ecosystems/${server.ecosystemId}/maps/${mapId}?view=outline&select=${mapId}`)
    expect(await screen.findByText('About the party “Brightwater Bakery”')).toBeTruthy()
  })

  it('one talks about a session and a sticky of it on the board', async () => {
    const chain = valueChain()
    const { server, insurer, broker, mapId } = chain
    const [sessionId, stickyId] = [crypto.randomUUID(), crypto.randomUUID()]
    server.do(insurer, [
      { type: 'session.start', id: sessionId, mapId, name: 'Monday' },
      { type: 'sticky.add', id: stickyId, sessionId, text: 'Nobody phones', rank: 'a0' },
    ])
    serveChain(chain, broker)
    openPage(`/ecosystems/${server.ecosystemId}/maps/${mapId}?view=outline&session=board`)
    expect(await screen.findByRole('button', { name: 'Talk about this session' })).toBeTruthy()
    const button = await screen.findByRole('button', { name: 'Talk about “Nobody phones”' })
    await talk(button, 'Everyone on this map', 'We do, on Mondays.')
    await waitFor(() => expect(comments(chain, insurer)).toMatchObject([{ stickyId }]))
    expect(await screen.findByText('About the sticky “Nobody phones” of Fernhill')).toBeTruthy()
  })
})
