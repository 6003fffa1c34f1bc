import type { MiddlewareHandler } from 'hono'
import type { Config } from '../config.ts'
import { AppError } from '../errors.ts'
import { isLoopback } from '../loopback.ts'

type Place = Pick<Config, 'host' | 'publicUrl'>

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses what another site's page makes a browser send: every unsafe method, and every opening of a WebSocket, whose Origin or Sec-Fetch-Site is there
 * and not ours. Programs that send neither are no browser and hold no one's cookies.
 */
export function requireOwnOrigin(place: Place): MiddlewareHandler {
  return async (context, next) => {
    if (!safeMethods.has(context.req.method) || context.req.header('Upgrade') !== undefined) {
      const fetchSite = context.req.header('Sec-Fetch-Site')
      const origin = context.req.header('Origin')
      const foreign = fetchSite !== undefined && fetchSite !== 'same-origin'
      if (foreign || (origin !== undefined && !isOwnOrigin(origin, context.req.header('Host'), place))) {
        throw new AppError('request.foreignOrigin')
      }
    }
    await next()
  }
}

/**
 * Whether `origin` is this installation. Without PUBLIC_URL it must equal the address asked for, which must be a name
 * of this computer or of HOST: a foreign name that resolves to us (DNS rebinding) is none.
 */
export function isOwnOrigin(origin: string, hostHeader: string | undefined, place: Place): boolean {
  if (place.publicUrl !== undefined) return origin === place.publicUrl
  if (hostHeader === undefined || origin !== `http://${hostHeader}`) return false
  const { hostname } = new URL(origin)
  return isLoopback(hostname) || isEveryAddress(place.host) || hostname === place.host
}

function isEveryAddress(host: string): boolean {
  return host === '0.0.0.0' || host === '::'
}
