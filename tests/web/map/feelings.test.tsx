import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { valueChain } from '../../support/chain.ts'
import { openMap } from '../support/mapPage.ts'

it('tells the curve of a lane as a table too, as told by whoever shares it', async () => {
  const chain = valueChain()
  const { server, broker, insurer, cards } = chain
  const id = crypto.randomUUID()
  const told = { targetKind: 'touchpoint', targetId: cards.compare, onBehalfOf: 'customer' } as const
  server.do(broker, [
    { type: 'perspective.add', id, ...told, emotion: 'confused', emotionIntensity: 3 },
    { type: 'perspective.share', id, with: 'map' },
  ])
  openMap(chain, insurer, '?lens=heat&heat=feelings')
  const strip = within(await screen.findByRole('region', { name: 'Feelings along a lane' }))
  const table = strip.getByRole('table', { name: /Customers, told by Oakes & Vale/ })
  const row = within(table).getByRole('row', { name: /Compares quotes/ })
  expect(row.textContent).toContain('clearly confused')
  expect(row.textContent).toContain('not said')
})
