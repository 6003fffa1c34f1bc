// Whatever a panel is about, it says what partners see of it; whatever one names, who will read it.
import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { valueChain } from '../support/chain.ts'
import { serveChain } from './support/ecosystem.ts'
import { openPage } from './support/page.tsx'

const newId = () => crypto.randomUUID() as string

/** A plain link and, for each of lane, stage and map, a thread for Oakes & Vale and one that Fernhill keeps. */
function chainWithThreads() {
  const chain = valueChain()
  const { server, insurer, broker, cards, lanes, stages, mapId } = chain
  const link = newId()
  const ends = { fromTouchpointId: cards.decide, toTouchpointId: cards.quote }
  server.do(insurer, [{ type: 'link.add', id: link, ...ends, kind: 'sequence' }])
  const targets = [
    ['lane', lanes.insurer],
    ['stage', stages.claim],
    ['map', mapId],
    ['link', link],
  ] as const
  for (const [targetKind, targetId] of targets) {
    const about = { type: 'comment.add', targetKind, targetId } as const
    server.do(insurer, [
      { ...about, id: newId(), text: 'To them', with: { organisationIds: [broker.organisationId] } },
      { ...about, id: newId(), text: 'Among us' },
    ])
  }
  return { ...chain, targets }
}

describe('what partners see of this', () => {
  it.each([0, 1, 2, 3])('stands on every panel: lane, stage, map and plain link (%i)', async (index) => {
    const chain = chainWithThreads()
    const [kind, id] = chain.targets[index]!
    serveChain(chain, chain.insurer)
    openPage(`/ecosystems/${chain.server.ecosystemId}/maps/${chain.mapId}?view=outline&select=${id}`)
    const seen = await screen.findByRole('region', { name: 'What partners see of this' })
    expect(seen.textContent).toContain(`Oakes & Vale sees the ${kind} and`)
    expect(seen.textContent).toMatch(/1 comment/)
    expect(seen.textContent).toContain('To them')
    expect(seen.textContent).not.toContain('Among us')
  })
})

it('a party says who reads its name, before it has a lane and after', async () => {
  const chain = valueChain()
  serveChain(chain, chain.insurer)
  openPage(`/ecosystems/${chain.server.ecosystemId}/partners`)
  fireEvent.click(await screen.findByRole('button', { name: 'Add a party' }))
  const adding = await screen.findByRole('dialog', { name: 'Add a party' })
  expect(within(adding).getByText(/Only we see this until it has a lane/)).toBeTruthy()
  fireEvent.keyDown(adding, { key: 'Escape' })
  fireEvent.click((await screen.findAllByRole('button', { name: /^Change Fernhill/ }))[0]!)
  expect(await screen.findByText('Everyone on a map where it has a lane sees this.')).toBeTruthy()
})
