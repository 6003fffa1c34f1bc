import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { type Chain, valueChain } from '../support/chain.ts'
import { serveChain } from './support/ecosystem.ts'
import { openPage } from './support/page.tsx'

const place = ({ server }: Chain) => `/ecosystems/${server.ecosystemId}/review`
const on = (targetId: string) => ({ id: crypto.randomUUID(), targetKind: 'touchpoint' as const, targetId })

/** Two pains: one that both companies speak about, one that only the broker names. */
function painfulChain() {
  const chain = valueChain()
  const { server, insurer, broker, cards } = chain
  const theirs: ActionInput = {
    type: 'perspective.add',
    ...on(cards.learn),
    performance: 9,
    statement: 'On time.',
  }
  server.do(insurer, [theirs, { type: 'perspective.share', id: theirs.id, with: 'map' }])
  server.do(broker, [
    { type: 'mark.add', ...on(cards.learn), kind: 'pain', statement: 'Nobody phones.', with: 'map' },
    { type: 'mark.add', ...on(cards.learn), kind: 'momentOfTruth', with: 'map' },
    { type: 'perspective.add', ...on(cards.learn), performance: 2, notes: 'We steer risks elsewhere.' },
    { type: 'mark.add', ...on(cards.lodge), kind: 'pain', statement: 'Typed twice.', with: 'map' },
  ])
  return chain
}

it('ranks what hurts and says what each company says of it', async () => {
  const chain = painfulChain()
  serveChain(chain, chain.broker)
  openPage(place(chain))
  const article = await screen.findByRole('article', { name: 'Learns the outcome' })
  expect(within(article).getByText('On time.')).toBeTruthy()
  expect(within(article).getByText('Nobody phones.')).toBeTruthy()
  expect(within(article).getByText(/7 points apart/)).toBeTruthy()
  expect(within(article).getByText(/Only Oakes & Vale sees the score/)).toBeTruthy()
})

it('never shows one company the private score of another', async () => {
  const chain = painfulChain()
  serveChain(chain, chain.insurer)
  openPage(place(chain))
  const article = await screen.findByRole('article', { name: 'Learns the outcome' })
  expect(within(article).getByText('Nobody phones.')).toBeTruthy()
  expect(article.textContent).not.toContain('2 of 10')
  expect(article.textContent).not.toContain('points apart')
})

it('goes through the list with J and K, and keeps the place in the address', async () => {
  const chain = painfulChain()
  serveChain(chain, chain.broker)
  const router = openPage(place(chain))
  await screen.findByRole('article', { name: 'Learns the outcome' })
  fireEvent.keyDown(window, { key: 'j' })
  await screen.findByRole('article', { name: 'Enters the risk in the portal' })
  expect(router.state.location.search).toEqual({ item: chain.cards.lodge })
  expect(document.activeElement?.textContent).toContain('Enters the risk in the portal')
  fireEvent.keyDown(window, { key: 'k' })
  expect(await screen.findByRole('article', { name: 'Learns the outcome' })).toBeTruthy()
})

it('leaves J to the words one types', async () => {
  const chain = painfulChain()
  serveChain(chain, chain.broker)
  openPage(place(chain))
  await screen.findByRole('article', { name: 'Learns the outcome' })
  fireEvent.keyDown(screen.getByRole('combobox', { name: 'Reason' }), { key: 'j', bubbles: true })
  expect(screen.getByRole('article', { name: 'Learns the outcome' })).toBeTruthy()
})

it('narrows to moments of truth, and leads to the place on the map', async () => {
  const chain = painfulChain()
  serveChain(chain, chain.broker)
  const router = openPage(place(chain))
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Moments of truth only' }))
  await waitFor(() => expect(router.state.location.search).toEqual({ truth: true }))
  expect(screen.queryByText('Enters the risk in the portal')).toBeNull()
  const link = screen.getByRole('link', { name: 'Show on the map' })
  expect(link.getAttribute('href')).toContain(`/maps/${chain.mapId}?`)
  expect(link.getAttribute('href')).toContain(chain.cards.learn)
})

it('narrows what is important and weak along with the list', async () => {
  const chain = painfulChain()
  const { server, insurer, broker, cards } = chain
  const scores = { performance: 2, importanceForLoyalty: 9 }
  server.do(broker, [{ type: 'perspective.add', ...on(cards.lodge), ...scores }])
  const theirs: ActionInput = { type: 'perspective.add', ...on(cards.quote), ...scores }
  server.do(insurer, [theirs, { type: 'perspective.share', id: theirs.id, with: 'map' }])
  serveChain(chain, broker)
  const router = openPage(`${place(chain)}?organisation=${insurer.organisationId}`)
  const section = await screen.findByRole('region', { name: 'Important and weak' })
  const named = () =>
    within(section)
      .queryAllByRole('link')
      .map(({ textContent }) => textContent)
  expect(named()).toEqual(['Prices the risk'])
  router.history.push(place(chain))
  await waitFor(() => expect(named()).toHaveLength(2))
})
