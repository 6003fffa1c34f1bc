// Who is said to be at which field: the same way at texts, choices, comments, marks, sides and who answers for a card.
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import type { PresentPerson } from '../../../shared/live/messages.ts'
import { type Chain, valueChain } from '../../support/chain.ts'
import { FakeSocket } from '../support/fakeSocket.ts'
import { openMap } from '../support/mapPage.ts'

beforeEach(() => FakeSocket.install())

async function open(chain: Chain, select: string) {
  openMap(chain, chain.insurer, `?view=outline&select=${select}`)
  const panel = await screen.findByRole('complementary', { name: 'Details' })
  await waitFor(() => expect(FakeSocket.opened.length).toBeGreaterThan(0))
  const socket = FakeSocket.last
  act(() => socket.ready())
  const { broker } = chain
  const isAt = (editing: PresentPerson['editing']) => {
    const person = {
      id: '00000000-0000-4000-8000-000000000001',
      name: 'Priya Nair',
      organisation: 'Oakes & Vale',
    }
    const { personId, organisationId } = broker
    const people = [{ ...person, personId, organisationId, selected: null, looking: null, editing }]
    act(() => socket.tell({ type: 'present', people, gone: [] }))
  }
  const isTold = (editing: PresentPerson['editing']) =>
    waitFor(() => expect(socket.said.at(-1)?.editing).toEqual(editing))
  return { panel, socket, isAt, isTold }
}

