import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { CardFoot } from '../../../web/map/canvas/CardFoot.tsx'
import { cardWords } from '../../../web/map/canvas/cardWords.ts'
import { readMap } from '../../map/readingMap.ts'
import { valueChain } from '../../support/chain.ts'

/** "Learns the outcome": the insurer accountable, the broker asked to contribute, the bakery kept informed. */
function owned() {
  const chain = valueChain()
  const touchpointId = chain.cards.learn
  const add = (partyId: string, accountability: 'accountable' | 'contributes' | 'informed') => ({
    ...{ type: 'ownership.add' as const, id: crypto.randomUUID(), touchpointId, partyId, accountability },
  })
  const { insurer, broker, bakery } = chain.parties
  chain.server.do(chain.insurer, [
    add(bakery, 'informed'),
    add(broker, 'contributes'),
    add(insurer, 'accountable'),
  ])
  const { journey } = readMap(chain, chain.insurer)
  return { chain, card: journey.cards.get(touchpointId)! }
}

const plates = (container: HTMLElement) =>
  [...container.querySelectorAll<HTMLElement>('[data-appearance]')].map((plate) => [
    plate.textContent,
    plate.dataset.appearance,
  ])

describe('the owners on a card', () => {
  it('show their part: accountable filled, asked dashed, kept informed as a small sign', () => {
    const { card } = owned()
    const { container } = render(<CardFoot card={card} lens="plan" />)
    expect(plates(container)).toEqual([
      ['Fe', 'filled'],
      ['OV', 'dashed'],
    ])
    expect(container.querySelector('[data-informed="1"]')).toBeTruthy()
  })

  it('turn from dashed to outlined when the organisation accepts, and go when it declines', () => {
    const { chain } = owned()
    const asked = chain.server.rows.all('ownership').find(({ state }) => state === 'proposed')!
    const decide = (accept: boolean) => {
      chain.server.do(chain.broker, [{ type: 'ownership.decide', id: asked.id, accept }])
      const { journey } = readMap(chain, chain.insurer)
      const { container } = render(<CardFoot card={journey.cards.get(chain.cards.learn)!} lens="plan" />)
      return plates(container)
    }
    expect(decide(true)).toContainEqual(['OV', 'outlined'])
    chain.server.do(chain.insurer, [{ type: 'ownership.remove', id: asked.id }])
    const again = { ...asked, id: crypto.randomUUID() }
    const { id, touchpointId, partyId, accountability } = again
    chain.server.do(chain.insurer, [{ type: 'ownership.add', id, touchpointId, partyId, accountability }])
    chain.server.do(chain.broker, [{ type: 'ownership.decide', id, accept: false }])
    const { journey } = readMap(chain, chain.insurer)
    expect(journey.cards.get(touchpointId)!.owners.map(({ name }) => name)).not.toContain('Oakes & Vale')
  })

  it('are all named under the Owners lens', () => {
    const { card } = owned()
    render(<CardFoot card={card} lens="owners" />)
    expect(screen.getByText('Fernhill + Oakes & Vale?; informs Brightwater Bakery')).toBeTruthy()
  })

  it('are said in words', () => {
    expect(cardWords(owned().card, '')).toContain(
      'Fernhill accountable, Oakes & Vale contributes, proposed, Brightwater Bakery kept informed',
    )
  })

  it('say which department, region and person of ours stand behind them; to others only what is shared', () => {
    const { chain, card } = owned()
    const { ownership } = card.owners[0]!
    const id = crypto.randomUUID()
    const inside = { department: 'Claims', region: 'Leeds', person: 'Marcus Webb' }
    chain.server.do(chain.insurer, [{ type: 'responsibility.add', id, ownershipId: ownership.id, ...inside }])
    const seenBy = (who: typeof chain.broker) => readMap(chain, who).journey.cards.get(chain.cards.learn)!
    const whole = 'Fernhill accountable (Claims, Leeds: Marcus Webb)'
    expect(cardWords(seenBy(chain.insurer), '')).toContain(whole)
    expect(cardWords(seenBy(chain.broker), '')).not.toMatch(/Claims|Leeds|Marcus/)
    const { unmount } = render(<CardFoot card={seenBy(chain.insurer)} lens="owners" />)
    expect(screen.getByText(/^Fernhill, Claims, Leeds \+ Oakes & Vale\?/).title).toContain(whole)
    unmount()
    render(<CardFoot card={seenBy(chain.broker)} lens="owners" />)
    expect(screen.getByText(/^Fernhill \+ Oakes & Vale\?/)).toBeTruthy()
    chain.server.do(chain.insurer, [{ type: 'responsibility.share', id, with: 'map' }])
    expect(cardWords(seenBy(chain.broker), '')).toContain(whole)
  })
})
