import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { onTestFinished } from 'vitest'
import { followSignOut } from '../../../web/accounts/followSignOut.ts'
import { followStanding } from '../../../web/accounts/followStanding.ts'
import { createQueryClient } from '../../../web/api/queryClient.ts'
import { createInterlaneRouter } from '../../../web/router.tsx'
import { resolveVariables, theme } from '../../../web/theme/theme.ts'

/** The whole web at an address, as main.tsx builds it; gives the router so that a test can ask where one is. */
export function openPage(address: string) {
  window.history.replaceState(null, '', address)
  const queryClient = createQueryClient()
  const router = createInterlaneRouter(queryClient)
  const unfollowers = [followSignOut(queryClient, router), followStanding(queryClient)]
  onTestFinished(() => {
    for (const unfollow of unfollowers) unfollow()
    router.history.destroy()
  })
  render(
    <QueryClientProvider client={queryClient}>
      <InTheme>
        <Notifications />
        <RouterProvider router={router} />
      </InTheme>
    </QueryClientProvider>,
  )
  return router
}

export function InTheme({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} env="test">
      {children}
    </MantineProvider>
  )
}