/** Long enough for everything that waits to be said. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 300))
const here = 'Priya Nair (Oakes & Vale) is editing'
const part = (panel: HTMLElement, name: string) => within(within(panel).getByRole('region', { name }))

describe('a choice', () => {
  it('of a card, a lane, a link or the charter tells that one is there, and who else is', async () => {
    const chain = valueChain()
    const { panel, isAt, isTold } = await open(chain, chain.lanes.insurer)
    const nature = within(panel).getByRole('combobox', { name: 'Nature' })
    const at = { kind: 'lane', id: chain.lanes.insurer, field: 'nature' } as const
    act(() => nature.focus())
    await isTold(at)
    act(() => nature.blur())
    await isTold(null)
    isAt(at)
    expect(within(nature.closest<HTMLElement>('[data-edited]')!).getByText(here)).toBeTruthy()
    expect(within(panel).getAllByText(here)).toHaveLength(1)
  })

  it('tells nobody while it cannot be changed', async () => {
    const chain = valueChain()
    const { panel, socket } = await open(chain, chain.lanes.broker)
    act(() => within(panel).getByRole('combobox', { name: 'Nature' }).focus())
    await quiet()
    expect(socket.said.every(({ editing }) => editing === null)).toBe(true)
  })

  it('that goes while one is in it is left', async () => {
    const chain = valueChain()
    const { panel, isTold } = await open(chain, chain.cards.decide)
    const kind = part(panel, 'What happens').getByRole('combobox', { name: 'Kind' })
    act(() => kind.focus())
    await isTold({ kind: 'touchpoint', id: chain.cards.decide, field: 'kind' })
    fireEvent.click(within(panel).getByRole('button', { name: 'Close the details' }))
    await isTold(null)
  })
})

it('a mark of ours and one that a partner shares say who is at them', async () => {
  const chain = valueChain()
  const [ours, theirs] = [crypto.randomUUID(), crypto.randomUUID()]
  const mark = {
    type: 'mark.add',
    targetKind: 'touchpoint',
    targetId: chain.cards.decide,
    kind: 'pain',
    with: 'map',
  } as const
  chain.server.do(chain.insurer, [{ ...mark, id: ours, statement: 'Slow' }])
  chain.server.do(chain.broker, [
    { ...mark, id: theirs, statement: 'Nobody phones' },
    { type: 'mark.share', id: theirs, with: 'map' },
  ])
  const { panel, isAt, isTold } = await open(chain, chain.cards.decide)
  const marks = part(panel, 'Marks')
  act(() => marks.getByRole('textbox', { name: /^Our pain/ }).focus())
  await isTold({ kind: 'mark', id: ours, field: 'statement' })
  isAt({ kind: 'mark', id: theirs, field: 'statement' })
  expect(within(marks.getByText(/Nobody phones/)).getByText(here)).toBeTruthy()
})

it('a side says who is at its name, also to whoever may not change it', async () => {
  const chain = valueChain()
  const id = crypto.randomUUID()
  const place = { laneId: chain.lanes.broker, stageId: chain.brokerStages.serve, rank: 'a0', name: '' }
  chain.server.do(chain.insurer, [{ type: 'side.add', id, touchpointId: chain.cards.decide, ...place }])
  const { panel, isAt } = await open(chain, chain.cards.decide)
  const sides = part(panel, 'Lived together')
  isAt({ kind: 'side', id, field: 'name' })
  expect(sides.getAllByText(here)).toHaveLength(1)
})

it('who answers for a card inside an organisation is told as a row of its own', async () => {
  const chain = valueChain()
  const [ownershipId, id] = [crypto.randomUUID(), crypto.randomUUID()]
  const { cards, parties, insurer, server } = chain
  const share = {
    touchpointId: cards.decide,
    partyId: parties.insurer,
    accountability: 'accountable',
  } as const
  server.do(insurer, [
    { type: 'ownership.add', id: ownershipId, ...share },
    { type: 'responsibility.add', id, ownershipId, department: 'Claims desk', region: '', person: '' },
  ])
  const { panel, isTold } = await open(chain, cards.decide)
  const owners = part(panel, 'Owners')
  act(() => owners.getByRole('textbox', { name: 'Department' }).focus())
  await isTold({ kind: 'responsibility', id, field: 'department' })
  act(() => owners.getByRole('combobox', { name: 'Part of Fernhill' }).focus())
  await isTold({ kind: 'ownership', id: ownershipId, field: 'accountability' })
})

it('a sticky says who rewords it, and tells when one does so oneself', async () => {
  const chain = valueChain()
  const [sessionId, id] = [crypto.randomUUID(), crypto.randomUUID()]
  chain.server.do(chain.insurer, [
    { type: 'session.start', id: sessionId, mapId: chain.mapId, name: 'Session', question: 'Where to?' },
    { type: 'sticky.add', id, sessionId, text: 'Nobody phones', rank: 'a0' },
  ])
  const { isAt, isTold } = await open(chain, `${chain.cards.decide}&session=board`)
  const board = within(screen.getByRole('region', { name: 'Session' }))
  isAt({ kind: 'sticky', id, field: 'text' })
  expect(board.getByText('Priya Nair (Oakes & Vale) is writing')).toBeTruthy()
  fireEvent.click(board.getByRole('button', { name: 'Reword “Nobody phones”' }))
  await isTold({ kind: 'sticky', id, field: 'text' })
  fireEvent.keyDown(board.getByRole('textbox', { name: 'Reword the sticky' }), { key: 'Escape' })
  await isTold(null)
})

describe('a comment', () => {
  it('that is begun is told only while everyone on the map will read it', async () => {
    const chain = valueChain()
    const { panel, socket, isTold } = await open(chain, chain.cards.decide)
    const comments = part(panel, 'Comments')
    const field = comments.getByRole('textbox', { name: 'Write a comment' })
    act(() => field.focus())
    await quiet()
    expect(socket.said.every(({ editing }) => editing === null)).toBe(true)
    act(() => field.blur())
    fireEvent.click(comments.getByRole('radio', { name: 'Everyone on this map' }))
    act(() => field.focus())
    await isTold({ kind: 'touchpoint', id: chain.cards.decide, field: 'comment' })
    // What follows is private again: nobody is told although one has not left the field.
    fireEvent.change(field, { target: { value: 'Who phones?' } })
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true })
    await isTold(null)
    expect(document.activeElement).toBe(field)
  })

  it('that is answered is told by the comment that began the thread, to whoever reads it', async () => {
    const chain = valueChain()
    const id = crypto.randomUUID()
    const target = { targetKind: 'touchpoint', targetId: chain.cards.decide } as const
    chain.server.do(chain.broker, [
      { type: 'comment.add', id, ...target, text: 'Who phones?', mentions: [], with: 'map' },
    ])
    const { panel, isAt, isTold } = await open(chain, chain.cards.decide)
    const comments = part(panel, 'Comments')
    isAt({ kind: 'comment', id, field: 'reply' })
    expect(comments.getByText('Priya Nair (Oakes & Vale) is writing')).toBeTruthy()
    fireEvent.click(comments.getByRole('button', { name: 'Reply' }))
    act(() => comments.getByRole('textbox', { name: 'Reply' }).focus())
    await isTold({ kind: 'comment', id, field: 'reply' })
    expect(comments.getAllByText('Priya Nair (Oakes & Vale) is writing')).toHaveLength(1)
  })
})
