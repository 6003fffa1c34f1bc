import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { mentionablesOf, mentionedIn } from '../../web/comments/mentionables.ts'
import { type Chain, valueChain } from '../support/chain.ts'
import { openMap } from './support/mapPage.ts'

let chain: Chain
beforeEach(() => {
  chain = valueChain()
})

async function comments() {
  const details = await screen.findByRole('complementary', { name: 'Details' })
  return within(await within(details).findByRole('region', { name: 'Comments' }))
}

function type(field: HTMLElement, text: string) {
  fireEvent.change(field, { target: { value: text, selectionStart: text.length } })
}

const said = () => chain.server.rows.all('comment')

function begin(text: string, choice: 'map' | 'organisation' = 'map'): string {
  const id = crypto.randomUUID()
  const target = { targetKind: 'touchpoint', targetId: chain.cards.decide } as const
  chain.server.do(chain.broker, [{ type: 'comment.add', id, ...target, text, with: choice }])
  return id
}

const open = (author = chain.insurer, search = '') =>
  openMap(chain, author, `?view=outline&select=${chain.cards.decide}${search}`)

describe('the comments of a panel', () => {
  it('say who sees what is typed before anything is, private unless one chooses otherwise', async () => {
    open()
    const section = await comments()
    const field = section.getByRole('textbox', { name: 'Write a comment' })
    const sentence = document.getElementById(field.getAttribute('aria-describedby')!)
    expect(sentence?.textContent).toBe('Only Fernhill sees this.')
    fireEvent.click(section.getByRole('radio', { name: 'Everyone on this map' }))
    expect(sentence?.textContent).toMatch(/^Everyone on this map sees this/)
    fireEvent.click(section.getByRole('radio', { name: 'Only Fernhill' }))
    type(field, 'Our own note')
    fireEvent.click(section.getByRole('button', { name: 'Comment' }))
    await waitFor(() => expect(said()).toHaveLength(1))
    expect(said()[0]!.audience).toEqual([`org:${chain.insurer.organisationId}`])
  })

  it('call somebody by keyboard alone, and offer to show it to them or to leave them out', async () => {
    open()
    const section = await comments()
    const field = section.getByRole('textbox', { name: 'Write a comment' })
    type(field, 'Who phones? @Oa')
    const option = await section.findByRole('option', { name: /Oakes & Vale/ })
    expect(field.getAttribute('aria-activedescendant')).toBe(option.id)
    fireEvent.keyDown(field, { key: 'Enter' })
    expect((field as HTMLTextAreaElement).value).toBe('Who phones? @Oakes & Vale ')
    expect(section.getByText('Oakes & Vale would not see this')).toBeTruthy()
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true })
    expect(said()).toHaveLength(0)
    fireEvent.click(section.getByRole('button', { name: 'Show it to Oakes & Vale too' }))
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true })
    await waitFor(() => expect(said()).toHaveLength(1))
    expect(said()[0]).toMatchObject({
      mentions: [{ organisationId: chain.broker.organisationId, personId: null }],
      audience: [chain.insurer, chain.broker].map(({ organisationId }) => `org:${organisationId}`),
    })
  })

  it('leave out somebody called, and keep the name as a word', async () => {
    open()
    const section = await comments()
    const field = section.getByRole('textbox', { name: 'Write a comment' })
    type(field, '@Oakes & Vale is slow')
    fireEvent.click(await section.findByRole('button', { name: 'Do not call Oakes & Vale' }))
    fireEvent.click(section.getByRole('button', { name: 'Comment' }))
    await waitFor(() => expect(said()[0]).toMatchObject({ text: 'Oakes & Vale is slow', mentions: [] }))
  })

  it('are replied to, settled and found again', async () => {
    begin('Who phones the bakery?')
    open()
    const section = await comments()
    fireEvent.click(await section.findByRole('button', { name: 'Reply' }))
    type(section.getByRole('textbox', { name: 'Reply' }), 'We do.')
    fireEvent.keyDown(section.getByRole('textbox', { name: 'Reply' }), { key: 'Enter', ctrlKey: true })
    expect(await section.findByText('We do.')).toBeTruthy()
    fireEvent.click(section.getByRole('button', { name: 'Resolve' }))
    fireEvent.click(await section.findByRole('button', { name: 'Show 1 resolved' }))
    expect(section.getByText('We do.')).toBeTruthy()
    fireEvent.click(section.getByRole('button', { name: 'Reopen' }))
    await waitFor(() => expect(said().every(({ resolved }) => !resolved)).toBe(true))
  })

  it('offer nobody to change the words of others, nor to share their thread further', async () => {
    begin('Who phones the bakery?')
    open()
    const section = await comments()
    expect(await section.findByText('Who phones the bakery?')).toBeTruthy()
    expect(section.queryByRole('button', { name: 'Change' })).toBeNull()
    expect(section.queryByRole('button', { name: /Remove/ })).toBeNull()
    expect(section.queryByRole('button', { name: 'Change who sees it' })).toBeNull()
  })

  it('are written by viewers too', async () => {
    open({ ...chain.insurer, role: 'viewer' })
    const section = await comments()
    type(section.getByRole('textbox', { name: 'Write a comment' }), 'I was there.')
    fireEvent.click(section.getByRole('button', { name: 'Comment' }))
    await waitFor(() => expect(said()).toHaveLength(1))
  })

  it('show nothing private of ours through a partner’s eyes, and nothing to write in', async () => {
    begin('Between us', 'organisation')
    begin('For all')
    open(chain.broker, `&partner=${chain.insurer.organisationId}`)
    const section = await comments()
    expect(await section.findByText('For all')).toBeTruthy()
    expect(section.queryByText('Between us')).toBeNull()
    expect(section.queryByRole('textbox')).toBeNull()
  })
})

describe('the sign on a card', () => {
  it('counts the open threads one may see, and no others', async () => {
    begin('Between us', 'organisation')
    begin('For all')
    const { readJourney } = await import('../../web/map/journey/readJourney.ts')
    const { MemoryRows } = await import('../../shared/edits/memoryRows.ts')
    const countFor = (author: Chain['insurer']) => {
      const rows = new MemoryRows()
      for (const { kind, row } of chain.server.pull(author, null).rows) rows.set(kind, row as never)
      const reading = { rows, organisationId: author.organisationId, organisations: new Map() }
      return readJourney(chain.mapId, reading)!.cards.get(chain.cards.decide)!.openThreads
    }
    expect(countFor(chain.insurer)).toBe(1)
    expect(countFor(chain.broker)).toBe(2)
  })
})

describe('who can be called', () => {
  const organisations = [
    { id: 'a', name: 'Oakes' },
    { id: 'b', name: 'Oakes & Vale' },
  ]
  const colleagues = [
    { personId: '1', name: 'Ada' },
    { personId: '2', name: 'Bo' },
  ]
  const own = { personId: '1', organisationId: 'a' }
  const candidates = mentionablesOf({ organisations, colleagues, own, comments: [] })

  it('is every organisation and colleague but oneself', () => {
    expect(candidates.map(({ label }) => label)).toEqual(['Oakes', 'Oakes & Vale', 'Bo'])
  })

  it('is not mistaken for somebody whose name begins alike', () => {
    const called = (text: string) => mentionedIn(text, candidates).map(({ label }) => label)
    expect(called('@Oakes & Vale and @Bo')).toEqual(['Oakes & Vale', 'Bo'])
    expect(called('@Oakes')).toEqual(['Oakes'])
    expect(called('Oakes')).toEqual([])
  })
})
