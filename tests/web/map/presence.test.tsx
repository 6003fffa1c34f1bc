import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { nowhere, type PresentPerson } from '../../../shared/live/messages.ts'
import { type Chain, valueChain } from '../../support/chain.ts'
import { FakeSocket } from '../support/fakeSocket.ts'
import { openMap } from '../support/mapPage.ts'

beforeEach(() => FakeSocket.install())

/** The broker's Priya on the map, at what `more` says. */
function priya({ broker }: Chain, more: Partial<PresentPerson> = {}): PresentPerson {
  return {
    ...{ id: '00000000-0000-4000-8000-000000000001', personId: broker.personId, name: 'Priya Nair' },
    ...{ organisationId: broker.organisationId, organisation: 'Oakes & Vale' },
    ...{ selected: null, editing: null, looking: null },
    ...more,
  }
}

async function open(chain: Chain, search = '') {
  openMap(chain, chain.insurer, search)
  await screen.findByRole('heading', { name: 'Flood cover', level: 1 })
  await waitFor(() => expect(FakeSocket.opened.length).toBeGreaterThan(0))
  const socket = FakeSocket.last
  act(() => socket.ready())
  const tell = (people: PresentPerson[], gone: string[] = []) =>
    act(() => socket.tell({ type: 'present', people, gone }))
  return { socket, tell }
}

const touchpoint = (id: string) => ({ kind: 'touchpoint', id }) as const

describe('others on the map', () => {
  it('stand in its bar with name and organisation until they go', async () => {
    const chain = valueChain()
    const { tell } = await open(chain, '?view=outline')
    expect(screen.queryByRole('button', { name: /^Also here/ })).toBeNull()
    tell([priya(chain)])
    fireEvent.click(await screen.findByRole('button', { name: 'Also here: Priya Nair (Oakes & Vale)' }))
    expect(await screen.findByText('Oakes & Vale', { selector: 'span span' })).toBeTruthy()
    tell([], [priya(chain).id])
    expect(screen.queryByRole('button', { name: /^Also here/ })).toBeNull()
  })

  it('do not include oneself in another window', async () => {
    const chain = valueChain()
    const { tell } = await open(chain, '?view=outline')
    const { personId, organisationId } = chain.insurer
    tell([priya(chain, { personId, organisationId, name: 'Ines Holm', organisation: 'Fernhill' })])
    expect(screen.queryByRole('button', { name: /^Also here/ })).toBeNull()
  })

  it('have a ring with their name on the card they have selected, and stand in the header of its lane', async () => {
    const chain = valueChain()
    const { tell } = await open(chain)
    tell([priya(chain, { selected: touchpoint(chain.cards.decide) })])
    const card = await screen.findByRole('group', { name: /^Decides the claim/ })
    expect(within(card).getByText('Priya Nair')).toBeTruthy()
    const lanes = screen.getByRole('navigation', { name: 'Lanes' })
    expect(within(lanes).getByRole('img', { name: 'Here: Priya Nair (Oakes & Vale)' })).toBeTruthy()
    tell([priya(chain)])
    expect(within(card).queryByText('Priya Nair')).toBeNull()
    expect(within(lanes).queryByRole('img')).toBeNull()
  })

  it('stand in the outline at the card, the stage, the link and in the lane they are at', async () => {
    const chain = valueChain()
    const { tell } = await open(chain, '?view=outline')
    const name = 'Here: Priya Nair (Oakes & Vale)'
    const claims = await screen.findByRole('grid', { name: 'Fernhill, Claim' })
    const card = within(claims).getByRole('row', { name: /^Decides the claim/ })
    const lane = screen.getByRole('region', { name: 'Fernhill' })
    const faces = () => within(lane).getAllByRole('img', { name })
    tell([priya(chain, { selected: touchpoint(chain.cards.decide) })])
    expect(within(card).getByRole('img', { name }).textContent).toContain('Priya Nair')
    expect(faces()).toHaveLength(2)
    tell([priya(chain, { selected: { kind: 'link', id: chain.links.outcome } })])
    const onward = within(card).getByText(/^hands over Decision/)
    expect(within(onward).getByRole('img', { name })).toBeTruthy()
    tell([priya(chain, { selected: { kind: 'stage', id: chain.stages.claim } })])
    expect(within(card).queryByRole('img', { name })).toBeNull()
    const stage = within(lane).getByRole('heading', { name: 'Claim' }).parentElement as HTMLElement
    expect(within(stage).getByRole('img', { name })).toBeTruthy()
    expect(screen.queryByText('Priya Nair'), 'the stage stands in several lanes').toBeNull()
    const ownStage = { kind: 'stage', id: chain.brokerStages.win } as const
    tell([priya(chain, { selected: ownStage })])
    expect(screen.getAllByText('Priya Nair')).toHaveLength(1)
    tell([priya(chain, { selected: { kind: 'lane', id: chain.lanes.insurer } })])
    expect(faces()).toHaveLength(1)
    tell([], [priya(chain).id])
    expect(screen.queryByRole('img', { name })).toBeNull()
  })

  it('stand in the row of the table whose card they have selected', async () => {
    const chain = valueChain()
    const { tell } = await open(chain, '?view=table')
    const row = await screen.findByRole('row', { name: /^Decides the claim/ })
    tell([priya(chain, { selected: touchpoint(chain.cards.decide) })])
    expect(within(row).getByRole('img', { name: 'Here: Priya Nair (Oakes & Vale)' })).toBeTruthy()
    expect(screen.getAllByRole('img', { name: /^Here/ })).toHaveLength(1)
  })

  it('stand on the canvas at the stage they are at, and at a pill', async () => {
    const chain = valueChain()
    const { tell } = await open(chain)
    const stages = await screen.findByRole('navigation', { name: 'Shared stages' })
    tell([priya(chain, { selected: { kind: 'stage', id: chain.stages.claim } })])
    expect(within(stages).getByRole('img', { name: 'Here: Priya Nair (Oakes & Vale)' })).toBeTruthy()
    tell([priya(chain, { selected: { kind: 'link', id: chain.links.outcome } })])
    expect(within(stages).queryByRole('img')).toBeNull()
    const pill = await screen.findByRole('button', { name: /Decision/ })
    expect(within(pill).getByText('Priya Nair')).toBeTruthy()
  })

  it('are named at the field they edit, and at no other', async () => {
    const chain = valueChain()
    const { tell } = await open(chain, `?view=outline&select=${chain.cards.decide}`)
    const what = await screen.findByRole('region', { name: 'What happens' })
    tell([priya(chain, { editing: { ...touchpoint(chain.cards.decide), field: 'description' } })])
    expect(within(what).getAllByText('Priya Nair (Oakes & Vale) is editing')).toHaveLength(1)
    const field = within(what).getByRole('textbox', { name: 'What happens' }).closest('[data-edited]')
    expect(field).toBeTruthy()
    tell([priya(chain, { editing: { ...touchpoint(chain.cards.learn), field: 'description' } })])
    expect(within(what).queryByText(/is editing/)).toBeNull()
  })
})

