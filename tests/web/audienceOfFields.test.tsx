// Whoever types something about a map reads beside the field who will see it, wherever that is.
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Eyes } from '../../web/sharing/Eyes.tsx'
import { type Chain, someone, valueChain } from '../support/chain.ts'
import { serveChain } from './support/ecosystem.ts'
import { openMap } from './support/mapPage.ts'
import { InTheme, openPage } from './support/page.tsx'

const saysWho = /sees? (this|it)|reads? it|Shared with|whoever joins/

/** Fields of map content for which nothing in their part of the page says who sees what is typed. */
function unsaid(): string[] {
  const fields = document.querySelectorAll<HTMLElement>('textarea, input[type=text], input:not([type])')
  return [...fields]
    .filter((field) => field.getAttribute('role') !== 'combobox' && !field.closest('[aria-hidden=true]'))
    .filter((field) => {
      const part = field.closest<HTMLElement>('section, li, [role=dialog]')
      return !part || !saysWho.test(part.textContent ?? '')
    })
    .map((field) => field.getAttribute('aria-label') ?? field.id)
}

/** Waits until there is something to type in. */
const field = (name: RegExp | string) => screen.findByRole('textbox', { name })

describe('every field of the panel says who sees what one types', () => {
  it.each([
    ['a card', (chain: Chain) => chain.cards.quote, 'What happens'],
    ['a lane', (chain: Chain) => chain.lanes.insurer, /./],
    ['a stage', (chain: Chain) => chain.stages.choose, /./],
    ['a handoff', (chain: Chain) => chain.links.lodged, /./],
    ['the map', (chain: Chain) => chain.mapId, /./],
  ] as const)('of %s', async (_, selected, name) => {
    const chain = valueChain()
    openMap(chain, chain.insurer, `?view=outline&select=${selected(chain)}`)
    await screen.findByRole('complementary', { name: 'Details' })
    expect((await screen.findAllByRole('textbox', { name })).length).toBeGreaterThan(0)
    expect(unsaid()).toEqual([])
  })
})

describe('every other field says who sees what one types', () => {
  it('on the board of a session, capturing and rewording', async () => {
    const { chain } = withSession()
    openMap(chain, chain.broker, '?view=outline&session=board')
    await field(/^What happens/)
    fireEvent.click(await screen.findByRole('button', { name: /^Reword “We phone/ }))
    await field('Reword the sticky')
    expect(unsaid()).toEqual([])
  })

  it('before a session starts', async () => {
    const chain = valueChain()
    openMap(chain, chain.insurer, '?view=outline')
    fireEvent.click(await screen.findByRole('button', { name: 'Session' }))
    await field('What do you ask everybody?')
    expect(unsaid()).toEqual([])
  })

  it('in the terms of a handoff and in disputing it', async () => {
    const chain = valueChain()
    serveChain(chain, chain.broker)
    openPage(`/ecosystems/${chain.server.ecosystemId}/handoffs/${chain.links.lodged}`)
    fireEvent.click(await screen.findByRole('button', { name: 'Change the terms' }))
    await field(/passes/i)
    fireEvent.click(screen.getByRole('button', { name: 'Dispute' }))
    await field('How is it really?')
    expect(unsaid()).toEqual([])
  })

  it('in the answer to a request on Home, which only the two organisations see', async () => {
    const chain = valueChain()
    chain.server.do(chain.insurer, [
      {
        ...{ type: 'contributionRequest.add', id: crypto.randomUUID(), mapId: chain.mapId },
        ...{ laneId: chain.lanes.broker, askedOrganisationId: chain.broker.organisationId },
      },
    ])
    serveChain(chain, chain.broker)
    openPage('/home')
    fireEvent.click(await screen.findByText('Answer with words …'))
    await field('Your answer')
    expect(unsaid()).toEqual([])
    expect(screen.getByText('Only Oakes & Vale and Fernhill see this.')).toBeTruthy()
  })

  it('in correcting a card that others described', async () => {
    const chain = valueChain()
    serveChain(chain, claimed(chain))
    openPage(`/ecosystems/${chain.server.ecosystemId}/lane-review`)
    const [correct] = await screen.findAllByRole('button', { name: 'Correct' })
    fireEvent.click(correct!)
    await field(/should say$/)
    expect(unsaid()).toEqual([])
  })
})

it('would notice a field that says nothing', async () => {
  render(
    <InTheme>
      <section>
        <input aria-label="Said" />
        <Eyes>Everyone on this map sees this, and whoever joins later.</Eyes>
      </section>
      <section>
        <input aria-label="Unsaid" />
      </section>
    </InTheme>,
  )
  await waitFor(() => expect(unsaid()).toEqual(['Unsaid']))
})

function withSession() {
  const chain = valueChain()
  const sessionId = crypto.randomUUID()
  chain.server.do(chain.insurer, [
    { type: 'session.start', id: sessionId, mapId: chain.mapId, name: 'Session' },
  ])
  const sticky = { id: crypto.randomUUID(), sessionId, text: 'We phone', rank: 'a0' }
  chain.server.do(chain.broker, [{ type: 'sticky.add', ...sticky }])
  return { chain }
}

/** The bakery comes to hold the lane that the insurer described. */
function claimed(chain: Chain) {
  const bakery = someone()
  const joining = [
    { type: 'party.hold' as const, id: chain.parties.bakery },
    { type: 'participant.join' as const, id: crypto.randomUUID(), mapId: chain.mapId },
  ]
  const grant = { kind: 'invitation' as const, partyId: chain.parties.bakery, mapIds: [chain.mapId] }
  chain.server.organisations.push({ id: bakery.organisationId, name: 'Brightwater' })
  chain.server.do(bakery, joining, grant)
  return bakery
}
