import type { Context } from 'hono'
import { isLoopback } from '../loopback.ts'
import { countedAddress, socketAddress } from './address.ts'
import { deviceLabel } from './device.ts'
import type { AccountServices } from './services.ts'
import type { Caller } from './signIn.ts'

/** Where a request comes from, as far as signing in cares. */
export function callerOf({ publicUrl }: AccountServices, context: Context): Caller {
  const isBehindProxy = !isLoopback(new URL(publicUrl()).hostname)
  return {
    address: countedAddress(context, isBehindProxy),
    device: deviceLabel(context.req.header('User-Agent')),
  }
}

/** Whether a request was typed on this machine: loopback socket, loopback Host, and forwarded by nobody. */
export function isFromThisMachine(context: Context): boolean {
  const host = `http://${context.req.header('Host') ?? ''}`
  const isLoopbackHost = URL.canParse(host) && isLoopback(new URL(host).hostname)
  const isForwarded = forwardingHeaders.some((name) => context.req.header(name) !== undefined)
  return isLoopback(socketAddress(context)) && isLoopbackHost && !isForwarded
}

const forwardingHeaders = [
  'Forwarded',
  'X-Forwarded-For',
  'X-Forwarded-Host',
  'X-Forwarded-Proto',
  'X-Real-IP',
  'Via',
]
