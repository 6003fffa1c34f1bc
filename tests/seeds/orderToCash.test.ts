import { describe, expect, it } from 'vitest'
import { orderToCash } from '../../seeds/orderToCash.ts'
import { messages, stages } from '../../seeds/orderToCashMessages.ts'
import { handoffsOf } from '../../shared/analysis/handoffs.ts'
import { countCrossings } from '../../shared/layout/drawingCost.ts'
import { drawLayout } from '../../shared/layout/drawLayout.ts'
import { layoutOf } from '../support/layoutOf.ts'
import { replay } from './replay.ts'

const { rows, organisation, seenBy } = replay(orderToCash())

describe('order to cash', () => {
  it('shows scale: more than a hundred touchpoints, over three organisations', () => {
    expect(rows.all('touchpoint').length).toBeGreaterThan(100)
    expect(rows.all('party').filter((party) => party.heldByOrganisationId)).toHaveLength(3)
  })

  it('is tidied up for everyone who sees it: hardly a link crosses another, and no lane is a tower', () => {
    for (const name of ['Harrow Foods', 'Brindle Mills', 'Kestrel Freight']) {
      const drawing = drawLayout(layoutOf(seenBy(name)))
      expect(countCrossings(drawing), name).toBeLessThan(10)
      for (const { height } of drawing.lanes) expect(height, name).toBeLessThan(450)
    }
  })

  it('hands over every message by its real name, in the direction of the standard', () => {
    const passed = handoffsOf(rows, '').map(({ link, from, to }) => [
      link.passes,
      from.partyName,
      to.partyName,
    ])
    for (const { code, name } of stages.flatMap((stage) => messages[stage]))
      expect(passed.map(([passes]) => passes)).toContain(`${code} ${name}`)
    expect(passed).toContainEqual(['ORDERS order', 'Harrow Foods', 'Brindle Mills'])
    expect(passed).toContainEqual(['DESADV despatch advice', 'Brindle Mills', 'Harrow Foods'])
    expect(passed).toContainEqual(['IFTMIN transport instruction', 'Brindle Mills', 'Kestrel Freight'])
    expect(passed).toContainEqual(['IFTSTA transport status', 'Kestrel Freight', 'Brindle Mills'])
  })

  it('is mostly agreed, with one broken seam and something waiting for each company', () => {
    const buyer = organisation('Harrow Foods')
    const entries = handoffsOf(seenBy('Harrow Foods'), buyer.id)
    expect(entries.filter(({ state }) => state === 'agreed').length).toBeGreaterThan(20)
    expect(entries.filter(({ state }) => state === 'disputed').map(({ link }) => link.passes)).toEqual([
      'DESADV despatch advice',
    ])
    for (const name of ['Harrow Foods', 'Brindle Mills', 'Kestrel Freight']) {
      const own = handoffsOf(seenBy(name), organisation(name).id)
      expect(own.filter(({ isWaitingOnUs }) => isWaitingOnUs).length, name).toBeGreaterThan(0)
    }
  })
})