describe('one’s own page', () => {
  it('tells which map one is on, what is selected, and which field one is in', async () => {
    const chain = valueChain()
    const { socket } = await open(chain, `?view=outline&select=${chain.cards.decide}`)
    await waitFor(() =>
      expect(socket.said.at(-1)).toMatchObject({
        mapId: chain.mapId,
        selected: touchpoint(chain.cards.decide),
      }),
    )
    const what = await screen.findByRole('region', { name: 'What happens' })
    const field = within(what).getByRole('textbox', { name: 'What happens' })
    act(() => field.focus())
    const editing = { ...touchpoint(chain.cards.decide), field: 'description' }
    await waitFor(() => expect(socket.said.at(-1)?.editing).toEqual(editing))
    act(() => field.blur())
    await waitFor(() => expect(socket.said.at(-1)?.editing).toBeNull())
  })

  it('is nowhere once one has left the map', async () => {
    const chain = valueChain()
    const { socket } = await open(chain)
    await waitFor(() => expect(socket.said.at(-1)?.mapId).toBe(chain.mapId))
    fireEvent.click(screen.getByRole('link', { name: 'Handoffs' }))
    await waitFor(() => expect(socket.said.at(-1)).toEqual(nowhere))
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(socket.said.at(-1)).toEqual(nowhere)
  })

  it('tells nobody of a private view that is not there yet', async () => {
    const chain = valueChain()
    const { socket } = await open(chain, `?view=outline&select=${chain.cards.decide}`)
    const ours = await screen.findByRole('region', { name: 'Our view' })
    const [field] = within(ours).getAllByRole('textbox')
    act(() => field!.focus())
    await new Promise((resolve) => setTimeout(resolve, 250))
    expect(socket.said.every(({ editing }) => editing === null)).toBe(true)
  })
})

