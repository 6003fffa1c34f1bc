import { standingHeader } from '../../shared/accounts/roles.ts'
import type { Viewer } from '../../shared/audience/audience.ts'
import { actingOrganisation } from './actingOrganisation.ts'

/** Of an answer that is not Interlane's own, such as a proxy's. */
export const unknownCode = 'unknown'

/** What the server answers when it refuses, as something one can show: `message` is a full sentence. */
export class ApiFailure extends Error {
  readonly code: string
  readonly status: number
  readonly field: string | undefined
  /** How long the server asks to wait before the next request. */
  readonly retryAfterSeconds: number | undefined

  constructor(status: number, code: string, message: string, field?: string, retryAfterSeconds?: number) {
    super(message)
    this.name = 'ApiFailure'
    this.status = status
    this.code = code
    this.field = field
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/**
 * `fetch` for our own API: sends the acting organisation and JSON, and throws an `ApiFailure` for every answer
 * that is not a success and when there is no answer at all.
 */
export async function apiFetch(input: RequestInfo | URL, options: RequestInit = {}): Promise<Response> {
  const headers = new Headers(options.headers)
  const organisation = actingOrganisation()
  if (organisation && !headers.has('Interlane-Organisation'))
    headers.set('Interlane-Organisation', organisation)
  const response = await fetch(input, { ...options, headers, credentials: 'same-origin' }).catch(() => {
    throw new ApiFailure(
      0,
      'network.unreachable',
      'Interlane cannot be reached. Check the connection and try again.',
    )
  })
  if (!response.ok) {
    const failure = await failureOf(response)
    if (sessionLosses.has(failure.code)) for (const listener of signedOutListeners) listener(failure.code)
    throw failure
  }
  tellStanding(headers, response)
  return response
}

const sessionLosses = new Set(['accounts.notSignedIn', 'accounts.otherPerson'])
const signedOutListeners = new Set<(code: string) => void>()

/** Calls back whenever an answer says that nobody, or somebody else, is signed in by now. Returns what ends it. */
export function onSignedOut(listener: (code: string) => void): () => void {
  signedOutListeners.add(listener)
  return () => signedOutListeners.delete(listener)
}

type StandingListener = (organisationId: string, standing: string) => void
const standingListeners = new Set<StandingListener>()

/** Calls back with the role and rights under which each answer was given to an organisation. Returns what ends it. */
export function onStanding(listener: StandingListener): () => void {
  standingListeners.add(listener)
  return () => standingListeners.delete(listener)
}

function tellStanding(asked: Headers, { headers }: Response): void {
  const [organisation, standing] = [asked.get('Interlane-Organisation'), headers.get(standingHeader)]
  if (organisation && standing) for (const listener of standingListeners) listener(organisation, standing)
}

interface SendOptions {
  signal?: AbortSignal
  /** The secret of a mailed link; it travels in a header, never in an address. */
  secret?: string
  /** In whose name this is asked, whoever acts here by now; refused when somebody else is signed in. */
  viewer?: Viewer
  /** Sent also while the page goes. */
  keepalive?: boolean
}

/** The API by path, e.g. `api.get<AccountAnswer>('/api/account')`. An answer without content comes back as undefined. */
export const api = {
  get: <Answer>(path: string, options?: SendOptions) => send<Answer>('GET', path, undefined, options),
  post: <Answer = void>(path: string, body?: unknown, options?: SendOptions) =>
    send<Answer>('POST', path, body, options),
  put: <Answer = void>(path: string, body?: unknown) => send<Answer>('PUT', path, body),
  patch: <Answer = void>(path: string, body?: unknown) => send<Answer>('PATCH', path, body),
  delete: <Answer = void>(path: string) => send<Answer>('DELETE', path),
}

/** The sentence to show for anything that was thrown. */
export function messageOf(problem: unknown): string {
  if (problem instanceof ApiFailure) return problem.message
  return 'Something went wrong on this page. Reload it and try again.'
}

async function send<Answer>(
  method: string,
  path: string,
  body?: unknown,
  options: SendOptions = {},
): Promise<Answer> {
  const { signal, secret, viewer, keepalive } = options
  const isForm = body instanceof FormData
  const headers = new Headers()
  if (body !== undefined && !isForm) headers.set('content-type', 'application/json')
  if (secret) headers.set('interlane-token', secret)
  if (viewer) {
    headers.set('Interlane-Person', viewer.personId)
    headers.set('Interlane-Organisation', viewer.organisationId)
  }
  const content = body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }
  const response = await apiFetch(path, {
    ...{ method, headers, ...content },
    ...(signal ? { signal } : {}),
    ...(keepalive ? { keepalive } : {}),
  })
  const text = await response.text()
  return (text === '' ? undefined : JSON.parse(text)) as Answer
}

async function failureOf(response: Response): Promise<ApiFailure> {
  const answer: unknown = await response.json().catch(() => undefined)
  const error = (answer as { error?: { code?: string; message?: string; field?: string } } | undefined)?.error
  const fallback =
    response.status >= 500 ? 'Interlane had a problem with that. Try again.' : 'That was not possible.'
  const { code = unknownCode, message = fallback, field } = error ?? {}
  return new ApiFailure(response.status, code, message, field, retryAfterSeconds(response))
}

/** As seconds or as a date. */
function retryAfterSeconds({ headers }: Response): number | undefined {
  const asked = headers.get('Retry-After')
  if (!asked) return undefined
  const seconds = /^\d+$/.test(asked.trim()) ? Number(asked) : (Date.parse(asked) - Date.now()) / 1_000
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined
}
