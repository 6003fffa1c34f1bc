import { describe, expect, it, vi } from 'vitest'
import { actAs } from '../../web/api/actingOrganisation.ts'
import { ApiFailure, api, messageOf } from '../../web/api/client.ts'
import { serve } from './support/server.ts'

describe('asking the server', () => {
  it('names the organisation one acts for', async () => {
    const { received } = serve({ 'GET /api/account': { status: 200, body: {} } })
    await api.get('/api/account')
    actAs('00000000-0000-4000-8000-000000000002')
    await api.get('/api/account')
    expect(received.map(({ headers }) => headers.get('Interlane-Organisation'))).toEqual([
      null,
      '00000000-0000-4000-8000-000000000002',
    ])
  })

  it('carries the secret of a link in a header, not in the address', async () => {
    const { received } = serve({ 'GET /api/password-resets/current': { status: 200, body: {} } })
    await api.get('/api/password-resets/current', { secret: 'abc' })
    expect(received[0]?.headers.get('interlane-token')).toBe('abc')
    expect(received[0]?.path).not.toContain('abc')
  })

  it('turns a refusal into its code, sentence and field', async () => {
    const error = { code: 'input.invalid', message: 'Enter a name.', field: 'name' }
    serve({ 'POST /api/account': { status: 400, body: { error } } })
    const failure = await api.post('/api/account', {}).catch((problem: unknown) => problem)
    expect(failure).toBeInstanceOf(ApiFailure)
    expect(failure).toMatchObject({ ...error, status: 400 })
  })

  it('says in a sentence that the server cannot be reached', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    const failure = await api.get('/api/account').catch((problem: unknown) => problem)
    expect(messageOf(failure)).toBe('Interlane cannot be reached. Check the connection and try again.')
  })

  it('says in a sentence that the server broke, even when it answers with something else than JSON', async () => {
    vi.stubGlobal('fetch', async () => new Response('<html>Bad gateway</html>', { status: 502 }))
    const failure = await api.get('/api/account').catch((problem: unknown) => problem)
    expect(messageOf(failure)).toBe('Interlane had a problem with that. Try again.')
  })

  it('takes an answer without content', async () => {
    serve({ 'DELETE /api/sessions/current': { status: 204 } })
    expect(await api.delete('/api/sessions/current')).toBeUndefined()
  })

  it('does not show what a programming mistake says', () => {
    expect(messageOf(new TypeError('x is undefined'))).not.toContain('undefined')
  })
})
