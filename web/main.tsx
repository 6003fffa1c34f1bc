import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import './theme/global.css'
import { followSignOut } from './accounts/followSignOut.ts'
import { followStanding } from './accounts/followStanding.ts'
import { createQueryClient } from './api/queryClient.ts'
import { createInterlaneRouter } from './router.tsx'
import { resolveVariables, theme } from './theme/theme.ts'

const queryClient = createQueryClient()
const router = createInterlaneRouter(queryClient)
followSignOut(queryClient, router)
followStanding(queryClient)

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <Notifications position="bottom-left" />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
