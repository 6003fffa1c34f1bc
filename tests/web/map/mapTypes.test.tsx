import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { CornerTab } from '../../../web/map/canvas/CornerTab.tsx'
import { asItsType } from '../../../web/map/journey/asItsType.ts'
import { cardNamed, readMap } from '../../map/readingMap.ts'
import { type Chain, valueChain } from '../../support/chain.ts'
import { openMap } from '../support/mapPage.ts'

/** Its card "Decides the claim" has a channel, an owner, a mark and a score that everybody on the map sees. */
function told(framework: 'strategic' | 'tactical' | 'performance'): Chain {
  const chain = valueChain()
  const id = chain.cards.decide
  const view = crypto.randomUUID()
  const target = { targetKind: 'touchpoint', targetId: id } as const
  chain.server.do(chain.insurer, [
    { type: 'map.change', id: chain.mapId, fields: { framework } },
    { type: 'touchpoint.change', id, fields: { channel: 'portal', kind: 'decision', purpose: 'An answer' } },
    {
      type: 'ownership.add',
      id: crypto.randomUUID(),
      touchpointId: id,
      partyId: chain.parties.insurer,
      accountability: 'accountable',
    },
    { type: 'mark.add', id: crypto.randomUUID(), ...target, kind: 'pain', statement: 'Late', with: 'map' },
    { type: 'perspective.add', id: view, ...target, performance: 4 },
    { type: 'perspective.share', id: view, with: 'map' },
  ])
  return chain
}

const rowOf = async (name: string) => within(await screen.findByRole('row', { name: new RegExp(name) }))

describe('a strategic map', () => {
  it.each(['insurer', 'broker'] as const)('shows the %s stages and touchpoints only', async (who) => {
    const chain = told('strategic')
    openMap(chain, chain[who], '?view=outline')
    const row = await rowOf('Decides the claim')
    expect(row.getByText('decision')).toBeTruthy()
    expect(row.queryByText(/accountable|pain|Fernhill 4/)).toBeNull()
    expect(screen.getAllByRole('heading', { name: 'Claim', level: 3 }).length).toBeGreaterThan(0)
  })

  it('has four columns in the table', async () => {
    const chain = told('strategic')
    openMap(chain, chain.broker, '?view=table')
    const heads = await screen.findAllByRole('columnheader')
    expect(heads.map(({ textContent }) => textContent)).toEqual([
      'Touchpoint',
      'Who lives it',
      'Stage',
      'Kind',
    ])
  })

  it('has no lens, whatever the address asks for, and keeps the way back to one', async () => {
    const chain = told('strategic')
    const router = openMap(chain, chain.insurer, '?lens=heat')
    await screen.findByRole('toolbar', { name: 'Map' })
    expect(screen.queryByRole('radiogroup', { name: 'Lens' })).toBeNull()
    expect(screen.queryByRole('group', { name: 'What Heat shows' })).toBeNull()
    expect(router.state.location.search).toEqual({ lens: 'heat' })
  })

  it('begins the panel with the few fields that matter, and has the rest behind More', async () => {
    const chain = told('strategic')
    openMap(chain, chain.insurer, `?view=outline&select=${chain.cards.decide}`)
    const panel = within(await screen.findByRole('complementary', { name: 'Details' }))
    const more = await panel.findByRole('button', { name: /^More/ })
    expect(panel.getByRole('textbox', { name: 'What it is for' })).toBeTruthy()
    expect(panel.queryByRole('combobox', { name: 'Channel' })).toBeNull()
    expect(panel.queryByRole('region', { name: 'Owners' })).toBeNull()
    fireEvent.click(more)
    expect(await panel.findByRole('region', { name: 'Owners' })).toBeTruthy()
    expect(panel.getByRole<HTMLInputElement>('combobox', { name: 'Channel' }).value).toBe('portal')
    fireEvent.click(panel.getByRole('button', { name: 'Less' }))
    expect(panel.queryByRole('region', { name: 'Owners' })).toBeNull()
  })
})

describe('the type of a map', () => {
  it('says what it shows, changes it at once, and loses nothing', async () => {
    const chain = told('tactical')
    openMap(chain, chain.insurer, `?view=outline&select=${chain.mapId}`)
    const row = await rowOf('Decides the claim')
    expect(row.getByText(/Fernhill accountable.*pain/)).toBeTruthy()
    const choose = async (name: RegExp) => {
      fireEvent.click(await screen.findByRole('combobox', { name: 'Type' }))
      fireEvent.click(await screen.findByRole('option', { name }))
    }
    await choose(/^strategic.*Stages and touchpoints only/)
    await waitFor(() => expect(row.queryByText(/accountable/)).toBeNull())
    expect(screen.getAllByText(/Stages and touchpoints only/).length).toBeGreaterThan(0)
    await choose(/^performance/)
    expect(await row.findByText(/Fernhill accountable.*pain/)).toBeTruthy()
  })

  it('is tactical until somebody chooses another', () => {
    const chain = valueChain()
    expect(chain.server.rows.get('map', chain.mapId)?.framework).toBe('tactical')
  })

  it.each([
    ['performance', 'plan', '4'],
    ['performance', 'seams', '4'],
    ['tactical', 'plan', ''],
    ['tactical', 'heat', '4'],
    ['strategic', 'plan', ''],
  ] as const)('puts scores on the cards of a %s map in the lens %s: %j', (framework, lens, said) => {
    const chain = told(framework)
    const shown = asItsType(readMap(chain, chain.broker).journey)
    const card = cardNamed(shown, 'Decides the claim')
    const { container } = render(<CornerTab card={card} lens={lens} heat="performance" />)
    expect(container.textContent).toBe(said)
  })

  it('puts no score on a card that its reader may not see', () => {
    const chain = told('performance')
    const own = { id: crypto.randomUUID(), targetKind: 'touchpoint', targetId: chain.cards.quote } as const
    chain.server.do(chain.insurer, [{ type: 'perspective.add', ...own, performance: 9 }])
    const scoreSeenBy = (who: 'insurer' | 'broker') =>
      cardNamed(asItsType(readMap(chain, chain[who]).journey), 'Prices the risk').performance?.lowest
    expect([scoreSeenBy('insurer'), scoreSeenBy('broker')]).toEqual([9, undefined])
  })
})
