import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { WhoIsExpected } from '../../web/partners/WhoIsExpected.tsx'
import { InTheme } from './support/page.tsx'
import { serve } from './support/server.ts'

const [ecosystemId, mapId] = [crypto.randomUUID(), crypto.randomUUID()]

function show(expected: readonly { party: string; mapIds: string[] }[]) {
  const { received } = serve({
    [`GET /api/ecosystems/${ecosystemId}/expected`]: { status: 200, body: expected },
  })
  render(
    <QueryClientProvider client={new QueryClient()}>
      <WhoIsExpected ecosystemId={ecosystemId} mapId={mapId} />
    </QueryClientProvider>,
    { wrapper: InTheme },
  )
  return received
}

it('names beside a choice to share with the map who is invited there and not here yet', async () => {
  show([
    { party: 'Northgate', mapIds: [mapId] },
    { party: 'Elsewhere', mapIds: [crypto.randomUUID()] },
  ])
  expect(
    await screen.findByText(/Northgate is invited, and would see this from the day it joins/),
  ).toBeTruthy()
  expect(screen.queryByText(/Elsewhere/)).toBeNull()
})

it('says nothing where nobody is expected', async () => {
  const received = show([{ party: 'Elsewhere', mapIds: [crypto.randomUUID()] }])
  await waitFor(() => expect(received).toHaveLength(1))
  expect(screen.queryByText(/invited/)).toBeNull()
})
