// Three perceptions of one card in bars: ours, the partner's and the customers', as far as each may see them.
import { cleanup, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import { cardWords } from '../../../web/map/canvas/cardWords.ts'
import { sayPerceptions } from '../../../web/map/journey/readPerceptions.ts'
import { readMap } from '../../map/readingMap.ts'
import { valueChain } from '../../support/chain.ts'
import { openMap } from '../support/mapPage.ts'

/** The insurer keeps its 8 to itself; the broker shares its 3 and the customers' 4, and what it counts for them. */
function seenDifferently() {
  const chain = valueChain()
  const target = { targetKind: 'touchpoint', targetId: chain.cards.learn } as const
  const ids = { insurer: crypto.randomUUID(), broker: crypto.randomUUID(), customer: crypto.randomUUID() }
  const view = (id: string, fields: object): ActionInput => ({
    type: 'perspective.add',
    id,
    ...target,
    ...fields,
  })
  chain.server.do(chain.insurer, [view(ids.insurer, { performance: 8, importanceForDecision: 2 })])
  chain.server.do(chain.broker, [
    view(ids.broker, { performance: 3 }),
    view(ids.customer, { onBehalfOf: 'customer', performance: 4, importanceForLoyalty: 9 }),
    { type: 'perspective.share', id: ids.broker, with: 'map' },
    { type: 'perspective.share', id: ids.customer, with: 'map' },
  ])
  return { chain, ids }
}

const bars = async () => {
  const section = await screen.findByRole('region', { name: 'How each sees it' })
  return [...section.querySelectorAll('dl > div')].map((bar) => bar.textContent)
}

describe('the perceptions of a card', () => {
  it('stand below each other as bars: ours, the partner’s, the customers’, and what it counts for whom', async () => {
    const { chain } = seenDifferently()
    openMap(chain, chain.insurer, `?view=outline&select=${chain.cards.learn}`)
    expect(await bars()).toEqual([
      'Fernhill8 of 10',
      'Oakes & Vale3 of 10',
      'Customers (Oakes & Vale)4 of 10',
      'Decision to buy2 of 10',
      'Staying9 of 10, works 4: 5 below',
    ])
  })

  it('show nobody what is not shared with them, and a partner’s eyes less than one’s own', async () => {
    const { chain, ids } = seenDifferently()
    openMap(chain, chain.broker, `?view=outline&select=${chain.cards.learn}`)
    const brokers = [
      'Oakes & Vale3 of 10',
      'Customers (Oakes & Vale)4 of 10',
      'Staying9 of 10, works 4: 5 below',
    ]
    expect(await bars()).toEqual(brokers)
    expect(document.body.textContent).not.toContain('8 of 10')
    cleanup()
    const asPartner = `&partner=${chain.broker.organisationId}`
    openMap(chain, chain.insurer, `?view=outline&select=${chain.cards.learn}${asPartner}`)
    expect(await bars()).toEqual(brokers)
    cleanup()
    // Once it is shared the broker has it too: the bars above were no accident.
    chain.server.do(chain.insurer, [{ type: 'perspective.share', id: ids.insurer, with: 'map' }])
    openMap(chain, chain.broker, `?view=outline&select=${chain.cards.learn}`)
    expect(await bars()).toContain('Fernhill8 of 10')
  })

  it('are said in words in outline and table', async () => {
    const { chain } = seenDifferently()
    // Scores stand in the table of a map of performance.
    const fields = { framework: 'performance' } as const
    chain.server.do(chain.insurer, [{ type: 'map.change', id: chain.mapId, fields }])
    const said = 'Fernhill 8, Oakes & Vale 3, Customers (Oakes & Vale) 4'
    openMap(chain, chain.insurer, '?view=outline')
    await screen.findByText(`How well it works: ${said}`)
    cleanup()
    openMap(chain, chain.insurer, '?view=table')
    await screen.findByText(said)
    cleanup()
    openMap(chain, chain.broker, '?view=table')
    await screen.findByText('Oakes & Vale 3, Customers (Oakes & Vale) 4')
    expect(document.body.textContent).not.toContain('Fernhill 8')
  })

  it('are said in one sentence', () => {
    const { chain } = seenDifferently()
    const said = (author: typeof chain.insurer) => {
      const { journey } = readMap(chain, author)
      return sayPerceptions(journey.cards.get(chain.cards.learn)!.perceptions)
    }
    expect(said(chain.insurer)).toBe('Fernhill 8, Oakes & Vale 3, Customers (Oakes & Vale) 4')
    expect(said(chain.broker)).toBe('Oakes & Vale 3, Customers (Oakes & Vale) 4')
  })
})

it('a card whose experience is defined says so, on itself, in words and in its panel', async () => {
  const chain = valueChain()
  const { learn } = chain.cards
  const words = () => cardWords(readMap(chain, chain.insurer).journey.cards.get(learn)!, '')
  expect(words()).not.toContain('experience defined')
  const experienceStandard = 'A person phones within a day.'
  chain.server.do(chain.insurer, [{ type: 'touchpoint.change', id: learn, fields: { experienceStandard } }])
  expect(words()).toContain('experience defined')
  openMap(chain, chain.insurer, `?view=outline&select=${learn}`)
  const panel = await screen.findByRole('complementary', { name: 'Details' })
  expect(panel.textContent).toContain('Experience defined')
})
