import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Chain, valueChain } from '../../support/chain.ts'
import { openMap } from '../support/mapPage.ts'

async function panelOf(selected: string, chain: Chain, author: Parameters<typeof openMap>[1]) {
  openMap(chain, author, `?view=outline&select=${selected}`)
  return within(await screen.findByRole('complementary', { name: 'Details' }))
}

const invite = { name: 'Invite Brightwater Bakery to hold this lane' }

describe('inviting somebody to hold a lane', () => {
  it('is offered to whoever may invite, the organiser and those it lets', async () => {
    const chain = valueChain()
    const place = chain.server.rows.list('participant', 'organisationId', chain.broker.organisationId)[0]!
    chain.server.do(chain.insurer, [{ type: 'participant.grant', id: place.id, mayInvite: true }])
    const panel = await panelOf(chain.lanes.bakery, chain, chain.broker)
    expect((await panel.findByRole('link', invite)).getAttribute('href')).toContain('/partners?invite=')
  })

  it.each(['partner', 'viewer'] as const)('is no dead end for a %s, who reads who can', async (who) => {
    const chain = valueChain()
    const author = who === 'partner' ? chain.broker : { ...chain.insurer, role: 'viewer' as const }
    const panel = await panelOf(chain.lanes.bakery, chain, author)
    expect(await panel.findByText(/Editors of Fernhill can invite somebody to hold this lane/)).toBeTruthy()
    expect(panel.queryByRole('link', invite)).toBeNull()
  })

  it('is not spoken of where an organisation holds the lane', async () => {
    const chain = valueChain()
    const panel = await panelOf(chain.lanes.broker, chain, chain.insurer)
    await panel.findByText('Held by Oakes & Vale.')
    expect(panel.queryByText(/invite somebody/i)).toBeNull()
  })
})

describe('the role in the chain', () => {
  it('is one list, which sets the steps from the end customer along with the kind', async () => {
    const chain = valueChain()
    const panel = await panelOf(chain.lanes.bakery, chain, chain.insurer)
    fireEvent.click(await panel.findByRole('combobox', { name: 'Role in chain' }))
    fireEvent.click(await screen.findByRole('option', { name: 'Distributor that serves the end customer' }))
    await waitFor(() =>
      expect(chain.server.rows.get('party', chain.parties.bakery)).toMatchObject({
        kind: 'distributor',
        tier: 1,
      }),
    )
  })

  it('keeps a place that the list does not name until one chooses another', async () => {
    const chain = valueChain()
    chain.server.do(chain.insurer, [
      { type: 'party.change', id: chain.parties.bakery, fields: { kind: 'partner', tier: 4 } },
    ])
    const panel = await panelOf(chain.lanes.bakery, chain, chain.insurer)
    const role = await panel.findByRole<HTMLInputElement>('combobox', { name: 'Role in chain' })
    expect(role.value).toBe('Partner, 4 steps from the end customer')
  })

  it('is asked in the same words where a lane is added for a new party', async () => {
    const chain = valueChain()
    const panel = await panelOf(chain.mapId, chain, chain.insurer)
    fireEvent.change(await panel.findByRole('textbox', { name: 'Name of the party' }), {
      target: { value: 'Northgate' },
    })
    fireEvent.click(panel.getByRole('combobox', { name: 'Role in chain' }))
    fireEvent.click(await screen.findByRole('option', { name: 'Supplier of a producer' }))
    fireEvent.click(panel.getByRole('button', { name: 'Add the lane' }))
    const added = () => chain.server.rows.all('party').find(({ name }) => name === 'Northgate')
    await waitFor(() => expect(added()).toMatchObject({ kind: 'producer', tier: 3 }))
  })
})

describe('adding several in a row', () => {
  const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } })

  it('of stages leaves the keys in the field, and one undo takes back the last alone', async () => {
    const chain = valueChain()
    const panel = await panelOf(chain.mapId, chain, chain.insurer)
    const field = await panel.findByRole<HTMLInputElement>('textbox', { name: 'Name of the next stage' })
    const names = () =>
      chain.server.rows
        .all('stage')
        .filter(({ laneId, deleted }) => laneId === null && !deleted)
        .toSorted((left, right) => (left.rank < right.rank ? -1 : 1))
        .map(({ name }) => name)
    for (const name of ['Renew', 'Leave']) {
      type(field, name)
      fireEvent.submit(field.closest('form')!)
      await waitFor(() => expect(names().at(-1)).toBe(name))
      await waitFor(() => expect(field.value).toBe(''))
    }
    await waitFor(() => expect(document.activeElement).toBe(field))
    expect(names()).toEqual(['Need', 'Choose', 'Claim', 'Renew', 'Leave'])
    await panel.findByText('Need · Choose · Claim · Renew · Leave')
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true, bubbles: true })
    await waitFor(() => expect(names()).toEqual(['Need', 'Choose', 'Claim', 'Renew']))
  })

  it('of own stages stands with the lane; whoever does not live it is told why not', async () => {
    const chain = valueChain()
    const panel = await panelOf(chain.lanes.broker, chain, chain.insurer)
    const section = within(await panel.findByRole('region', { name: 'Add own stages' }))
    await section.findByText(/Only the organisation that lives this lane changes it/)
    type(section.getByRole('textbox', { name: 'Name of the next stage' }), 'Keep')
    expect(section.getByRole<HTMLButtonElement>('button', { name: 'Add the stage' }).disabled).toBe(true)
  })

  it('of lanes offers the next name at once, and no party that has one by now', async () => {
    const chain = valueChain()
    const partyId = crypto.randomUUID()
    chain.server.do(chain.insurer, [{ type: 'party.add', id: partyId, name: 'Surveyor', kind: 'partner' }])
    const panel = await panelOf(chain.mapId, chain, chain.insurer)
    fireEvent.click(await panel.findByRole('combobox', { name: 'Party' }))
    fireEvent.click(await screen.findByRole('option', { name: 'Surveyor' }))
    fireEvent.click(panel.getByRole('button', { name: 'Add the lane' }))
    const field = await panel.findByRole('textbox', { name: 'Name of the party' })
    await waitFor(() => expect(document.activeElement).toBe(field))
    expect(panel.queryByRole('combobox', { name: 'Party' })).toBeNull()
    type(field, 'Northgate')
    fireEvent.click(panel.getByRole('button', { name: 'Add the lane' }))
    await waitFor(() => expect(chain.server.rows.all('party').map(({ name }) => name)).toContain('Northgate'))
    await waitFor(() => expect(document.activeElement).toBe(field))
  })
})
