import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { type Chain, someone, valueChain } from '../support/chain.ts'
import { serveChain } from './support/ecosystem.ts'
import { openPage } from './support/page.tsx'

/** The bakery's lane, described by the insurer, now held by an organisation of its own. */
function claimedChain() {
  const chain = valueChain()
  const bakery = someone()
  chain.server.organisations.push({ id: bakery.organisationId, name: 'Brightwater' })
  chain.server.do(
    bakery,
    [
      { type: 'party.hold', id: chain.parties.bakery },
      { type: 'participant.join', id: crypto.randomUUID(), mapId: chain.mapId },
    ],
    { kind: 'invitation', partyId: chain.parties.bakery, mapIds: [chain.mapId] },
  )
  return { ...chain, bakery }
}

const place = ({ server }: Chain) => `/ecosystems/${server.ecosystemId}/lane-review`

it('answers each card of a lane that others described, until the lane is one’s own', async () => {
  const chain = claimedChain()
  const reviewOf = (card: string) => chain.server.rows.get('touchpoint', card)?.review
  serveChain(chain, chain.bakery)
  openPage(place(chain))
  const compares = await screen.findByRole('group', { name: 'Compares quotes' })
  expect(screen.getByText('0 of 2 cards answered')).toBeTruthy()
  fireEvent.click(within(compares).getByRole('button', { name: 'Right' }))
  await waitFor(() => expect(reviewOf(chain.cards.compare)).toBe('right'))

  const learns = screen.getByRole('group', { name: 'Learns the outcome' })
  fireEvent.click(within(learns).getByRole('button', { name: 'Correct' }))
  fireEvent.change(screen.getByLabelText('What “Learns the outcome” should say'), {
    target: { value: 'Hears by chance' },
  })
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(reviewOf(chain.cards.learn)).toBe('corrected'))
  expect(chain.server.rows.get('touchpoint', chain.cards.learn)?.name).toBe('Hears by chance')
  expect(screen.getByText('All 2 answered: the lane is yours.')).toBeTruthy()
})

it('calls a card not ours without deleting it', async () => {
  const chain = claimedChain()
  serveChain(chain, chain.bakery)
  openPage(place(chain))
  const compares = await screen.findByRole('group', { name: 'Compares quotes' })
  fireEvent.click(within(compares).getByRole('button', { name: 'Not ours' }))
  await waitFor(() =>
    expect(chain.server.rows.get('touchpoint', chain.cards.compare)).toMatchObject({
      review: 'notOurs',
      deleted: false,
    }),
  )
})

it('has nothing to review for whoever wrote the lane', async () => {
  const chain = claimedChain()
  serveChain(chain, chain.insurer)
  openPage(place(chain))
  expect(await screen.findByText('Nothing to review')).toBeTruthy()
})

it('leaves a party the name that others gave it', async () => {
  const chain = claimedChain()
  serveChain(chain, chain.bakery)
  openPage(place(chain))
  await screen.findByText('0 of 2 cards answered')
  expect(screen.queryByRole('button', { name: 'Call it Brightwater' })).toBeNull()
})

it('offers a party that is called by its role alone the name of whoever holds it, once', async () => {
  const chain = claimedChain()
  const nameOf = () => chain.server.rows.get('party', chain.parties.bakery)?.name
  serveChain(chain, chain.bakery)
  const rename = { type: 'party.change', id: chain.parties.bakery, fields: { name: 'Customer' } } as const
  chain.server.do(chain.bakery, [rename])
  openPage(place(chain))
  fireEvent.click(await screen.findByRole('button', { name: 'Call it Brightwater' }))
  await waitFor(() => expect(nameOf()).toBe('Brightwater'))
  expect(screen.queryByRole('button', { name: 'Call it Brightwater' })).toBeNull()
})
