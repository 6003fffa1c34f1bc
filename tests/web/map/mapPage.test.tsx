import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { someone, valueChain } from '../../support/chain.ts'
import { openMap } from '../support/mapPage.ts'

const details = () => screen.findByRole('complementary', { name: 'Details' })

async function section(name: string) {
  return within(await details()).findByRole('region', { name })
}

describe('the map as an outline', () => {
  it('tells lanes, stages and touchpoints in real text', async () => {
    const chain = valueChain()
    openMap(chain, chain.insurer, '?view=outline')
    const lane = await screen.findByRole('region', { name: 'Oakes & Vale' })
    expect(within(lane).getByRole('heading', { name: 'Win' })).toBeTruthy()
    expect(within(lane).getByText('Enters the risk in the portal')).toBeTruthy()
    expect(within(lane).getByText('hands over Risk data to Fernhill: Prices the risk')).toBeTruthy()
  })

  it('adds a touchpoint in place, which reaches the server as one edit', async () => {
    const chain = valueChain()
    openMap(chain, chain.insurer, '?view=outline')
    fireEvent.click(await screen.findByRole('button', { name: 'Add a touchpoint for Fernhill in Need' }))
    const field = screen.getByRole('textbox', { name: 'Name of the new touchpoint' })
    fireEvent.change(field, { target: { value: 'Reads the lease' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(await screen.findByText('Reads the lease')).toBeTruthy()
    await waitFor(() =>
      expect(
        chain.server.rows.all('touchpoint').filter(({ name }) => name === 'Reads the lease'),
      ).toHaveLength(1),
    )
  })

  it('proposes in a lane of others, and says who decides', async () => {
    const chain = valueChain()
    openMap(chain, chain.broker, '?view=outline')
    const theirs = 'Propose a touchpoint for Fernhill in Need: Fernhill accepts or declines it'
    fireEvent.click(await screen.findByRole('button', { name: theirs }))
    const field = screen.getByPlaceholderText('What do you propose to Fernhill?')
    fireEvent.change(field, { target: { value: 'Reads the lease' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    const proposed = () => chain.server.rows.all('touchpoint').find(({ name }) => name === 'Reads the lease')
    await waitFor(() => expect(proposed()?.state).toBe('proposed'))
    expect(screen.getByRole('button', { name: 'Add a touchpoint for Oakes & Vale in Win' })).toBeTruthy()
  })

  it('offers a viewer nothing to change, and says why', async () => {
    const chain = valueChain()
    openMap(chain, { ...chain.insurer, role: 'viewer' }, '?view=outline')
    await screen.findByText('Prices the risk')
    expect(screen.queryByRole('button', { name: /^(Add|Propose) a touchpoint/ })).toBeNull()
    expect(screen.getByText(/Viewers read and comment/)).toBeTruthy()
  })
})

describe('the panel', () => {
  it('says for whose eyes each part is', async () => {
    const chain = valueChain()
    openMap(chain, chain.broker, `?view=outline&select=${chain.cards.learn}`)
    expect(within(await section('What happens')).getByText('Everyone on this map sees this')).toBeTruthy()
    expect(within(await section('Our view')).getByText('Only Oakes & Vale sees this')).toBeTruthy()
  })

  it('says why one may not change a touchpoint of others, and locks its fields', async () => {
    const chain = valueChain()
    openMap(chain, chain.broker, `?view=outline&select=${chain.cards.decide}`)
    const what = await section('What happens')
    expect(within(what).getByText(/Only the organisation of this lane and accepted co-owners/)).toBeTruthy()
    expect(within(what).queryByRole('textbox', { name: 'Name' })).toBeNull()
  })

  it('saves a text once, when one leaves it', async () => {
    const chain = valueChain()
    openMap(chain, chain.insurer, `?view=outline&select=${chain.cards.decide}`)
    const field = within(await section('What happens')).getByRole('textbox', { name: 'What happens' })
    const before = chain.server.effects.size
    fireEvent.change(field, { target: { value: 'A clerk reads the report.' } })
    fireEvent.blur(field)
    fireEvent.blur(field)
    await waitFor(() =>
      expect(chain.server.rows.get('touchpoint', chain.cards.decide)?.description).toBe(
        'A clerk reads the report.',
      ),
    )
    expect(chain.server.effects.size).toBe(before + 1)
  })

  it('keeps a score to one’s own organisation', async () => {
    const chain = valueChain()
    openMap(chain, chain.broker, `?view=outline&select=${chain.cards.learn}`)
    const group = within(await section('Our view')).getByRole('group', { name: /How well it works/ })
    fireEvent.click(within(group).getByRole('radio', { name: '3' }))
    await waitFor(() => expect(chain.server.rows.all('perspective')).toHaveLength(1))
    expect(chain.server.rows.all('perspective')[0]).toMatchObject({
      performance: 3,
      audience: [`org:${chain.broker.organisationId}`],
    })
    expect(chain.server.pull(chain.insurer, null).rows.filter(({ kind }) => kind === 'perspective')).toEqual(
      [],
    )
  })

  it('names the recipients before anything is shared', async () => {
    const chain = valueChain()
    const target = { targetKind: 'touchpoint', targetId: chain.cards.learn } as const
    const id = crypto.randomUUID()
    chain.server.do(chain.broker, [{ type: 'perspective.add', id, ...target, performance: 3 }])
    openMap(chain, chain.broker, `?view=outline&select=${chain.cards.learn}`)
    fireEvent.click(within(await section('Our view')).getByRole('button', { name: 'Share …' }))
    expect(await screen.findByText(/Fernhill will see this/)).toBeTruthy()
    expect(chain.server.rows.get('perspective', id)?.audience).toHaveLength(1)
    fireEvent.click(screen.getByRole('button', { name: 'Share with them' }))
    await waitFor(() => expect(chain.server.rows.get('perspective', id)?.audience).toHaveLength(2))
  })

  it('confirms a handoff for our side, and shows what changed since', async () => {
    const chain = valueChain()
    openMap(chain, chain.insurer, `?view=outline&select=${chain.links.lodged}`)
    const agreement = await section('Working agreement')
    fireEvent.click(within(agreement).getByRole('button', { name: 'Confirm for Fernhill' }))
    await within(agreement).findByRole('button', { name: 'Withdraw' })
    await waitFor(() => expect(chain.server.rows.all('confirmation')).toHaveLength(1))
    chain.server.do(chain.broker, [
      { type: 'link.change', id: chain.links.lodged, fields: { expectedMinutes: 60 } },
    ])
    expect(await within(agreement).findByText('8 h')).toBeTruthy()
    expect(within(agreement).getByRole('button', { name: 'Confirm for Fernhill' })).toBeTruthy()
  })

  it('calls a handoff to nobody’s party a promise and offers no confirmation', async () => {
    const chain = valueChain()
    openMap(chain, chain.insurer, `?view=outline&select=${chain.links.outcome}`)
    const promise = await section('Promise')
    expect(within(promise).queryByRole('button', { name: /^Confirm/ })).toBeNull()
    expect(within(promise).getByRole('link', { name: 'Ask Brightwater Bakery to confirm this' })).toBeTruthy()
  })

  it('adds a co-owner who is asked first, and lets it accept', async () => {
    const chain = valueChain()
    const id = crypto.randomUUID()
    const owner = { touchpointId: chain.cards.decide, partyId: chain.parties.broker } as const
    chain.server.do(chain.insurer, [{ type: 'ownership.add', id, ...owner, accountability: 'contributes' }])
    openMap(chain, chain.broker, `?view=outline&select=${chain.cards.decide}`)
    const owners = await section('Owners')
    expect(within(owners).getByText(/Proposed by Fernhill/)).toBeTruthy()
    fireEvent.click(within(owners).getByRole('button', { name: 'Accept' }))
    await waitFor(() => expect(chain.server.rows.get('ownership', id)?.state).toBe('accepted'))
  })
})

describe('looking through a partner’s eyes', () => {
  it('hides what they do not see and changes nothing', async () => {
    const chain = valueChain()
    const target = { targetKind: 'touchpoint', targetId: chain.cards.learn } as const
    chain.server.do(chain.insurer, [
      { type: 'perspective.add', id: crypto.randomUUID(), ...target, performance: 8 },
    ])
    const partner = chain.broker.organisationId
    openMap(chain, chain.insurer, `?view=outline&select=${chain.cards.learn}&partner=${partner}`)
    await section('What happens')
    expect(within(await details()).queryByRole('region', { name: 'Our view' })).toBeNull()
    expect(screen.getAllByText(/You look at the map as a partner sees it/).length).toBeGreaterThan(0)
    expect(screen.queryByRole('button', { name: /^(Add|Propose) a touchpoint/ })).toBeNull()
  })
})

describe('a map that is not there', () => {
  it('looks the same for a stranger as one that never was', async () => {
    const chain = valueChain()
    openMap(chain, someone())
    expect(await screen.findByText('This map is not here')).toBeTruthy()
    expect(screen.queryByText('Flood cover')).toBeNull()
  })
})

describe('the canvas', () => {
  it('announces each card in one sentence and follows the keyboard', async () => {
    const chain = valueChain()
    openMap(chain, chain.insurer)
    const canvas = await screen.findByRole('region', { name: /^Map Flood cover/ })
    expect(await screen.findByRole('group', { name: /^Decides the claim; Fernhill, Claim/ })).toBeTruthy()
    fireEvent.keyDown(canvas, { key: 'ArrowRight' })
    fireEvent.keyDown(canvas, { key: 'm' })
    await waitFor(() => expect(chain.server.rows.all('mark')).toHaveLength(1))
    expect(chain.server.rows.all('mark')[0]?.kind).toBe('momentOfTruth')
    fireEvent.keyDown(canvas, { key: 'z', ctrlKey: true })
    await waitFor(() => expect(chain.server.rows.all('mark')).toHaveLength(0))
  })

  it('types a new card in place: Enter goes on with the next, Escape leaves none behind', async () => {
    const chain = valueChain()
    openMap(chain, chain.insurer)
    const canvas = await screen.findByRole('region', { name: /^Map Flood cover/ })
    const card = await screen.findByRole('group', { name: /^Decides the claim/ })
    fireEvent.click(card)
    fireEvent.keyDown(canvas, { key: 'n' })
    const type = async (name: string) => {
      const field = await screen.findByRole('textbox', { name: 'Name of the new touchpoint' })
      fireEvent.change(field, { target: { value: name } })
      fireEvent.keyDown(field, { key: 'Enter' })
    }
    await type('Writes the letter')
    await type('Posts the letter')
    const third = await screen.findByRole('textbox', { name: 'Name of the new touchpoint' })
    fireEvent.keyDown(third, { key: 'Escape' })
    await waitFor(() =>
      expect(screen.queryByRole('textbox', { name: 'Name of the new touchpoint' })).toBeNull(),
    )
    await waitFor(() => expect(chain.server.rows.all('touchpoint')).toHaveLength(7))
    const stageId = chain.stages.claim
    const added = chain.server.rows.all('touchpoint').filter(({ name }) => name.endsWith('the letter'))
    expect(added.every((row) => row.stageId === stageId)).toBe(true)
  })
})
