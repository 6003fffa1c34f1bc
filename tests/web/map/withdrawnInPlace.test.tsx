// What partners take back while one looks is told where it stood, with nothing of what it said.
import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { sayWithdrawn } from '../../../web/sharing/sayWithdrawal.ts'
import { valueChain } from '../../support/chain.ts'
import { openMap } from '../support/mapPage.ts'

/** The insurer shares a mark, who answers for the card, and a comment; the broker looks at the card. */
function shared() {
  const chain = valueChain()
  const { server, insurer, cards, parties } = chain
  const [mark, ownershipId] = [crypto.randomUUID(), crypto.randomUUID()]
  const [charge, comment] = [crypto.randomUUID(), crypto.randomUUID()]
  const target = { targetKind: 'touchpoint', targetId: cards.quote } as const
  const owner = {
    touchpointId: cards.quote,
    partyId: parties.insurer,
    accountability: 'accountable',
  } as const
  server.do(insurer, [
    { type: 'mark.add', id: mark, ...target, kind: 'pain', statement: 'Slow pricing', with: 'map' },
    { type: 'ownership.add', id: ownershipId, ...owner },
    { type: 'responsibility.add', id: charge, ownershipId, department: 'Underwriting' },
    { type: 'responsibility.share', id: charge, with: 'map' },
    { type: 'comment.add', id: comment, ...target, text: 'Who prices floods?', with: 'map' },
  ])
  return { ...chain, chain, mark, charge, comment }
}

const part = (name: string) => screen.findByRole('region', { name })

it('of a mark, of who answers for a card, and of a comment', async () => {
  const { chain, server, broker, insurer, cards, mark, charge, comment } = shared()
  openMap(chain, broker, `?view=outline&select=${cards.quote}`)
  const [marks, owners, comments] = [await part('Marks'), await part('Owners'), await part('Comments')]
  expect(marks.textContent).toContain('Slow pricing')
  expect(owners.textContent).toContain('Underwriting')
  expect(comments.textContent).toContain('Who prices floods?')
  expect(screen.queryByText(/withdrew/)).toBeNull()
  server.do(insurer, [
    { type: 'mark.share', id: mark, with: 'organisation' },
    { type: 'responsibility.share', id: charge, with: 'organisation' },
    { type: 'comment.share', id: comment, with: 'organisation' },
  ])
  expect(await within(marks).findByText('Fernhill withdrew its mark.')).toBeTruthy()
  expect(within(owners).getByText('Fernhill withdrew who answers for it.')).toBeTruthy()
  expect(within(comments).getByText('Fernhill withdrew a comment.')).toBeTruthy()
  for (const notice of ['its mark on', 'who answers for', 'a comment on'])
    expect(screen.getByText(`Fernhill withdrew ${notice} “Prices the risk”.`)).toBeTruthy()
  expect(document.body.textContent).not.toMatch(/Slow pricing|Underwriting|Who prices floods/)
  server.do(insurer, [{ type: 'mark.share', id: mark, with: 'map' }])
  await waitFor(() => expect(within(marks).queryByText('Fernhill withdrew its mark.')).toBeNull())
  expect(marks.textContent).toContain('Slow pricing')
})

it('is another thing than what partners delete, which its place alone says', async () => {
  const { chain, server, broker, insurer, cards, mark, charge, comment } = shared()
  openMap(chain, broker, `?view=outline&select=${cards.quote}`)
  const [marks, owners, comments] = [await part('Marks'), await part('Owners'), await part('Comments')]
  server.do(insurer, [
    { type: 'mark.remove', id: mark },
    { type: 'responsibility.remove', id: charge },
    { type: 'comment.remove', id: comment },
  ])
  expect(await within(marks).findByText('Fernhill removed its mark.')).toBeTruthy()
  expect(within(owners).getByText('Fernhill removed who answers for it.')).toBeTruthy()
  expect(within(comments).getByText('Fernhill removed a comment.')).toBeTruthy()
  expect(screen.queryByText(/withdrew|“Prices the risk”/)).toBeNull()
})

it('of much at once is one notice', () => {
  const one = { kind: 'mark', organisationId: '', targetId: '', isRemoved: false } as const
  const many = ['a', 'b', 'c', 'd'].map((title) => ({ ...one, rowId: title, title }))
  expect(sayWithdrawn(many, 'Fernhill')).toEqual(['Fernhill withdrew 4 things that it had shared.'])
  expect(sayWithdrawn(many.slice(0, 2), 'Fernhill')).toEqual([
    'Fernhill withdrew its mark on “a”.',
    'Fernhill withdrew its mark on “b”.',
  ])
})
