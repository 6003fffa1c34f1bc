import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { anotherParty, makeMap } from '../../web/ecosystems/newMap.ts'
import { type Chain, valueChain } from '../support/chain.ts'
import { serveChain } from './support/ecosystem.ts'
import { openPage } from './support/page.tsx'
import { fernhill, serve, signedIn } from './support/server.ts'

const place = ({ server }: Chain) => `/ecosystems/${server.ecosystemId}/new-map`
const noCharter = { objective: '', success: '', scope: '' }
const mapNamed = ({ server }: Chain, name: string) => server.rows.all('map').find((map) => map.name === name)

describe('a new ecosystem', () => {
  it('needs a name alone, and leads on to its first map', async () => {
    const id = crypto.randomUUID()
    const { received } = serve({ ...signedIn, 'POST /api/ecosystems': { status: 201, body: { id } } })
    const router = openPage('/new-ecosystem')
    fireEvent.click(await screen.findByRole('button', { name: /^Create/ }))
    expect(screen.getByText('needs a name')).toBeTruthy()
    fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Cover' } })
    fireEvent.click(screen.getByRole('button', { name: /^Create/ }))
    await waitFor(() => expect(router.state.location.pathname).toBe(`/ecosystems/${id}/new-map`))
    const posted = received.find(({ method }) => method === 'POST')
    expect(posted?.body).toEqual({ id: expect.any(String), name: 'Cover', goal: '' })
    expect(posted?.headers.get('Interlane-Organisation')).toBe(fernhill.id)
  })
})

describe('a new map', () => {
  it('begins with the starter unless one says otherwise', async () => {
    const chain = valueChain()
    serveChain(chain, chain.insurer)
    const router = openPage(place(chain))
    fireEvent.change(await screen.findByLabelText('Name'), { target: { value: 'Hail cover' } })
    fireEvent.click(screen.getByRole('button', { name: 'Create the map' }))
    await waitFor(() => expect(mapNamed(chain, 'Hail cover')).toBeTruthy())
    const map = mapNamed(chain, 'Hail cover')!
    await waitFor(() => expect(router.state.location.pathname).toContain(`/maps/${map.id}`))
    expect(chain.server.rows.list('lane', 'mapId', map.id)).toHaveLength(3)
  })

  it('uses the party one holds already and keeps the charter one wrote', () => {
    const chain = valueChain()
    const { server, insurer } = chain
    const organisations = new Map([[insurer.organisationId, 'Fernhill']])
    const charter = { ...noCharter, objective: 'Hear within a day.' }
    const at = { rows: server.rows, author: insurer, organisations }
    for (const starter of ['blank', 'manufacturer-distributor-customer']) {
      const { mapId, actions } = makeMap({ name: 'Hail', starter, charter }, at)
      server.do(insurer, actions)
      expect(server.rows.get('map', mapId)?.objective).toBe('Hear within a day.')
      const held = server.rows.list('lane', 'mapId', mapId).map(({ partyId }) => partyId)
      expect(held).toContain(chain.parties.insurer)
      expect(server.rows.list('stage', 'mapId', mapId).length).toBeGreaterThan(0)
    }
  })

  it('gives its lanes to the parties that are in the chain, renamed or held, and adds no twin', async () => {
    const chain = valueChain()
    const { server, insurer, broker, parties } = chain
    server.do(broker, [
      { type: 'party.change', id: parties.broker, fields: { name: 'Oakes, brokers since 1911' } },
    ])
    const before = server.rows.all('party').length
    serveChain(chain, insurer)
    openPage(place(chain))
    fireEvent.change(await screen.findByLabelText('Name'), { target: { value: 'Hail cover' } })
    const distributor = screen.getByRole<HTMLInputElement>('combobox', { name: 'Who is the distributor?' })
    expect(distributor.value).toBe('Oakes, brokers since 1911')
    fireEvent.click(screen.getByRole('button', { name: 'Create the map' }))
    await waitFor(() => expect(mapNamed(chain, 'Hail cover')).toBeTruthy())
    const lanes = server.rows.list('lane', 'mapId', mapNamed(chain, 'Hail cover')!.id)
    expect(new Set(lanes.map(({ partyId }) => partyId))).toEqual(
      new Set([parties.insurer, parties.broker, parties.bakery]),
    )
    expect(server.rows.all('party')).toHaveLength(before)
    const brokersLanes = server
      .pull(broker, null)
      .rows.flatMap((seen) => (seen.kind === 'lane' ? seen.row.id : []))
    expect(lanes.filter(({ id }) => brokersLanes.includes(id))).toEqual([])
  })

  it('adds another party where one asks for it, under a name of its own', () => {
    const { server, insurer, parties } = valueChain()
    const organisations = new Map([[insurer.organisationId, 'Fernhill']])
    const at = { rows: server.rows, author: insurer, organisations }
    const map = { name: 'Hail', starter: 'manufacturer-distributor-customer', charter: noCharter }
    for (const expected of ['Distributor', 'Distributor 2']) {
      const { mapId, actions } = makeMap({ ...map, roles: { distributor: anotherParty } }, at)
      server.do(insurer, actions)
      const lanes = server.rows.list('lane', 'mapId', mapId)
      const names = lanes.map(({ partyId }) => server.rows.get('party', partyId)?.name)
      expect(names).toContain(expected)
      expect(lanes.map(({ partyId }) => partyId)).toContain(parties.bakery)
    }
  })

  it('leaves the lane of a party that another organisation keeps for that one to fill', () => {
    const { server, insurer, broker, parties } = valueChain()
    server.do(insurer, [{ type: 'party.entrust', id: parties.bakery, organisationId: broker.organisationId }])
    const at = { rows: server.rows, author: insurer, organisations: new Map<string, string>() }
    const map = { name: 'Hail', starter: 'manufacturer-distributor-customer', charter: noCharter }
    const { mapId, actions } = makeMap(map, at)
    server.do(insurer, actions)
    const lane = server.rows.list('lane', 'mapId', mapId).find(({ partyId }) => partyId === parties.bakery)!
    expect(server.rows.list('touchpoint', 'laneId', lane.id)).toEqual([])
  })

  it('is placed after the maps that are there', () => {
    const { server, insurer } = valueChain()
    const at = { rows: server.rows, author: insurer, organisations: new Map<string, string>() }
    const { mapId, actions } = makeMap({ name: 'Later', starter: 'blank', charter: noCharter }, at)
    server.do(insurer, actions)
    const ranked = server.rows.all('map').sort((left, right) => (left.rank < right.rank ? -1 : 1))
    expect(ranked.at(-1)?.id).toBe(mapId)
  })

  it('is not for partners, who are told why', async () => {
    const chain = valueChain()
    serveChain(chain, chain.broker)
    openPage(place(chain))
    const button = await screen.findByRole<HTMLButtonElement>('button', { name: 'Create the map' })
    expect(button.disabled).toBe(true)
    expect(screen.getByText(/Only editors of the organisation that organises/)).toBeTruthy()
  })
})
