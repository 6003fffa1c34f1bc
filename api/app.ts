// Puts every part of the API, and the web, behind one address; `program.ts` builds what the parts need.
import { Hono } from 'hono'
import { openAPIRouteHandler } from 'hono-openapi'
import { accountRoutes } from './accounts/routes.ts'
import type { Config } from './config.ts'
import { documentation } from './describe.ts'
import { leavingRoutes } from './ecosystems/leavingRoutes.ts'
import { ecosystemRoutes } from './ecosystems/routes.ts'
import { editRoutes } from './edits/routes.ts'
import { AppError, answerErrors } from './errors.ts'
import { handoffRoutes } from './handoffs/routes.ts'
import { healthRoutes, type Readiness } from './health/routes.ts'
import { importRoutes } from './imports/routes.ts'
import { inboxRoutes } from './inbox/routes.ts'
import { invitationRoutes } from './invitations/routes.ts'
import { liveRoutes } from './live/routes.ts'
import type { Log } from './log.ts'
import { mapRoutes } from './maps/routes.ts'
import { organisationRoutes } from './organisations/routes.ts'
import type { Services } from './services.ts'
import { requireOwnOrigin } from './site/ownOrigin.ts'
import { securityHeaders } from './site/securityHeaders.ts'
import { webFiles } from './site/webFiles.ts'

export interface AppParts {
  config: Config
  log: Log
  readiness: Readiness
  services: Services
  /** Folder of the built web. */
  webFolder: string
}

export function createApp({ config, log, readiness, services, webFolder }: AppParts) {
  const app = new Hono()
  app.onError(answerErrors((error) => log.error({ err: error }, 'a request failed')))
  app.use(securityHeaders(config.publicUrl))
  app.use(requireOwnOrigin(config))
  app.use('/api/*', async (context, next) => {
    await next()
    context.header('Cache-Control', 'no-store')
  })
  const routes = app
    .route('/', healthRoutes(readiness))
    .route('/', accountRoutes(services.accounts))
    .route('/', organisationRoutes(services.accounts))
    .route('/', ecosystemRoutes(services))
    .route('/', leavingRoutes(services))
    .route('/', editRoutes(services))
    .route('/', liveRoutes(services))
    .route('/', mapRoutes(services))
    .route('/', handoffRoutes(services))
    .route('/', invitationRoutes(services))
    .route('/', importRoutes(services))
    .route('/', inboxRoutes(services))
  app.get('/api/openapi.json', openAPIRouteHandler(app, { documentation }))
  app.all('/api/*', () => {
    throw new AppError('notThere')
  })
  app.route('/', webFiles(webFolder))
  return routes
}

export type App = ReturnType<typeof createApp>
