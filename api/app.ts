// Puts every part of the API, and the web, behind one address; `main.ts` builds what the parts need.
import { Hono } from 'hono'
import type { Config } from './config.ts'
import { AppError, answerErrors } from './errors.ts'
import { healthRoutes, type Readiness } from './health/routes.ts'
import type { Log } from './log.ts'
import { requireOwnOrigin } from './site/ownOrigin.ts'
import { securityHeaders } from './site/securityHeaders.ts'
import { webFiles } from './site/webFiles.ts'

export interface AppServices {
  config: Config
  log: Log
  readiness: Readiness
  /** Folder of the built web. */
  webFolder: string
}

export function createApp({ config, log, readiness, webFolder }: AppServices) {
  const app = new Hono()
  app.onError(answerErrors((error) => log.error({ err: error }, 'a request failed')))
  app.use(securityHeaders(config.publicUrl))
  app.use(requireOwnOrigin(config))
  app.use('/api/*', async (context, next) => {
    await next()
    context.header('Cache-Control', 'no-store')
  })
  const routes = app.route('/', healthRoutes(readiness))
  app.all('/api/*', () => {
    throw new AppError('notThere')
  })
  app.route('/', webFiles(webFolder))
  return routes
}

export type App = ReturnType<typeof createApp>