describe('an open field', () => {
  it('keeps what one types and where, when others change the same text', async () => {
    const chain = valueChain()
    const { socket } = await open(chain, `?view=outline&select=${chain.cards.decide}`)
    const what = await screen.findByRole('region', { name: 'What happens' })
    const field = within(what).getByRole<HTMLTextAreaElement>('textbox', { name: 'What happens' })
    act(() => field.focus())
    fireEvent.change(field, { target: { value: 'We read the claim and' } })
    field.setSelectionRange(3, 3)
    const theirs = { description: 'Somebody else was here' }
    chain.server.do(chain.insurer, [{ type: 'touchpoint.change', id: chain.cards.decide, fields: theirs }])
    chain.server.do(chain.insurer, [
      { type: 'touchpoint.change', id: chain.cards.decide, fields: { name: 'Decides on it' } },
    ])
    act(() => socket.tell({ type: 'changed' }))
    await screen.findByRole('heading', { name: 'Decides on it', level: 2 })
    expect(field.value).toBe('We read the claim and')
    expect([field.selectionStart, document.activeElement]).toEqual([3, field])
  })

  it('in which nothing was typed shows what others wrote, and saves nothing over it', async () => {
    const chain = valueChain()
    const { socket } = await open(chain, `?view=outline&select=${chain.cards.decide}`)
    const what = await screen.findByRole('region', { name: 'What happens' })
    const field = within(what).getByRole<HTMLTextAreaElement>('textbox', { name: 'What happens' })
    act(() => field.focus())
    const theirs = { description: 'Somebody else was here' }
    chain.server.do(chain.insurer, [{ type: 'touchpoint.change', id: chain.cards.decide, fields: theirs }])
    act(() => socket.tell({ type: 'changed' }))
    await waitFor(() => expect(field.value).toBe('Somebody else was here'))
    act(() => field.blur())
    expect(chain.server.rows.get('touchpoint', chain.cards.decide)?.description).toBe(
      'Somebody else was here',
    )
  })
})

it('following is told to screen readers and ends with Escape', async () => {
  const chain = valueChain()
  const { tell } = await open(chain)
  tell([priya(chain, { looking: { cardId: chain.cards.decide, right: 0, down: 0, zoom: 1 } })])
  fireEvent.click(await screen.findByRole('button', { name: /^Also here/ }))
  fireEvent.click(await screen.findByRole('button', { name: 'Follow Priya Nair' }))
  const said = (text: RegExp) => screen.findByText(text, { selector: '[role="status"]' })
  expect(await said(/^You follow Priya Nair \(Oakes & Vale\)\. Press Escape/)).toBeTruthy()
  fireEvent.keyDown(window, { key: 'Escape' })
  expect(await said(/^You look for yourself again/)).toBeTruthy()
})

describe('following goes on', () => {
  const said = () => screen.getAllByRole('status').map(({ textContent }) => textContent ?? '')
  const isFollowing = () => screen.queryByText('You follow Priya Nair (Oakes & Vale)') !== null
  const follow = async () => {
    fireEvent.click(await screen.findByRole('button', { name: /^Also here/ }))
    fireEvent.click(await screen.findByRole('button', { name: 'Follow Priya Nair' }))
    await waitFor(() => expect(isFollowing()).toBe(true))
  }

  it('where every socket is blocked, to wherever they look', async () => {
    const chain = valueChain()
    let looking = { cardId: chain.cards.decide, right: 0, down: 0, zoom: 1 }
    const path = `/api/ecosystems/${chain.server.ecosystemId}/presence`
    openMap(
      chain,
      chain.insurer,
      '',
      Object.defineProperty({}, path, { get: () => ({ people: [priya(chain, { looking })] }) }),
    )
    await follow()
    const zoomed = (percent: string) =>
      waitFor(() => expect(screen.getByText(/^\d+ %$/).textContent).toBe(percent))
    await zoomed('100 %')
    looking = { ...looking, cardId: chain.cards.lodge, zoom: 0.8 }
    await zoomed('80 %')
    expect(isFollowing()).toBe(true)
  })

  it('over a line that was cut, and ends where they have gone', async () => {
    const chain = valueChain()
    const { socket, tell } = await open(chain)
    const other = priya(chain, { id: crypto.randomUUID(), personId: crypto.randomUUID(), name: 'Ada' })
    tell([priya(chain), other])
    await follow()
    act(() => socket.cut())
    await waitFor(() => expect(FakeSocket.last).not.toBe(socket))
    act(() => FakeSocket.last.ready())
    act(() => FakeSocket.last.tell({ type: 'present', people: [priya(chain), other], gone: [] }))
    await waitFor(() => expect(isFollowing()).toBe(true))
    expect(said()).not.toContain('Who you followed has left the map.')
    act(() => FakeSocket.last.tell({ type: 'present', people: [], gone: [priya(chain).id] }))
    await waitFor(() => expect(said()).toContain('Who you followed has left the map.'))
  })
})
