// Department, region and person behind an owner: private, shared by an explicit act, withdrawn.
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
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

  it('is suggested from one’s own people while one types, with who stands in', async () => {
    const { chain, server, broker, insurer, cards, responsibility } = withResponsibility()
    openMap(
      chain,
      broker,
      `?view=outline&select=${cards.lodge}`,
      peopleOf(broker, ['Priya Nair', 'Joe Vale'], []),
    )
    const ours = await owners()
    const field = within(ours).getByRole('combobox', { name: 'Person' })
    fireEvent.focus(field)
    fireEvent.change(field, { target: { value: 'joe' } })
    fireEvent.click(await screen.findByRole('option', { name: 'Joe Vale' }))
    const person = () => server.rows.get('responsibility', responsibility)?.person
    await waitFor(() => expect(person()).toBe('Joe Vale'))
    const standIn = within(ours).getByRole('combobox', { name: 'Who stands in' })
    fireEvent.change(standIn, { target: { value: 'The night desk' } })
    fireEvent.blur(standIn)
    await waitFor(() => expect(person()).toBe('Joe Vale; The night desk'))
    expect(within(ours).getByText('JV')).toBeTruthy()
    server.do(broker, [{ type: 'responsibility.share', id: responsibility, with: 'map' }])
    cleanup()
    openMap(chain, insurer, `?view=outline&select=${cards.lodge}`)
    const theirs = await owners()
    await waitFor(() => expect(theirs.textContent).toContain('Joe Vale, else The night desk'))
    expect(within(theirs).queryByRole('combobox', { name: 'Person' })).toBeNull()
  })

  it('is alarming once everybody named has left, on card, panel and table, for that organisation alone', async () => {
    const { chain, server, broker, insurer, cards, responsibility } = withResponsibility()
    server.do(broker, [{ type: 'responsibility.share', id: responsibility, with: 'map' }])
    const people = peopleOf(broker, ['Joe Vale'], ['Priya Nair'])
    openMap(chain, broker, `?view=outline&select=${cards.lodge}`, people)
    const alert = await within(await owners()).findByRole('status')
    expect(alert.textContent).toContain('Priya Nair left, nobody answers.')
    const said = 'Oakes & Vale accountable (Placement, Leeds: Priya Nair left, nobody answers)'
    await screen.findByText(said, { exact: false })
    server.do(broker, [
      { type: 'responsibility.change', id: responsibility, fields: { person: 'Priya Nair; Joe Vale' } },
    ])
    await waitFor(() => expect(alert.textContent).toContain('Priya Nair left, Joe Vale answers.'), {
      timeout: 5_000,
    })
    cleanup()
    // The partner reads the names that were shared, and nothing about who belongs to whom.
    openMap(chain, insurer, `?view=outline&select=${cards.lodge}`, people)
    const theirs = await owners()
    expect(theirs.textContent).toContain('Priya Nair, else Joe Vale')
    await screen.findByText('Oakes & Vale accountable (Placement, Leeds: Priya Nair)', { exact: false })
    expect(document.body.textContent).not.toMatch(/left, /)
    cleanup()
    // Nor does one's own organisation, looking with the partner's eyes.
    openMap(chain, broker, `?view=outline&select=${cards.lodge}&partner=${insurer.organisationId}`, people)
    await screen.findByText('Oakes & Vale accountable (Placement, Leeds: Priya Nair)', { exact: false })
    expect(document.body.textContent).not.toMatch(/left, /)
  })
})

/** What the server says about the people of an organisation to its members. */
function peopleOf({ organisationId }: { organisationId: string }, members: string[], former: string[]) {
  const place = `/api/organisations/${organisationId}`
  const named = (names: string[]) =>
    names.map((name) => ({
      ...{ personId: crypto.randomUUID(), name, email: 'x@oakes.example' },
      ...{ role: 'editor', since: '2026-01-01T00:00:00.000Z' },
    }))
  return { [`${place}/members`]: named(members), [`${place}/former-members`]: named(former) }
}
