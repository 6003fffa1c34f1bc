// Whoever types something about a map reads beside the field who will see it, wherever that is.
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { isTyped } from '../../shared/edits/typedText.ts'
import { contents, rowKinds } from '../../shared/model/rows.ts'
import { Eyes } from '../../web/sharing/Eyes.tsx'
import { type Chain, someone, valueChain } from '../support/chain.ts'
import { serveChain } from './support/ecosystem.ts'
import { alsoTyped, elsewhere, type Fields, inPanel, untyped } from './support/fieldPlaces.ts'
import { openMap } from './support/mapPage.ts'
import { InTheme, openPage } from './support/page.tsx'

it('every field that people type is tried in one place, also one that is new', () => {
  const typed = rowKinds.flatMap((kind) =>
    Object.keys(contents[kind].shape)
      .filter((name) => isTyped(kind, name))
      .map((name) => `${kind}.${name}`),
  )
  const tried = [
    ...Object.values(inPanel).flatMap(({ fields }) => fields),
    ...Object.values(elsewhere).flat(),
  ]
  const places = tried.map(([name]) => name)
  expect(typed.length).toBeGreaterThan(40)
  expect([...places, ...untyped].toSorted()).toEqual([...typed, ...alsoTyped].toSorted())
})

const saysWho = /sees? (this|it)|reads? it|Shared with|whoever joins/

/** Fields of map content for which nothing in their part of the page says who sees what is typed. */
function unsaid(): string[] {
  const fields = document.querySelectorAll<HTMLElement>('textarea, input[type=text], input:not([type])')
  return [...fields]
    .filter((field) => field.getAttribute('role') !== 'combobox' && !field.closest('[aria-hidden=true]'))
    .filter((field) => !isSaid(field))
    .map((field) => field.getAttribute('aria-label') ?? field.id)
}

function isSaid(field: HTMLElement): boolean {
  const part = field.closest<HTMLElement>('section, li, [role=dialog]') ?? field.closest<HTMLElement>('form')
  return part !== null && saysWho.test(part.textContent ?? '')
}

/** Of these fields of rows those that are not on the page, or say nothing there; each is found by its label. */
function missing(fields: Fields): string[] {
  const onPage = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')]
  const labelOf = (element: (typeof onPage)[number]) =>
    element.getAttribute('aria-label') ?? [...(element.labels ?? [])].map((one) => one.textContent).join(' ')
  return fields
    .filter(([, label]) => {
      const found = onPage.filter((element) => labelOf(element).includes(label))
      return found.length === 0 || !found.every(isSaid)
    })
    .map(([field]) => field)
}

/** Waits until there is something to type in. */
const field = (name: RegExp | string) => screen.findByRole('textbox', { name })

describe('every field of the panel says who sees what one types', () => {
  it.each(Object.entries(inPanel))('of %s', async (_, { selected, fields, prepare }) => {
    const chain = valueChain()
    prepare?.(chain)
    openMap(chain, chain.insurer, `?view=outline&select=${selected(chain)}`)
    await screen.findByRole('complementary', { name: 'Details' })
    for (const fold of screen.queryAllByText(/^\d+ to fill$/)) fireEvent.click(fold)
    await waitFor(() => expect(missing(fields)).toEqual([]))
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
    fireEvent.keyDown(screen.getByRole('textbox', { name: 'Reword the sticky' }), { key: 'Escape' })
    fireEvent.click(await screen.findByRole('button', { name: /^We phone/ }))
    await screen.findByLabelText('Name of the group')
    expect(missing(elsewhere['on the board of a session'])).toEqual([])
    expect(unsaid()).toEqual([])
  })

  it('before a session starts', async () => {
    const chain = valueChain()
    openMap(chain, chain.insurer, '?view=outline')
    fireEvent.click(await screen.findByRole('button', { name: 'Session' }))
    await field('What do you ask everybody?')
    expect(missing(elsewhere['before a session starts'])).toEqual([])
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
    expect(missing(elsewhere['in disputing a handoff'])).toEqual([])
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
    expect(missing(elsewhere['in answering a request'])).toEqual([])
    expect(unsaid()).toEqual([])
    expect(screen.getByText('Only Oakes & Vale and Fernhill see this.')).toBeTruthy()
  })

  it('in asking others to fill in', async () => {
    const chain = valueChain()
    openMap(chain, chain.insurer, `?view=outline&select=${chain.lanes.broker}`)
    fireEvent.click(await screen.findByText('Ask to fill in …'))
    await field('Department')
    expect(missing(elsewhere['in asking others to fill in'])).toEqual([])
  })

  it('in opening a blind round', async () => {
    const chain = valueChain()
    serveChain(chain, chain.insurer)
    openPage(`/ecosystems/${chain.server.ecosystemId}/new-round?map=${chain.mapId}`)
    await field(/What do you ask/)
    expect(missing(elsewhere['in opening a blind round'])).toEqual([])
  })

  it('in answering a blind round', async () => {
    const chain = valueChain()
    const { server, broker, mapId, cards } = chain
    const roundId = crypto.randomUUID()
    const asked = { askedOrganisationIds: [broker.organisationId], touchpointIds: [cards.quote] }
    const open = { type: 'round.open', id: roundId, mapId, name: 'How well?', ...asked } as const
    server.do(chain.insurer, [{ ...open, measures: ['performance'] }])
    serveChain(chain, broker)
    openPage(`/ecosystems/${server.ecosystemId}/rounds/${roundId}`)
    fireEvent.click(await screen.findByRole('button', { name: 'Begin' }))
    await field(/^Why/)
    expect(missing(elsewhere['in answering a blind round'])).toEqual([])
  })

  it('in naming the ecosystem', async () => {
    const chain = valueChain()
    serveChain(chain, chain.insurer)
    openPage(`/ecosystems/${chain.server.ecosystemId}/partners`)
    await field(/^What you want to reach together/)
    expect(missing(elsewhere['in naming the ecosystem'])).toEqual([])
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
