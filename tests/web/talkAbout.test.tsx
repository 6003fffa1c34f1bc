// Talking about a mark or a view at its place, with nobody who does not see it.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
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
