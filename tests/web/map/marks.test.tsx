// A mark is its organisation's own until it is shared; then it says who feels it and who causes it.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { type Chain, valueChain } from '../../support/chain.ts'
import { openMap } from '../support/mapPage.ts'

const marksOf = ({ server }: Chain) => server.rows.all('mark').filter(({ deleted }) => !deleted)
const seenByBroker = ({ server, broker }: Chain) => server.seenBy(broker).all('mark')
const panelMarks = async () =>
  within(await screen.findByRole('complementary', { name: 'Details' })).getByRole('region', { name: 'Marks' })

it('made by a key is seen by nobody else, until one click shows it to those it names', async () => {
  const chain = valueChain()
  openMap(chain, chain.insurer, `?select=${chain.cards.decide}`)
  const canvas = await screen.findByRole('region', { name: /^Map Flood cover/ })
  await panelMarks()
  fireEvent.keyDown(canvas, { key: 'p' })
  await waitFor(() => expect(marksOf(chain)).toHaveLength(1))
  expect(marksOf(chain)[0]?.audience).toEqual([`org:${chain.insurer.organisationId}`])
  expect(seenByBroker(chain)).toEqual([])
  expect(screen.getByText(/Sharing shows it to Oakes & Vale, and whoever joins/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Show it to everyone on this map' }))
  await waitFor(() => expect(seenByBroker(chain)).toHaveLength(1))
  expect(screen.queryByRole('button', { name: 'Show it to everyone on this map' })).toBeNull()
})

it('says in the panel whose it is, and takes who feels and causes it, each undone by itself', async () => {
  const chain = valueChain()
  openMap(chain, chain.broker, `?view=outline&select=${chain.cards.learn}`)
  const section = within(await panelMarks())
  expect(section.queryByText(/Everyone on this map/)).toBeNull()
  fireEvent.click(section.getByRole('button', { name: 'pain' }))
  expect(await section.findByText('Only Oakes & Vale sees this')).toBeTruthy()
  expect(section.getByText('Only Oakes & Vale sees ours, until we share it')).toBeTruthy()
  expect(section.queryByRole('combobox', { name: 'Who feels it' })).toBeNull()
  fireEvent.click(section.getByRole('button', { name: '2 to fill' }))
  fireEvent.click(section.getByRole('combobox', { name: 'Who feels it' }))
  fireEvent.click(await screen.findByRole('option', { name: 'Brightwater Bakery' }))
  fireEvent.click(section.getByRole('combobox', { name: 'Who causes it' }))
  fireEvent.click(await screen.findByRole('option', { name: 'Fernhill' }))
  const { bakery, insurer } = chain.parties
  await waitFor(() =>
    expect(marksOf(chain)[0]).toMatchObject({ feltByPartyId: bakery, causedByPartyId: insurer }),
  )
  expect(seenByBroker(chain)).toHaveLength(1)
  expect(chain.server.seenBy(chain.insurer).all('mark')).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: /^Undo/ }))
  await waitFor(() =>
    expect(marksOf(chain)[0]).toMatchObject({ feltByPartyId: bakery, causedByPartyId: null }),
  )
})

it('of a partner that is shared names both parties', async () => {
  const chain = valueChain()
  const { server, broker, insurer, cards, parties } = chain
  const named = { feltByPartyId: parties.bakery, causedByPartyId: parties.insurer }
  const target = { targetKind: 'touchpoint', targetId: cards.learn } as const
  server.do(broker, [
    { type: 'mark.add', id: crypto.randomUUID(), ...target, kind: 'pain', ...named, with: 'map' },
  ])
  openMap(chain, insurer, `?view=outline&select=${cards.learn}`)
  const section = within(await panelMarks())
  expect(section.getByText(/felt by Brightwater Bakery, caused by Fernhill/)).toBeTruthy()
})

it('is shown before it is shared as the partner reads it afterwards', async () => {
  const chain = valueChain()
  const { server, insurer, broker, cards, parties } = chain
  const id = crypto.randomUUID()
  const named = { feltByPartyId: parties.bakery, causedByPartyId: parties.insurer }
  const target = { targetKind: 'touchpoint', targetId: cards.learn } as const
  server.do(insurer, [
    {
      type: 'mark.add',
      id,
      ...target,
      kind: 'pain',
      statement: 'Nobody calls',
      ...named,
      with: 'organisation',
    },
  ])
  openMap(chain, insurer, `?view=outline&select=${cards.learn}`)
  fireEvent.click(within(await panelMarks()).getByRole('button', { name: /^Share/ }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText(/“Nobody calls”, felt by Brightwater Bakery, caused by Fernhill/)).toBeTruthy()
  expect(server.seenBy(broker).all('mark')).toEqual([])
})

it('stays with whoever may not share, who is told whom to ask, by the notice and in the panel', async () => {
  const chain = valueChain()
  const kept = { ...chain.insurer, withheld: ['share' as const], admins: ['Anna Lindqvist'] }
  openMap(chain, kept, `?select=${chain.cards.decide}`)
  const canvas = await screen.findByRole('region', { name: /^Map Flood cover/ })
  await panelMarks()
  fireEvent.keyDown(canvas, { key: 'p' })
  await waitFor(() => expect(marksOf(chain)).toHaveLength(1))
  const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name })
  expect(button('Show it to everyone on this map').disabled).toBe(true)
  expect(button('Share …').disabled).toBe(true)
  expect(screen.getAllByText(/Ask an admin of your organisation: Anna Lindqvist\.$/)).toHaveLength(2)
  expect(seenByBroker(chain)).toEqual([])
})
