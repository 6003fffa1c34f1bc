// The session cookie: unreadable for scripts, not sent along from other sites, and bound to this host where there is TLS.
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { AccountServices } from './services.ts'

type Published = Pick<AccountServices, 'publicUrl'>

/** Out of reach of scripts and of other sites; over https with the name prefix that ties it to this host. */
export function setSessionCookie(
  services: Published,
  context: Context,
  { token, expiresAt }: { token: string; expiresAt: Date },
): void {
  const { name, secure } = cookieOf(services)
  setCookie(context, name, token, { httpOnly: true, sameSite: 'Lax', path: '/', secure, expires: expiresAt })
}

/** The token; undefined without a cookie. */
export function readSessionCookie(services: Published, context: Context): string | undefined {
  return getCookie(context, cookieOf(services).name)
}

/** Forgets it in the browser; the session itself is ended elsewhere. */
export function dropSessionCookie(services: Published, context: Context): void {
  const { name, secure } = cookieOf(services)
  deleteCookie(context, name, { path: '/', secure })
}

function cookieOf({ publicUrl }: Published) {
  const secure = publicUrl().startsWith('https:')
  return { secure, name: secure ? '__Host-interlane' : 'interlane' }
}
