import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { sayDue, sayFilling } from '../../web/contributionRequests/requestWords.ts'
import { valueChain } from '../support/chain.ts'
import { serveChain } from './support/ecosystem.ts'
import { openMap } from './support/mapPage.ts'
import { openPage } from './support/page.tsx'

function asked(chain = valueChain()) {
  const id = crypto.randomUUID()
  chain.server.do(chain.insurer, [
    {
      ...{ type: 'contributionRequest.add', id, mapId: chain.mapId, laneId: chain.lanes.broker },
      askedOrganisationId: chain.broker.organisationId,
      text: 'How do you place a risk?',
    },
  ])
  return { chain, request: () => chain.server.rows.get('contributionRequest', id)! }
}

describe('a request to fill in touchpoints', () => {
  it('is asked from a stage of the map, and says who will see it', async () => {
    const chain = valueChain()
    openMap(chain, chain.insurer, `?view=outline&select=${chain.brokerStages.win}`)
    fireEvent.click(await screen.findByText('Ask to fill in …'))
    expect(await screen.findByText('Ask to fill in Win')).toBeTruthy()
    expect(screen.getByText('Only your organisation sees this request.')).toBeTruthy()
    fireEvent.click(screen.getByText('Ask', { selector: 'button *' }))
    expect(await screen.findByText('Choose whom you ask.')).toBeTruthy()
    fireEvent.click(screen.getByLabelText('Whom you ask', { selector: 'input' }))
    fireEvent.click(await screen.findByText('Oakes & Vale', { selector: '[role=option] *' }))
    expect(screen.getByText('Only you and Oakes & Vale see this request.')).toBeTruthy()
    fireEvent.change(screen.getByLabelText('What you would like to know'), { target: { value: 'Why?' } })
    fireEvent.click(screen.getByText('Ask', { selector: 'button *' }))
    await waitFor(() =>
      expect(chain.server.rows.all('contributionRequest')).toMatchObject([
        { state: 'open', text: 'Why?', stageId: chain.brokerStages.win },
      ]),
    )
  })

  it('is asked of a colleague by name, whom alone it calls, and of nobody by name at a partner', async () => {
    const chain = valueChain()
    const cem = crypto.randomUUID()
    const { organisationId } = chain.insurer
    serveChain(chain, chain.insurer, {
      [`GET /api/organisations/${organisationId}/members`]: {
        status: 200,
        body: [{ personId: cem, name: 'Cem Kaya', email: 'cem@fernhill.example', role: 'viewer' }],
      },
    })
    const { ecosystemId } = chain.server
    openPage(`/ecosystems/${ecosystemId}/maps/${chain.mapId}?view=outline&select=${chain.brokerStages.win}`)
    fireEvent.click(await screen.findByText('Ask to fill in …'))
    const whom = await screen.findByLabelText('Whom you ask', { selector: 'input' })
    expect(screen.queryByLabelText('One of you by name', { selector: 'input' })).toBeNull()
    fireEvent.click(whom)
    fireEvent.click(await screen.findByText('Our own people', { selector: '[role=option] *' }))
    fireEvent.click(screen.getByLabelText('One of you by name', { selector: 'input' }))
    fireEvent.click(await screen.findByText('Cem Kaya', { selector: '[role=option] *' }))
    fireEvent.change(screen.getByLabelText('Department'), { target: { value: 'Claims' } })
    fireEvent.click(screen.getByText('Ask', { selector: 'button *' }))
    await waitFor(() =>
      expect(chain.server.rows.all('contributionRequest')).toMatchObject([
        { askedPersonId: cem, department: 'Cem Kaya, Claims', askedOrganisationId: organisationId },
      ]),
    )
    expect(await screen.findByText(/You ask Cem Kaya, Claims to fill in/)).toBeTruthy()
  })

  it('waits on Home with what is to fill, leads to the first empty touchpoint, and is answered there', async () => {
    const { chain, request } = asked()
    serveChain(chain, chain.broker)
    openPage('/home')
    const link = await screen.findByText('the lane of Oakes & Vale')
    expect(link.closest('a')?.getAttribute('href')).toContain(`select=${chain.cards.lodge}`)
    expect(screen.getByText(/^1 to fill · asked today/)).toBeTruthy()
    expect(screen.getByText('How do you place a risk?')).toBeTruthy()
    fireEvent.click(screen.getByText('Answer with words …'))
    fireEvent.change(screen.getByLabelText('Your answer'), { target: { value: 'Ask the Hull office.' } })
    fireEvent.click(screen.getByText('Decline'))
    await waitFor(() =>
      expect(request()).toMatchObject({ state: 'declined', answer: 'Ask the Hull office.' }),
    )
    const settled = await screen.findByRole('region', { name: 'Requests that were settled' })
    expect(settled.textContent).toContain('declined today')
    expect(settled.textContent).toContain('Ask the Hull office.')
    expect(screen.getAllByText('the lane of Oakes & Vale')).toHaveLength(1)
  })

  it('stays on Home with what became of it, the latest in sight and older ones folded', async () => {
    const chain = valueChain()
    const asks = Array.from({ length: 5 }, () => asked(chain).request())
    for (const [index, { id }] of asks.entries())
      chain.server.do(chain.broker, [
        { type: 'contributionRequest.answer', id, state: 'done', answer: `Answer ${index}` },
      ])
    serveChain(chain, chain.insurer)
    openPage('/home')
    const fold = (await screen.findByText('2 older')).closest('details')!
    expect(fold.open).toBe(false)
    expect(fold.querySelectorAll('ul > li')).toHaveLength(2)
    expect(screen.queryByText('Remind')).toBeNull()
  })

  it('stands in the panel of each card it was asked about', async () => {
    const chain = valueChain()
    chain.server.do(chain.insurer, [
      {
        ...{ type: 'contributionRequest.add', id: crypto.randomUUID(), mapId: chain.mapId },
        ...{ askedOrganisationId: chain.broker.organisationId, touchpointIds: [chain.cards.lodge] },
        text: 'Who lodges it?',
      },
    ])
    openMap(chain, chain.broker, `?view=outline&select=${chain.cards.lodge}`)
    expect(await screen.findByText('Who lodges it?')).toBeTruthy()
    expect(screen.queryByText('Ask to fill in …')).toBeNull()
  })

  it('waits on them for who asked, who can remind and withdraw but not answer', async () => {
    const { chain, request } = asked()
    serveChain(chain, chain.insurer)
    openPage('/home')
    await screen.findByText('the lane of Oakes & Vale')
    expect(screen.queryByText('Done')).toBeNull()
    fireEvent.click(screen.getByText('Remind'))
    expect(await screen.findByText(/reminded today at/)).toBeTruthy()
    expect(screen.getByText(/They were reminded in the last few hours/)).toBeTruthy()
    expect(screen.getByText('Remind').closest('button')?.disabled).toBe(true)
    fireEvent.click(screen.getByText('Withdraw'))
    await waitFor(() => expect(request().state).toBe('withdrawn'))
  })
})

it('says how far a request is and whether its day has passed', () => {
  const card = {} as Parameters<typeof sayFilling>[0]['touchpoints'][number]
  expect(sayFilling({ touchpoints: [], toFill: [] })).toBe('nothing there yet')
  expect(sayFilling({ touchpoints: [card, card], toFill: [card] })).toBe('1 to fill')
  expect(sayFilling({ touchpoints: [card, card], toFill: [] })).toBe('all 2 filled in')
  expect(sayDue('2027-03-31', new Date('2027-03-31T20:00:00Z'))).toBe('by 31 March 2027')
  expect(sayDue('2027-03-31', new Date('2027-04-01T08:00:00Z'))).toBe('by 31 March 2027, overdue')
})
