import { randomUUID } from 'node:crypto'
import type { AccountAnswer } from '../../shared/accounts/answers.ts'

/** Somebody who signed up with a running program and acts for their organisation over real HTTP. */
export interface HttpClient {
  organisationId: string
  /** Answers the body; throws when there is no answer or a refusal. */
  send<Body>(method: string, path: string, body?: unknown): Promise<Body>
}

/** Signs up a new person with a new organisation at `address`, the program's own without a trailing slash. */
export async function signUpOverHttp(address: string, organisation: string): Promise<HttpClient> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json', Origin: address }
  const send = async <Body>(method: string, path: string, body?: unknown): Promise<Body> => {
    const answer = await fetch(`${address}${path}`, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
    })
    const cookie = answer.headers.getSetCookie()[0]
    if (cookie) headers.Cookie = cookie.split(';')[0]!
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return JSON.parse(text)
  }
  const email = `${randomUUID()}@example.com`
  await send('POST', '/api/account', { name: 'Ada', email, password: 'long enough for anyone', organisation })
  const { memberships } = await send<AccountAnswer>('GET', '/api/account')
  const organisationId = memberships[0]!.organisation.id
  headers['Interlane-Organisation'] = organisationId
  return { organisationId, send }
}
