// Department, region and person behind an owner: private, shared by an explicit act, withdrawn.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { mapKey, organisationKey } from '../../../shared/audience/audience.ts'
import { valueChain } from '../../support/chain.ts'
import { serveChain } from '../support/ecosystem.ts'
import { openMap } from '../support/mapPage.ts'
import { openPage } from '../support/page.tsx'

/** The broker is accountable for its card, and says who answers for it inside. */
function withResponsibility() {
  const chain = valueChain()
  const [ownership, responsibility] = [crypto.randomUUID(), crypto.randomUUID()]
  chain.server.do(chain.broker, [
    {
      type: 'ownership.add',
      id: ownership,
      touchpointId: chain.cards.lodge,
      partyId: chain.parties.broker,
      accountability: 'accountable',
    },
    {
      type: 'responsibility.add',
      id: responsibility,
      ownershipId: ownership,
      department: 'Placement',
      region: 'Leeds',
      person: 'Priya Nair',
    },
  ])
  return { ...chain, chain, responsibility }
}

const owners = () => screen.findByRole('region', { name: 'Owners' })

describe('who answers for a card inside a company', () => {
  it('is shared after naming who will see what, and withdrawn', async () => {
    const { chain, server, broker, insurer, cards, responsibility, mapId } = withResponsibility()
    const search = `?view=outline&select=${cards.lodge}`
    openMap(chain, broker, search)
    const ours = await owners()
    expect(ours.textContent).toContain('Only Oakes & Vale sees this')
    fireEvent.click(within(ours).getByRole('button', { name: 'Share …' }))
    const preview = await screen.findByRole('region', { name: 'What they will see' })
    expect(preview.textContent).toMatch(/Fernhill will see this.*Placement.*Leeds.*Priya Nair/)
    expect(server.rows.get('responsibility', responsibility)?.audience).toEqual([
      organisationKey(broker.organisationId),
    ])
    fireEvent.click(screen.getByRole('button', { name: 'Share with them' }))
    await waitFor(() =>
      expect(server.rows.get('responsibility', responsibility)?.audience).toContain(mapKey(mapId)),
    )
    await waitFor(() => expect(ours.textContent).toContain('Fernhill, and whoever joins this map'))
    fireEvent.click(within(ours).getByRole('button', { name: 'Withdraw' }))
    await waitFor(() => expect(ours.textContent).toContain('Only Oakes & Vale sees this'))
    expect(JSON.stringify(server.pull(insurer, null))).not.toContain('Placement')
  })

  it('stands with the owner and among the regions of the filter for whom it is shared with, and for nobody before', async () => {
    const { chain, server, broker, insurer, cards, responsibility } = withResponsibility()
    openMap(chain, insurer, `?view=outline&select=${cards.lodge}`)
    const theirs = await owners()
    expect(theirs.textContent).not.toContain('Placement')
    const sharing = { organisationIds: [insurer.organisationId] }
    server.do(broker, [{ type: 'responsibility.share', id: responsibility, with: sharing }])
    await waitFor(
      () => expect(theirs.textContent).toContain('At Oakes & Vale: Placement, Leeds, Priya Nair'),
      { timeout: 5_000 },
    )
    fireEvent.click(screen.getByRole('button', { name: /Filter/ }))
    const region = await screen.findByRole('combobox', { name: /Region/ })
    fireEvent.click(region)
    expect(await screen.findByRole('option', { name: 'Leeds' })).toBeTruthy()
    server.do(broker, [{ type: 'responsibility.share', id: responsibility, with: 'organisation' }])
    await waitFor(() => expect(theirs.textContent).not.toContain('Placement'), { timeout: 5_000 })
  })

  it('is listed among what outsiders see, and taken back there', async () => {
    const { chain, server, broker, insurer, responsibility } = withResponsibility()
    server.do(broker, [{ type: 'responsibility.share', id: responsibility, with: 'map' }])
    serveChain(chain, broker)
    openPage(`/ecosystems/${server.ecosystemId}/sharing`)
    const listed = await screen.findByRole('region', { name: 'Who answers for what' })
    expect(listed.textContent).toContain('Placement, Leeds, Priya Nair')
    fireEvent.click(within(listed).getByRole('button', { name: /Withdraw: Enters the risk/ }))
    await waitFor(() => expect(JSON.stringify(server.pull(insurer, null))).not.toContain('Placement'))
  })
})
