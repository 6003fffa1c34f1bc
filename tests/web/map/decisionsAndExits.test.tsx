import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Chain, valueChain } from '../../support/chain.ts'
import { openMap } from '../support/mapPage.ts'

async function panelOf(selected: string, chain: Chain, author: Parameters<typeof openMap>[1]) {
  openMap(chain, author, `?view=outline&select=${selected}`)
  return within(await screen.findByRole('complementary', { name: 'Details' }))
}

/** With the focus: a list of words takes no change from elsewhere. */
function type(field: HTMLElement, words: string) {
  act(() => field.focus())
  fireEvent.change(field, { target: { value: words } })
  act(() => field.blur())
}

describe('a decision', () => {
  it('says what one chooses between and by what, in panel and outline', async () => {
    const chain = valueChain()
    const id = chain.cards.decide
    chain.server.do(chain.insurer, [{ type: 'touchpoint.change', id, fields: { kind: 'decision' } }])
    const panel = await panelOf(id, chain, chain.insurer)
    type(await panel.findByLabelText('Options', { selector: 'input' }), 'Pays in full')
    type(panel.getByLabelText('Decided by', { selector: 'input' }), 'What the policy covers')
    await waitFor(() =>
      expect(chain.server.rows.get('touchpoint', id)).toMatchObject({
        options: ['Pays in full'],
        criteria: ['What the policy covers'],
      }),
    )
    expect(await screen.findByText('between Pays in full')).toBeTruthy()
    expect(screen.getByText('decided by What the policy covers')).toBeTruthy()
  })

  it('is read by a partner, who cannot write what is chosen', async () => {
    const chain = valueChain()
    const id = chain.cards.decide
    const fields = { kind: 'decision', options: ['Pays in full'] } as const
    chain.server.do(chain.insurer, [
      { type: 'touchpoint.change', id, fields: { ...fields, options: ['Pays in full'] } },
    ])
    const panel = await panelOf(id, chain, chain.broker)
    expect(await panel.findByText('Pays in full')).toBeTruthy()
    expect(screen.getByText('between Pays in full')).toBeTruthy()
    expect(panel.queryByLabelText('Decided by', { selector: 'input' })).toBeNull()
  })

  it('has no such fields as a contact', async () => {
    const chain = valueChain()
    const panel = await panelOf(chain.cards.decide, chain, chain.insurer)
    await panel.findByRole('region', { name: 'What happens' })
    expect(panel.queryByLabelText('Options', { selector: 'input' })).toBeNull()
    expect(panel.queryByLabelText('Why they leave', { selector: 'input' })).toBeNull()
  })
})

describe('an exit', () => {
  it('counts who leaves in a period, and why, also in the table', async () => {
    const chain = valueChain()
    const id = chain.cards.decide
    const fields = { kind: 'exit', reasons: ['Nobody phoned'] } as const
    chain.server.do(chain.insurer, [
      { type: 'touchpoint.change', id, fields: { ...fields, reasons: [...fields.reasons] } },
    ])
    openMap(chain, chain.insurer, `?view=table&select=${id}`)
    const panel = within(await screen.findByRole('complementary', { name: 'Details' }))
    const count = await panel.findByRole('textbox', { name: 'How many leave' })
    type(count, 'a few')
    expect(await panel.findByText('Type a whole number, or nothing.')).toBeTruthy()
    expect(chain.server.rows.get('touchpoint', id)?.leavers).toBeNull()
    type(count, '9')
    fireEvent.click(panel.getByRole('combobox', { name: 'In each' }))
    fireEvent.click(await screen.findByRole('option', { name: 'quarter' }))
    await waitFor(() =>
      expect(chain.server.rows.get('touchpoint', id)).toMatchObject({ leavers: 9, leaversPer: 'quarter' }),
    )
    expect(await screen.findByText('9 leave each quarter; because: Nobody phoned')).toBeTruthy()
  })
})

describe('a stage that comes back', () => {
  it('says how often beside its heading', async () => {
    const chain = valueChain()
    const id = chain.brokerStages.serve
    const panel = await panelOf(id, chain, chain.broker)
    fireEvent.click(await panel.findByRole('switch', { name: 'Comes back again and again' }))
    type(await panel.findByRole('textbox', { name: 'How often' }), '4 per year')
    await waitFor(() =>
      expect(chain.server.rows.get('stage', id)).toMatchObject({ recurs: true, frequency: '4 per year' }),
    )
    const heading = screen.getByRole('heading', { name: 'Service', level: 3 })
    expect(heading.parentElement?.textContent).toContain('4 per year')
    expect(within(heading.parentElement!).getByRole('img', { name: 'Comes back' })).toBeTruthy()
  })

  it('is said by whoever lives the lane alone', async () => {
    const chain = valueChain()
    const panel = await panelOf(chain.brokerStages.serve, chain, chain.insurer)
    const recurs = await panel.findByRole<HTMLInputElement>('switch', { name: 'Comes back again and again' })
    expect(recurs.disabled).toBe(true)
  })
})
