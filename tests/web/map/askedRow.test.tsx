import { screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { valueChain } from '../../support/chain.ts'
import { openMap } from '../support/mapPage.ts'

it('marks the handoff that an address leads to, and only that', async () => {
  const chain = valueChain()
  openMap(chain, chain.insurer, `?select=${chain.links.lodged}`)
  await screen.findByRole('complementary', { name: 'Details' })
  await waitFor(() => {
    const marked = [...document.querySelectorAll('.react-flow__edge.selected')]
    expect(marked.map((edge) => edge.getAttribute('data-id'))).toEqual([chain.links.lodged])
  })
})
