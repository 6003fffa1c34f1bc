import { vi } from 'vitest'

interface Received {
  method: string
  path: string
  headers: Headers
  body: unknown
}

interface Said {
  status: number
  body?: unknown
}

type Answer = Said | ((received: Received) => Said | Promise<Said>)

/** Stands in for the server: answers by "METHOD /path", refuses everything else as not there, keeps what it received. */
export function serve(answers: Record<string, Answer>): { received: Received[] } {
  const received: Received[] = []
  vi.stubGlobal('fetch', async (input: string, options: RequestInit = {}) => {
    const request: Received = {
      method: options.method ?? 'GET',
      path: String(input),
      headers: new Headers(options.headers),
      body: typeof options.body === 'string' ? JSON.parse(options.body) : options.body,
    }
    received.push(request)
    const answer = answers[`${request.method} ${request.path}`]
    const { status, body } = typeof answer === 'function' ? await answer(request) : (answer ?? notThere)
    return new Response(body === undefined ? null : JSON.stringify(body), { status })
  })
  return { received }
}

const notThere = { status: 404, body: { error: { code: 'notThere', message: 'This is not there.' } } }

const id = (last: number) => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`

export const fernhill = { id: id(2), name: 'Fernhill' }
export const oakes = { id: id(3), name: 'Oakes & Vale' }

/** Ines administers Fernhill and reads along at Oakes & Vale. */
export const ines = {
  person: { id: id(1), name: 'Ines Holm', email: 'ines@fernhill.example', emailVerified: true },
  memberships: [
    { organisation: fernhill, role: 'admin', withheld: [], admins: [] },
    { organisation: oakes, role: 'viewer', withheld: [], admins: [] },
  ],
  sendsMail: false,
}

export const signedIn = { 'GET /api/account': { status: 200, body: ines } }
export const signedOut = {
  'GET /api/account': {
    status: 401,
    body: { error: { code: 'accounts.notSignedIn', message: 'Sign in first.' } },
  },
}
