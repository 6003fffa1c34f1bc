// Where a request comes from, for throttling and for what only this machine may see.
import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'
import type { Context } from 'hono'
import { isLoopback } from '../loopback.ts'

/** The address of the peer on the socket, which no header can change; empty when there is no socket. */
export function socketAddress(context: Context): string {
  const bindings = context.env as { incoming?: IncomingMessage } | undefined
  return (bindings?.incoming?.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
}

/**
 * What attempts are counted by: the address of the client, for IPv6 its /64 network. Only where the program is published through
 * a proxy on this machine is that proxy believed about whom it forwards for, and only the last entry, which it wrote itself.
 */
export function countedAddress(context: Context, isBehindProxy: boolean): string {
  const socket = socketAddress(context)
  const forwarded = context.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim()
  const address = isBehindProxy && isLoopback(socket) && forwarded ? forwarded : socket
  return isIPv6(address) ? network64(address) : address
}

function network64(address: string): string {
  const [head = '', tail] = address.split('::')
  const groups = head === '' ? [] : head.split(':')
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === '' ? 0 : tail.split(':').length)
  const full = [...groups, ...Array<string>(missing).fill('0'), ...(tail ? tail.split(':') : [])]
  return full.slice(0, 4).join(':')
}
