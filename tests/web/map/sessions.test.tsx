import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Chain, someone, valueChain } from '../../support/chain.ts'
import { openMap } from '../support/mapPage.ts'

function withSession() {
  const chain = valueChain()
  const sessionId = crypto.randomUUID()
  chain.server.do(chain.insurer, [
    {
      type: 'session.start',
      id: sessionId,
      mapId: chain.mapId,
      name: 'Session',
      question: 'Where do six days go?',
    },
  ])
  return { ...chain, sessionId }
}

const stickiesOf = ({ server }: Chain) => server.rows.all('sticky')
const board = () => screen.findByRole('region', { name: 'Session' })
const open = '?view=outline&session=board'

async function write(...thoughts: string[]) {
  const field = await screen.findByRole('textbox', { name: /^What happens\?/ })
  for (const thought of thoughts) {
    fireEvent.change(field, { target: { value: thought } })
    fireEvent.keyDown(field, { key: 'Enter' })
  }
}

describe('a co-mapping session on the map', () => {
  it('is started from the map bar with a question', async () => {
    const chain = valueChain()
    openMap(chain, chain.insurer, '?view=outline')
    await screen.findByText('Prices the risk')
    fireEvent.click(await screen.findByRole('button', { name: 'Session' }))
    const question = await screen.findByRole('textbox', { name: 'What do you ask everybody?' })
    fireEvent.change(question, { target: { value: 'Where do six days go?' } })
    fireEvent.click(screen.getByRole('button', { name: 'Start the session' }))
    expect(await within(await board()).findByText('Where do six days go?')).toBeTruthy()
    await waitFor(() => expect(chain.server.rows.all('session')).toMatchObject([{ state: 'open' }]))
  })

  it('takes one thought after the other: type, Enter, next', async () => {
    const chain = withSession()
    openMap(chain, chain.broker, open)
    await write('We wait for the letter', '   ', 'Nobody phones')
    const column = await screen.findByRole('region', { name: 'Not grouped yet' })
    expect(within(column).getByText('Nobody phones')).toBeTruthy()
    await waitFor(() =>
      expect(stickiesOf(chain).map(({ text }) => text)).toEqual(['We wait for the letter', 'Nobody phones']),
    )
    expect(
      stickiesOf(chain).every(({ organisationId }) => organisationId === chain.broker.organisationId),
    ).toBe(true)
  })

  it('leaves readable what one was typing when somebody ends it', async () => {
    const chain = withSession()
    openMap(chain, chain.broker, open)
    const field = await screen.findByRole('textbox', { name: /^What happens\?/ })
    fireEvent.change(field, { target: { value: 'Nobody phones' } })
    chain.server.do(chain.insurer, [{ type: 'session.end', id: chain.sessionId }])
    await screen.findByText('The session ended while you were typing. Your text:', {}, { timeout: 20_000 })
    expect(within(await board()).getByText('Nobody phones')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Discard' }))
    await waitFor(() => expect(screen.queryByText('Nobody phones')).toBeNull())
    expect(stickiesOf(chain)).toEqual([])
  })

  it('stays readable on the charter once it is over, with who wrote what', async () => {
    const chain = withSession()
    const { sessionId } = chain
    const sticky = { id: crypto.randomUUID(), sessionId, text: 'Nobody phones', group: 'Waiting', rank: 'a0' }
    chain.server.do(chain.broker, [{ type: 'sticky.add', ...sticky }])
    chain.server.do(chain.insurer, [{ type: 'session.end', id: sessionId }])
    openMap(chain, chain.broker, `?view=outline&select=${chain.mapId}`)
    const over = await screen.findByRole('region', { name: /^Session, / })
    expect(over.textContent).toMatch(
      /Where do six days go\?Run by Ada of Fernhill\..*WaitingNobody phonesAda of Oakes & Vale/,
    )
  })

  it('that a file tells of is read by whoever brought it in, and by nobody else', async () => {
    const chain = valueChain()
    const id = crypto.randomUUID()
    chain.server.do(chain.broker, [
      {
        ...{
          type: 'session.record',
          id,
          mapId: chain.mapId,
          name: 'Session',
          question: 'Where do six days go?',
        },
        ...{ startedAt: '2026-03-03T09:00:00.000Z', authorName: 'Anna of Fernhill' },
      },
      {
        ...{ type: 'sticky.record', id: crypto.randomUUID(), sessionId: id, text: 'Nobody phones' },
        ...{ rank: 'a0', authorName: 'Grace of Marlow', touchpointId: chain.cards.learn },
      },
    ])
    openMap(chain, chain.broker, `?view=outline&select=${chain.mapId}`)
    const { textContent } = await screen.findByRole('region', { name: 'Session, 3 March 2026' })
    expect(textContent).toContain('Only Oakes & Vale sees this')
    expect(textContent).toContain('Run by Anna of Fernhill. From a file that Oakes & Vale imported.')
    expect(textContent).toContain('Nobody phonesGrace of Marlow · on the map')
    expect(JSON.stringify(chain.server.pull(chain.insurer, null))).not.toContain('Nobody phones')
  })

  it('shows everybody what the others write', async () => {
    const chain = withSession()
    openMap(chain, chain.insurer, open)
    await board()
    const theirs = { id: crypto.randomUUID(), sessionId: chain.sessionId, text: 'Nobody phones', rank: 'a0' }
    chain.server.do(chain.broker, [{ type: 'sticky.add', ...theirs }])
    const words = 'Nobody phones, Ada of Oakes & Vale'
    expect(await screen.findByRole('button', { name: words }, { timeout: 4000 })).toBeTruthy()
    // Whoever runs the session may tidy up.
    expect(screen.queryByRole('button', { name: 'Throw away “Nobody phones”' })).toBeTruthy()
  })

  it('lets nobody but its organisation and the facilitator reword or throw away a sticky', async () => {
    const chain = withSession()
    const { sessionId } = chain
    chain.server.do(chain.insurer, [
      { type: 'sticky.add', id: crypto.randomUUID(), sessionId, text: 'We decide', rank: 'a0' },
    ])
    openMap(chain, chain.broker, open)
    await screen.findByRole('button', { name: /^We decide,/ })
    expect(screen.queryByRole('button', { name: 'Reword “We decide”' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Throw away “We decide”' })).toBeNull()
  })

  it('groups chosen stickies under a name, and carries them on with Alt and an arrow', async () => {
    const chain = withSession()
    openMap(chain, chain.broker, open)
    await write('We wait', 'Nobody phones')
    for (const name of [/^We wait,/, /^Nobody phones,/])
      fireEvent.click(await screen.findByRole('button', { name }))
    const name = await screen.findByRole('combobox', { name: 'Name of the group' })
    fireEvent.change(name, { target: { value: 'Waiting' } })
    fireEvent.click(screen.getByRole('button', { name: 'Group' }))
    const group = await screen.findByRole('region', { name: 'Waiting' })
    expect(within(group).getAllByRole('listitem')).toHaveLength(2)
    await waitFor(() => expect(stickiesOf(chain).every((row) => row.group === 'Waiting')).toBe(true))
    fireEvent.keyDown(within(group).getByRole('button', { name: /^We wait,/ }), {
      key: 'ArrowLeft',
      altKey: true,
    })
    await waitFor(() =>
      expect(
        stickiesOf(chain)
          .map((row) => row.group)
          .sort(),
      ).toEqual(['', 'Waiting']),
    )
  })

  it('drops dragged stickies into a column', async () => {
    const chain = withSession()
    const [one, two] = [crypto.randomUUID(), crypto.randomUUID()]
    const sessionId = chain.sessionId
    chain.server.do(chain.broker, [
      { type: 'sticky.add', id: one, sessionId, text: 'We wait', rank: 'a0' },
      { type: 'sticky.add', id: two, sessionId, text: 'Nobody phones', rank: 'a1', group: 'Silence' },
    ])
    openMap(chain, chain.broker, open)
    const held = new Map<string, string>()
    const dataTransfer = {
      types: ['application/x-interlane-stickies'],
      setData: (type: string, value: string) => held.set(type, value),
      getData: (type: string) => held.get(type) ?? '',
    }
    const sticky = (await screen.findByRole('button', { name: /^We wait,/ })).closest('li')!
    fireEvent.dragStart(sticky, { dataTransfer })
    const group = screen.getByRole('region', { name: 'Silence' })
    fireEvent.dragOver(group, { dataTransfer })
    fireEvent.drop(group, { dataTransfer })
    await waitFor(() => expect(chain.server.rows.get('sticky', one)?.group).toBe('Silence'))
  })

  it('puts many on the map in one step: in a lane of others they are proposals', async () => {
    const chain = withSession()
    openMap(chain, chain.broker, open)
    await write('Reads the letter', 'Calls twice')
    for (const name of [/^Reads the letter,/, /^Calls twice,/])
      fireEvent.click(await screen.findByRole('button', { name }))
    fireEvent.click(await screen.findByRole('combobox', { name: 'Put into a lane and stage' }))
    expect(await screen.findByText('Fernhill (as proposals)')).toBeTruthy()
    fireEvent.click(await screen.findByRole('option', { name: 'Fernhill: Claim' }))
    await waitFor(() => {
      const made = chain.server.rows.all('touchpoint').filter(({ laneId, state }) => {
        return laneId === chain.lanes.insurer && state === 'proposed'
      })
      expect(made.map(({ name }) => name)).toEqual(['Reads the letter', 'Calls twice'])
    })
    expect(await screen.findByRole('button', { name: /^Reads the letter, .*, on the map$/ })).toBeTruthy()
  })

  it('says where the stickies went until that is undone, and keeps the focus on the board', async () => {
    const chain = withSession()
    openMap(chain, chain.broker, open)
    await write('Reads the letter', 'Calls twice')
    for (const name of [/^Reads the letter,/, /^Calls twice,/])
      fireEvent.click(await screen.findByRole('button', { name }))
    const region = within(await board())
    expect(region.getByRole('status').textContent).toBe('2 stickies')
    fireEvent.click(await screen.findByRole('combobox', { name: 'Put into a lane and stage' }))
    fireEvent.click(await screen.findByRole('option', { name: 'Fernhill: Claim' }))
    await waitFor(() =>
      expect(region.getByRole('status').textContent).toContain('In Fernhill: Claim: 2 stickies'),
    )
    expect(document.activeElement).toBe(await board())
    fireEvent.click(screen.getByRole('button', { name: /^Undo/ }))
    await waitFor(() => expect(region.getByRole('status').textContent).toContain('Choose stickies'))
    expect(await screen.findByRole('button', { name: /^Reads the letter, .*Vale$/ })).toBeTruthy()
  })

  it('is watched by viewers, who are offered nothing to write', async () => {
    const chain = withSession()
    const sticky = { id: crypto.randomUUID(), sessionId: chain.sessionId, text: 'We wait', rank: 'a0' }
    chain.server.do(chain.insurer, [{ type: 'sticky.add', ...sticky }])
    openMap(chain, { ...chain.broker, role: 'viewer' }, open)
    const region = await board()
    expect(within(region).getByText('We wait')).toBeTruthy()
    expect(within(region).getByText(/Viewers read and comment/)).toBeTruthy()
    expect(within(region).queryByRole('textbox')).toBeNull()
    expect(within(region).queryByRole('button', { name: 'End session' })).toBeNull()
  })

  it('is not there for a stranger', async () => {
    const chain = withSession()
    openMap(chain, someone(), open)
    await screen.findByText('This map is not here')
    expect(screen.queryByRole('region', { name: 'Session' })).toBeNull()
  })

  it('is ended by whoever runs it', async () => {
    const chain = withSession()
    openMap(chain, chain.insurer, open)
    fireEvent.click(within(await board()).getByRole('button', { name: 'End session' }))
    await waitFor(() => expect(chain.server.rows.all('session')).toMatchObject([{ state: 'ended' }]))
    expect(screen.queryByRole('region', { name: 'Session' })).toBeNull()
  })
})
