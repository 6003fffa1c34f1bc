import { actingOrganisation } from './actingOrganisation.ts'

/** What the server answers when it refuses, as something one can show: `message` is a full sentence. */
export class ApiFailure extends Error {
  readonly code: string
  readonly status: number
  readonly field: string | undefined

  constructor(status: number, code: string, message: string, field?: string) {
    super(message)
    this.name = 'ApiFailure'
    this.status = status
    this.code = code
    this.field = field
  }
}

/**
 * `fetch` for our own API: sends the acting organisation and JSON, and throws an `ApiFailure` for every answer
 * that is not a success and when there is no answer at all.
 */
export async function apiFetch(input: RequestInfo | URL, options: RequestInit = {}): Promise<Response> {
  const headers = new Headers(options.headers)
  const organisation = actingOrganisation()
  if (organisation) headers.set('Interlane-Organisation', organisation)
  const response = await fetch(input, { ...options, headers, credentials: 'same-origin' }).catch(() => {
    throw new ApiFailure(
      0,
      'network.unreachable',
      'Interlane cannot be reached. Check the connection and try again.',
    )
  })
  if (!response.ok) throw await failureOf(response)
  return response
}

/** The API by path, e.g. `api.get<Account>('/api/account')`. An answer without content comes back as undefined. */
export const api = {
  get: <Answer>(path: string, signal?: AbortSignal) => send<Answer>('GET', path, undefined, signal),
  post: <Answer = void>(path: string, body?: unknown) => send<Answer>('POST', path, body),
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
  signal?: AbortSignal,
): Promise<Answer> {
  const isForm = body instanceof FormData
  const response = await apiFetch(path, {
    method,
    ...(signal ? { signal } : {}),
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    ...(body === undefined || isForm ? {} : { headers: { 'content-type': 'application/json' } }),
  })
  const text = await response.text()
  return (text === '' ? undefined : JSON.parse(text)) as Answer
}

async function failureOf(response: Response): Promise<ApiFailure> {
  const answer: unknown = await response.json().catch(() => undefined)
  const error = (answer as { error?: { code?: string; message?: string; field?: string } } | undefined)?.error
  const fallback =
    response.status >= 500 ? 'Interlane had a problem with that. Try again.' : 'That was not possible.'
  return new ApiFailure(response.status, error?.code ?? 'unknown', error?.message ?? fallback, error?.field)
}
