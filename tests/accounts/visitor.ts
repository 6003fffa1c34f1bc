import type { Hono } from 'hono'

interface Answer<Body> {
  status: number
  body: Body
  headers: Headers
}

interface Refusal {
  error: { code: string; message: string; field?: string }
}

/** Somebody at a browser, with its cookies. */
export interface Visitor {
  send<Body = Refusal>(
    method: string,
    path: string,
    body?: unknown,
    headers?: RequestHeaders,
  ): Promise<Answer<Body>>
  cookies: Map<string, string>
}

type RequestHeaders = Record<string, string>

export function createVisitor(app: Hono, address = '127.0.0.1'): Visitor {
  const cookies = new Map<string, string>()
  return {
    cookies,
    async send<Body>(method: string, path: string, body?: unknown, headers: RequestHeaders = {}) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const own = new Headers({ Host: 'localhost:3000', 'User-Agent': firefox })
      if (cookie) own.set('Cookie', cookie)
      if (body !== undefined) own.set('Content-Type', 'application/json')
      for (const [name, value] of Object.entries(headers)) own.set(name, value)
      const bindings = { incoming: { socket: { remoteAddress: address } } }
      const payload = body === undefined ? undefined : JSON.stringify(body)
      const response = await app.request(path, { method, headers: own, body: payload }, bindings)
      for (const line of response.headers.getSetCookie()) keep(cookies, line)
      const text = await response.text()
      const parsed = (text === '' ? undefined : JSON.parse(text)) as Body
      return { status: response.status, body: parsed, headers: response.headers }
    },
  }
}

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

function keep(cookies: Map<string, string>, line: string) {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
  if (value === '' || /Max-Age=0/.test(line)) cookies.delete(name)
  else cookies.set(name, value)
}
