import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { onMap, withLeftMarks } from '../../web/partners/leftMarks.ts'
import { monogramOf } from '../../web/shell/Monogram.tsx'
import { type Chain, valueChain } from '../support/chain.ts'
import { serveChain } from './support/ecosystem.ts'
import { openPage } from './support/page.tsx'
import { serve, signedIn } from './support/server.ts'

const place = ({ server }: Chain) => `/ecosystems/${server.ecosystemId}/partners`

/** The chain with one more party that nobody holds, with a lane on the map. */
function chainWithAdjuster() {
  const chain = valueChain()
  const [partyId, laneId] = [crypto.randomUUID(), crypto.randomUUID()]
  chain.server.do(chain.insurer, [
    { type: 'party.add', id: partyId, name: 'Northgate', kind: 'partner', tier: 2 },
    { type: 'lane.add', id: laneId, mapId: chain.mapId, partyId, rank: 'a3' },
  ])
  return { ...chain, partyId }
}

describe('the partners', () => {
  it('shows who holds which party and what is only described', async () => {
    const chain = chainWithAdjuster()
    serveChain(chain, chain.insurer)
    openPage(place(chain))
    const row = (await screen.findByRole('rowheader', { name: /Northgate/ })).closest('tr')!
    expect(within(row).getByText('Nobody yet')).toBeTruthy()
    expect(within(row).getByText('described by Fernhill, not yet confirmed')).toBeTruthy()
    const held = screen.getByRole('rowheader', { name: /Oakes & Vale/ }).closest('tr')!
    expect(within(held).getByText('1 card')).toBeTruthy()
  })

  it('grants a partner the right to invite', async () => {
    const chain = valueChain()
    serveChain(chain, chain.insurer)
    openPage(place(chain))
    fireEvent.click(await screen.findByRole('switch', { name: 'Oakes & Vale may invite others' }))
    const granted = () =>
      chain.server.rows.list('participant', 'organisationId', chain.broker.organisationId)[0]?.mayInvite
    await waitFor(() => expect(granted()).toBe(true))
  })

  it('offers inviting only to those who may', async () => {
    const chain = chainWithAdjuster()
    serveChain(chain, chain.broker)
    openPage(place(chain))
    await screen.findByRole('rowheader', { name: /Northgate/ })
    expect(screen.queryByRole('link', { name: /^Invite/ })).toBeNull()
  })

  it('offers to invite end customers that are businesses, never consumers, in the table and in the form', async () => {
    const chain = valueChain()
    const [business, consumers] = [crypto.randomUUID(), crypto.randomUUID()]
    const laneOf = (partyId: string, rank: string) =>
      ({ type: 'lane.add', id: crypto.randomUUID(), mapId: chain.mapId, partyId, rank }) as const
    chain.server.do(chain.insurer, [
      { type: 'party.add', id: business, name: 'Millbrook Bakery', kind: 'endCustomer', tier: 0 },
      { type: 'party.add', id: consumers, name: 'Householders', kind: 'endCustomer', tier: 0 },
      laneOf(business, 'a7'),
      { ...laneOf(consumers, 'a8'), nature: 'b2c' },
    ])
    serveChain(chain, chain.insurer)
    openPage(`${place(chain)}?invite=${business}`)
    const form = await screen.findByRole('dialog', { name: 'Invite a partner' })
    fireEvent.click(within(form).getByRole('combobox', { name: 'To hold' }))
    expect(screen.getByRole('option', { name: 'Millbrook Bakery' })).toBeTruthy()
    expect(screen.queryByRole('option', { name: 'Householders' })).toBeNull()
    expect(screen.getByRole('link', { name: 'Invite Millbrook Bakery', hidden: true })).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Invite Householders', hidden: true })).toBeNull()
  })

  it('keeps the organiser from leaving, with the reason', async () => {
    const chain = valueChain()
    serveChain(chain, { ...chain.insurer, role: 'admin' })
    openPage(place(chain))
    expect((await screen.findByRole<HTMLButtonElement>('button', { name: /Leave/ })).disabled).toBe(true)
    expect(screen.getByText(/Hand over organising/)).toBeTruthy()
  })

  it('gives back the party when an organisation leaves', async () => {
    const chain = valueChain()
    serveChain(chain, { ...chain.broker, role: 'admin' })
    const router = openPage(place(chain))
    fireEvent.click(await screen.findByRole('button', { name: /Leave/ }))
    fireEvent.click(await screen.findByRole('button', { name: 'Leave now' }))
    await waitFor(() => expect(router.state.location.pathname).toBe('/home'))
    expect(chain.server.rows.get('party', chain.parties.broker)?.heldByOrganisationId).toBeNull()
    const left = chain.server.rows.list('participant', 'organisationId', chain.broker.organisationId)
    expect(left.map(({ state }) => state)).toEqual(['left'])
  })
})

