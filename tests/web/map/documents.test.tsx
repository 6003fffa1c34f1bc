import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Chain, valueChain } from '../../support/chain.ts'
import { openMap } from '../support/mapPage.ts'

const steps = 'Opens the claim\nChecks the policy'
const form = { name: 'Form for a loss', address: 'https://files.fernhill.example/form.pdf' }

async function panelOf(chain: Chain, author: Parameters<typeof openMap>[1], view = 'outline') {
  openMap(chain, author, `?view=${view}&select=${chain.cards.decide}`)
  const panel = within(await screen.findByRole('complementary', { name: 'Details' }))
  return within(await panel.findByRole('region', { name: 'What happens' }))
}

function write(chain: Chain, fields: { description?: string; documents?: (typeof form)[] }) {
  chain.server.do(chain.insurer, [{ type: 'touchpoint.change', id: chain.cards.decide, fields }])
}

function type(field: HTMLElement, words: string) {
  act(() => field.focus())
  fireEvent.change(field, { target: { value: words } })
  act(() => field.blur())
}

describe('what happens, step by step', () => {
  it('is a numbered list for whoever reads it, in the panel and in the outline', async () => {
    const chain = valueChain()
    write(chain, { description: steps })
    const panel = await panelOf(chain, chain.broker)
    const said = within(panel.getByRole('list', { name: 'What happens' })).getAllByRole('listitem')
    expect(said.map(({ textContent }) => textContent)).toEqual(['Opens the claim', 'Checks the policy'])
    expect(panel.queryByRole('button', { name: 'Change the steps' })).toBeNull()
    const listed = within(screen.getByRole('list', { name: 'Step by step' })).getAllByRole('listitem')
    expect(listed).toHaveLength(2)
  })

  it('becomes one as soon as the text has several lines, and is text again to change it', async () => {
    const chain = valueChain()
    const panel = await panelOf(chain, chain.insurer)
    type(panel.getByRole('textbox', { name: 'What happens' }), steps)
    fireEvent.click(await panel.findByRole('button', { name: 'Change the steps' }))
    const field = panel.getByRole<HTMLTextAreaElement>('textbox', { name: 'What happens' })
    expect(field.value).toBe(steps)
    expect(document.activeElement).toBe(field)
    type(field, `${steps}\nPhones`)
    await waitFor(() => expect(panel.getAllByRole('listitem')).toHaveLength(3))
    expect(chain.server.rows.get('touchpoint', chain.cards.decide)?.description).toBe(`${steps}\nPhones`)
  })

  it('stands in one cell of the table, with the names of the documents', async () => {
    const chain = valueChain()
    write(chain, { description: steps, documents: [form] })
    await panelOf(chain, chain.broker, 'table')
    expect(screen.getByText('1. Opens the claim 2. Checks the policy')).toBeTruthy()
    expect(screen.getByRole('gridcell', { name: form.name })).toBeTruthy()
  })
})

describe('documents of a touchpoint', () => {
  it('open where they lie, in a tab of their own that learns nothing, also for a partner', async () => {
    const chain = valueChain()
    write(chain, { documents: [form] })
    const panel = await panelOf(chain, chain.broker)
    const link = panel.getByRole('link', { name: /Form for a loss/ })
    expect(link.getAttribute('href')).toBe(form.address)
    expect([link.getAttribute('target'), link.getAttribute('rel')]).toEqual(['_blank', 'noopener noreferrer'])
    expect(panel.getByText('files.fernhill.example')).toBeTruthy()
    expect(panel.queryByRole('textbox', { name: 'Its web address' })).toBeNull()
    expect(panel.queryByRole('button', { name: `Take ${form.name} off the list` })).toBeNull()
  })

  it('are added by name and web address, and nothing else is taken for one', async () => {
    const chain = valueChain()
    const documents = () => chain.server.rows.get('touchpoint', chain.cards.decide)?.documents
    const panel = await panelOf(chain, chain.insurer)
    fireEvent.click(panel.getByRole('button', { name: /to fill/ }))
    const address = panel.getByRole('textbox', { name: /Its web address/ })
    type(panel.getByRole('textbox', { name: 'Name of a document' }), form.name)
    type(address, 'javascript:alert(1)')
    expect(await panel.findByText(/begins with https:\/\/ or http:\/\//)).toBeTruthy()
    expect(documents()).toEqual([])
    type(address, form.address)
    await waitFor(() => expect(documents()).toEqual([form]))
    type(address, 'https://files.fernhill.example/handbook.pdf')
    await waitFor(() => expect(documents()?.map(({ name }) => name)).toEqual([form.name, 'handbook.pdf']))
    fireEvent.click(panel.getByRole('button', { name: `Take ${form.name} off the list` }))
    await waitFor(() => expect(documents()?.map(({ name }) => name)).toEqual(['handbook.pdf']))
  })
})