describe('the organiser', () => {
  it('ends a partner’s part, after saying what happens; what it had said is marked as left', async () => {
    const chain = valueChain()
    serveChain(chain, { ...chain.insurer, role: 'admin' })
    openPage(place(chain))
    fireEvent.click(await screen.findByRole('button', { name: 'End the part of Oakes & Vale' }))
    expect(await screen.findByText(/It is told that your organisation ended it/)).toBeTruthy()
    expect(screen.getByText(/again described by Fernhill, not yet confirmed/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'End it now' }))
    const states = () =>
      chain.server.rows
        .list('participant', 'organisationId', chain.broker.organisationId)
        .map(({ state }) => state)
    await waitFor(() => expect(states()).toEqual(['left']))
    expect(
      chain.server.rows.list('participant', 'organisationId', chain.insurer.organisationId),
    ).toMatchObject([{ state: 'active' }])
  })

  it('ends nothing with the role of an editor, nor does a partner', async () => {
    for (const who of ['insurer', 'broker'] as const) {
      const chain = valueChain()
      serveChain(chain, { ...chain[who], role: who === 'insurer' ? 'editor' : 'admin' })
      openPage(place(chain))
      await screen.findAllByRole('rowheader', { name: /Oakes & Vale/ })
      expect(screen.queryByRole('button', { name: /^End the part/ })).toBeNull()
      expect(screen.queryByRole('button', { name: /^Hand over/ })).toBeNull()
      cleanup()
    }
  })

  it('offers to hand over to a partner, saying what that means, and takes the offer back', async () => {
    const chain = valueChain()
    serveChain(chain, { ...chain.insurer, role: 'admin' })
    openPage(place(chain))
    fireEvent.click(await screen.findByRole('button', { name: 'Hand over …' }))
    fireEvent.click(await screen.findByRole('combobox', { name: 'To' }))
    fireEvent.click(await screen.findByRole('option', { name: 'Oakes & Vale', hidden: true }))
    expect(await screen.findByText(/Nothing changes until an admin of Oakes & Vale accepts/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Offer it' }))
    const { server, insurer } = chain
    const offers = () => server.rows.all('handover').map(({ state }) => state)
    await waitFor(() => expect(offers()).toEqual(['offered']))
    expect(await screen.findByText(/offered Oakes & Vale to organise this ecosystem/)).toBeTruthy()
    expect(server.rows.get('ecosystem', server.ecosystemId)?.convenerOrganisationId).toBe(
      insurer.organisationId,
    )
    fireEvent.click(screen.getByRole('button', { name: 'Withdraw the offer' }))
    await waitFor(() => expect(offers()).toEqual(['withdrawn']))
  })

  it('is whoever accepts the offer, with everything that was kept', async () => {
    const chain = offered()
    const { server, broker, parties } = chain
    serveChain(chain, { ...broker, role: 'admin' })
    openPage(place(chain))
    expect(await screen.findByText(/\(Fernhill\) asks you to take over organising Cover/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Accept and organise' }))
    const convener = () => server.rows.get('ecosystem', server.ecosystemId)?.convenerOrganisationId
    await waitFor(() => expect(convener()).toBe(broker.organisationId))
    expect(server.rows.get('party', parties.bakery)?.stewardOrganisationId).toBe(broker.organisationId)
    expect(await screen.findByRole('button', { name: 'Hand over …' })).toBeTruthy()
  })

  it('is not decided by an editor, who reads what is offered; a no is told to whoever offered', async () => {
    const chain = offered()
    const { server, broker, insurer } = chain
    serveChain(chain, broker)
    openPage(place(chain))
    expect(await screen.findByText(/Only an admin of your organisation accepts or declines/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Accept and organise' })).toBeNull()
    cleanup()
    const [offer] = server.rows.all('handover')
    server.do({ ...broker, role: 'admin' }, [{ type: 'handover.decide', id: offer!.id, accept: false }])
    serveChain(chain, { ...insurer, role: 'admin' })
    openPage(place(chain))
    expect(await screen.findByText(/Oakes & Vale declined your last offer/)).toBeTruthy()
  })
})

/** The chain after its organiser has offered the broker to organise it. */
function offered() {
  const chain = valueChain()
  const toOrganisationId = chain.broker.organisationId
  const offer = { type: 'handover.offer', id: crypto.randomUUID(), toOrganisationId } as const
  chain.server.do({ ...chain.insurer, role: 'admin' }, [offer])
  return chain
}

describe('an ecosystem that one’s organisation has no place in any more', () => {
  const [ecosystemId, mapId] = [crypto.randomUUID(), crypto.randomUUID()]
  const departure = {
    ...{
      ecosystemId,
      ecosystem: 'Flood cover',
      endedBy: 'Oakes & Vale',
      maps: [{ id: mapId, name: 'Claim' }],
    },
    ...{ leftAt: '2026-01-05T10:00:00.000Z', until: '2026-04-05T10:00:00.000Z' },
  }

  it('says so on its own pages, with what is one’s own as a file', async () => {
    serve({ ...signedIn, 'GET /api/departures': { status: 200, body: [departure] } })
    openPage(`/ecosystems/${ecosystemId}/partners`)
    expect(await screen.findByText('Oakes & Vale ended your part in Claim')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Save what is ours as a file' })).toBeTruthy()
  })

  it('does not say first that nothing is there', async () => {
    const headings = new Set<string>()
    const watching = new MutationObserver(() => {
      for (const { textContent } of document.querySelectorAll('h1')) headings.add(textContent)
    })
    watching.observe(document, { subtree: true, childList: true, characterData: true })
    serve({ ...signedIn, 'GET /api/departures': { status: 200, body: [departure] } })
    openPage(`/ecosystems/${ecosystemId}/partners`)
    await screen.findByText('Oakes & Vale ended your part in Claim')
    watching.disconnect()
    expect([...headings]).toEqual(['You take part here no longer'])
  })

  it('is told with the organisation, and is as any other address for whoever never was there', async () => {
    serve({ ...signedIn, 'GET /api/departures': { status: 200, body: [departure] } })
    openPage('/settings?tab=organisation')
    expect(await screen.findByText('Oakes & Vale ended your part in Claim')).toBeTruthy()
    cleanup()
    openPage(`/ecosystems/${crypto.randomUUID()}/partners`)
    expect(await screen.findByText(/It is not there, or not for the organisation/)).toBeTruthy()
  })
})

it('marks the name of an organisation that takes part nowhere any more', () => {
  const { server, broker, insurer } = valueChain()
  const names = new Map([
    [broker.organisationId, 'Oakes & Vale'],
    [insurer.organisationId, 'Fernhill'],
  ])
  expect(withLeftMarks(names, server.rows)).toBe(names)
  const [own] = server.rows.list('participant', 'organisationId', broker.organisationId)
  server.do({ ...broker, role: 'admin' }, [{ type: 'participant.leave', id: own!.id }])
  const marked = withLeftMarks(names, server.rows)
  expect([...marked.values()]).toEqual(['Oakes & Vale (left)', 'Fernhill'])
  expect(withLeftMarks(names, server.rows)).toBe(marked)
  expect(monogramOf(marked.get(broker.organisationId)!)).toBe('OV')
})

it('marks a name on the map that was left, and not on another', () => {
  const { server, broker, insurer, mapId, parties } = valueChain()
  const second = crypto.randomUUID()
  server.do(insurer, [
    { type: 'map.add', id: second, participantId: crypto.randomUUID(), name: 'Theft', rank: 'a1' },
  ])
  const grant = { kind: 'invitation', partyId: parties.broker, mapIds: [second] } as const
  server.do(broker, [{ type: 'participant.join', id: crypto.randomUUID(), mapId: second }], grant)
  const names = new Map([[broker.organisationId, 'Oakes & Vale']])
  const own = server.rows.list('participant', 'organisationId', broker.organisationId)
  const place = own.find((row) => row.mapId === mapId)!
  server.do({ ...broker, role: 'admin' }, [{ type: 'participant.leave', id: place.id }])
  const ecosystem = { organisations: names, rows: server.rows }
  expect(withLeftMarks(names, server.rows)).toBe(names)
  expect(onMap(ecosystem, second)).toBe(ecosystem)
  expect([...onMap(ecosystem, mapId).organisations.values()]).toEqual(['Oakes & Vale (left)'])
  const rest = own.find((row) => row.mapId === second)!
  server.do({ ...broker, role: 'admin' }, [{ type: 'participant.leave', id: rest.id }])
  const everywhere = { ...ecosystem, organisations: withLeftMarks(names, server.rows) }
  expect([...onMap(everywhere, mapId).organisations.values()]).toEqual(['Oakes & Vale (left)'])
})

describe('inviting', () => {
  const answer = {
    status: 201,
    body: {
      invitation: { id: crypto.randomUUID(), email: 'ada@northgate.example' },
      delivery: { by: 'link', link: 'http://localhost/invitations#secret', warning: 'Pass it on yourself.' },
    },
  }

  it('starts with the party and map where the need arose, and says what they will see', async () => {
    const chain = chainWithAdjuster()
    const { received } = serveChain(chain, chain.insurer, {
      [`POST /api/ecosystems/${chain.server.ecosystemId}/invitations`]: answer,
    })
    openPage(`${place(chain)}?invite=${chain.partyId}&map=${chain.mapId}`)
    const dialog = await screen.findByRole('dialog', { name: 'Invite a partner' })
    expect(within(dialog).getByRole<HTMLInputElement>('checkbox', { name: 'Flood cover' }).checked).toBe(true)
    const sight = within(dialog).getByRole('region', { name: 'What Northgate will see' })
    expect(sight.textContent).toMatch(/4 lanes, .*5 cards, .*2 handoffs/)
    expect(sight.textContent).toContain('Fernhill and Oakes & Vale take part')
    fireEvent.change(within(dialog).getByLabelText(/E-mail/), { target: { value: 'ada@northgate.example' } })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Invite' }))
    expect(await screen.findByDisplayValue('http://localhost/invitations#secret')).toBeTruthy()
    expect(screen.getByText(/Pass it on yourself/)).toBeTruthy()
    const sent = received.find(({ method, path }) => method === 'POST' && path.endsWith('/invitations'))
    expect(sent?.body).toMatchObject({
      email: 'ada@northgate.example',
      partyId: chain.partyId,
      mapIds: [chain.mapId],
    })
  })

  it('gives a party without a lane one to hold, and says so before', async () => {
    const chain = valueChain()
    const { server, insurer, mapId } = chain
    const partyId = crypto.randomUUID()
    server.do(insurer, [{ type: 'party.add', id: partyId, name: 'Northgate', kind: 'partner', tier: 2 }])
    const lanes = () => server.rows.list('lane', 'partyId', partyId)
    const lanesWhenInvited: number[] = []
    serveChain(chain, insurer, {
      [`POST /api/ecosystems/${server.ecosystemId}/invitations`]: () => {
        lanesWhenInvited.push(lanes().length)
        return answer
      },
    })
    openPage(`${place(chain)}?invite=${partyId}`)
    const dialog = await screen.findByRole('dialog', { name: 'Invite a partner' })
    expect(within(dialog).getByText(/^Northgate has no lane on this map yet/)).toBeTruthy()
    fireEvent.change(within(dialog).getByLabelText(/E-mail/), { target: { value: 'ada@northgate.example' } })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Invite' }))
    expect(await screen.findByDisplayValue('http://localhost/invitations#secret')).toBeTruthy()
    expect(lanesWhenInvited).toEqual([1])
    const ranks = server.rows.list('lane', 'mapId', mapId).map(({ rank }) => rank)
    expect(lanes()[0]).toMatchObject({ mapId, rank: ranks.toSorted().at(-1) })
  })

  it('counts threads, sessions and stickies, and a thread once however much was replied', async () => {
    const chain = chainWithAdjuster()
    const { server, insurer, mapId } = chain
    const newId = () => crypto.randomUUID() as string
    const [thread, session, inside] = [newId(), newId(), newId()]
    const about = { targetKind: 'map', targetId: mapId, text: 'When do we meet?' } as const
    server.do(insurer, [
      { type: 'comment.add', id: thread, ...about, with: 'map' },
      { type: 'comment.reply', id: newId(), replyToId: thread, text: 'On Monday.' },
      { type: 'comment.add', id: inside, ...about },
      { type: 'session.start', id: session, mapId, name: 'First' },
      { type: 'sticky.add', id: newId(), sessionId: session, text: 'Phone', rank: 'a0' },
      { type: 'sticky.add', id: newId(), sessionId: session, text: 'Portal', rank: 'a1' },
    ])
    serveChain(chain, insurer)
    openPage(`${place(chain)}?invite=${chain.partyId}&map=${mapId}`)
    const sight = await screen.findByRole('region', { name: 'What Northgate will see' })
    expect(sight.textContent).toContain('1 thread, 1 session, 2 stickies')
  })

  it('counts our own views among what they will not see', async () => {
    const chain = chainWithAdjuster()
    chain.server.do(chain.insurer, [
      {
        type: 'perspective.add',
        id: crypto.randomUUID(),
        targetKind: 'touchpoint',
        targetId: chain.cards.decide,
        performance: 8,
      },
    ])
    serveChain(chain, chain.insurer)
    openPage(`${place(chain)}?invite=${chain.partyId}`)
    const sight = await screen.findByRole('region', { name: 'What Northgate will see' })
    expect(sight.textContent).toContain('1 view you keep to yourselves')
  })
})
