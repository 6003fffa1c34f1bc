// The sharpest attempts at what is somebody else's, on the program as it is started: what else is held in one process is built,
// started and served here. Each is answered as if there were nothing, and nothing of it is in a body, a header or the log.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { closing } from '../../shared/live/messages.ts'
import { Client, signUp } from '../crash/clients.ts'
import { dial } from '../live/instances.ts'
import { type Company, foundCompanies } from '../servers/places.ts'
import { freshDatabase } from '../support/database.ts'
import { startServer, type TestServer } from '../support/server.ts'

const database = await freshDatabase({ migrated: false })
let server: TestServer
/** Two companies of one ecosystem, and one with an ecosystem of its own. */
let [insurer, partner, stranger] = [] as unknown as [Company, Company, Company]
const hidden = { mapId: randomUUID(), viewId: randomUUID(), words: 'HIDDEN-WORDS' }

beforeAll(async () => {
  server = await startServer({ databaseUrl: database.ownerUrl })
  ;[insurer, partner] = (await foundCompanies(server.address, 2)) as [Company, Company]
  const place = await signUp(server.address)
  stranger = { ...place, organisationId: place.headers['Interlane-Organisation']!, cardId: randomUUID() }
  const drawing = new Client(insurer)
  const about = { targetKind: 'touchpoint', targetId: insurer.cardId, notes: hidden.words } as const
  drawing.compose([
    {
      ...{ type: 'map.add', id: hidden.mapId, participantId: randomUUID() },
      ...{ name: hidden.words, rank: 'a1' },
    },
    { type: 'perspective.add', id: hidden.viewId, ...about },
  ])
  await drawing.send(server.address)
})
afterAll(async () => {
  await server.stop()
  await database.close()
})

interface Heard {
  status: number
  /** Everything that came back: headers and body. */
  bytes: string
  body: unknown
}

async function ask({ headers }: Company, path: string, more: RequestInit = {}): Promise<Heard> {
  const sent = { ...headers, ...(more.headers as Record<string, string>) }
  const response = await fetch(`${server.address}${path}`, { ...more, headers: sent })
  const text = await response.text()
  const bytes = JSON.stringify([...response.headers]) + text
  return { status: response.status, bytes, body: text === '' ? null : JSON.parse(text) }
}

/** What is the insurer's and in no answer to others; a request may name an id that its answer must not. */
const secrets = () => [hidden.words, hidden.mapId, hidden.viewId]
const leaksIn = (bytes: string, more: readonly string[] = []) =>
  [...secrets(), ...more].filter((secret) => bytes.includes(secret))

/** Paths to what is there, by the ids they name. */
const reads = (ecosystemId: string, mapId: string) => [
  `/api/maps/${mapId}`,
  `/api/maps/${mapId}/export.json`,
  `/api/ecosystems/${ecosystemId}`,
  `/api/ecosystems/${ecosystemId}/changes`,
  `/api/ecosystems/${ecosystemId}/own-rows.json`,
  `/api/ecosystems/${ecosystemId}/invitations`,
]

it('a stranger reads nothing of a foreign map, export or ecosystem, and not that there is one', async () => {
  const { ecosystemId, mapId, organisationId, cardId } = insurer
  const made = reads(randomUUID(), randomUUID())
  const foreign = [ecosystemId, mapId, organisationId, cardId, 'Company 0', 'Claims']
  for (const [index, path] of reads(ecosystemId, mapId).entries()) {
    const [real, nothing] = [await ask(stranger, path), await ask(stranger, made[index]!)]
    expect([path, real.status, real.body]).toEqual([path, 404, nothing.body])
    expect(leaksIn(real.bytes, foreign), path).toEqual([])
    // The insurer finds there what the stranger looks for.
    if (path.endsWith('/changes')) expect(leaksIn((await ask(insurer, path)).bytes)).toEqual(secrets())
  }
})

it('a partner reads nothing of a map it takes no part in, and nothing private on the one it does', async () => {
  const paths = reads(partner.ecosystemId, hidden.mapId)
  const made = reads(partner.ecosystemId, randomUUID())
  for (const [index, path] of paths.entries()) {
    const [real, nothing] = [await ask(partner, path), await ask(partner, made[index]!)]
    expect([path, real.status]).toEqual([path, path.includes(hidden.mapId) ? 404 : 200])
    if (real.status === 404) expect(real.body, path).toEqual(nothing.body)
    expect(leaksIn(real.bytes), path).toEqual([])
  }
})

it('an edit of one’s own ecosystem reaches nothing in another, nor what one does not see in one’s own', async () => {
  const { cardId } = insurer
  const attempts: [Company, (id: string) => ActionInput, string][] = [
    [
      stranger,
      (mapId) => ({ type: 'stage.add', id: randomUUID(), mapId, name: 'In', rank: 'a0' }),
      insurer.mapId,
    ],
    [stranger, (mapId) => ({ type: 'participant.join', id: randomUUID(), mapId }), insurer.mapId],
    [stranger, (id) => ({ type: 'map.change', id, fields: { name: 'Taken' } }), insurer.mapId],
    [stranger, (id) => ({ type: 'touchpoint.remove', id }), cardId],
    [partner, (id) => ({ type: 'perspective.change', id, fields: { notes: 'Ours' } }), hidden.viewId],
    [partner, (id) => ({ type: 'perspective.share', id, with: 'map' }), hidden.viewId],
    [partner, (mapId) => ({ type: 'participant.join', id: randomUUID(), mapId }), hidden.mapId],
  ]
  const send = async (who: Company, action: ActionInput) => {
    const edits = [{ clientId: randomUUID(), number: 1, version: 1, actions: [action] }]
    const init = { method: 'POST', body: JSON.stringify({ edits }) }
    const heard = await ask(who, `/api/ecosystems/${who.ecosystemId}/edits`, init)
    const [answer] = (heard.body as { answers: { accepted: boolean; error?: object }[] }).answers
    return { ...heard, answer }
  }
  for (const [who, action, id] of attempts) {
    const [real, nothing] = [await send(who, action(id)), await send(who, action(randomUUID()))]
    const name = action(id).type
    expect([name, real.status, real.answer?.accepted]).toEqual([name, 200, false])
    expect(real.answer?.error, name).toEqual(nothing.answer?.error)
    expect(leaksIn(real.bytes, [insurer.mapId, cardId]), name).toEqual([])
  }
})

it('nobody acts for an organisation by naming it', async () => {
  const { organisationId, ecosystemId, mapId } = insurer
  const named = { 'Interlane-Organisation': organisationId }
  const nobody = { 'Interlane-Organisation': randomUUID() }
  for (const who of [stranger, partner]) {
    for (const path of [...reads(ecosystemId, mapId), '/api/inbox']) {
      const real = await ask(who, path, { headers: named })
      expect([path, real.status]).toEqual([path, 404])
      expect(real.body).toEqual((await ask(who, path, { headers: nobody })).body)
      expect(leaksIn(real.bytes, [organisationId, ecosystemId, mapId]), path).toEqual([])
    }
  }
})

it('a line to a foreign ecosystem, or in the name of another organisation, is not opened', async () => {
  const foreign = await refusedLine(stranger, insurer.ecosystemId, stranger.organisationId)
  const named = await refusedLine(partner, insurer.ecosystemId, insurer.organisationId)
  const made = await refusedLine(stranger, randomUUID(), stranger.organisationId)
  const secret = [insurer.organisationId, insurer.ecosystemId, insurer.mapId]
  for (const { status, body, bytes } of [foreign, named]) {
    expect([status, body]).toEqual([404, made.body])
    expect(leaksIn(bytes, secret)).toEqual([])
  }
})

it('a session that was ended opens nothing any more, and its open line is closed', async () => {
  const line = dial(server.address, partner, partner.ecosystemId, { Cookie: partner.headers.Cookie! })
  await line.hears(({ type }) => type === 'ready')
  expect((await ask(partner, '/api/sessions/current', { method: 'DELETE' })).status).toBe(204)
  for (const path of reads(partner.ecosystemId, partner.mapId)) {
    const { status, bytes } = await ask(partner, path)
    expect([path, status]).toEqual([path, 401])
    expect(leaksIn(bytes, [partner.mapId, partner.cardId, 'Company']), path).toEqual([])
  }
  expect((await line.closed).code).toBe(closing.notSignedIn)
})

it('the log has no word of it', () => {
  const [, session] = insurer.headers.Cookie!.split('=')
  for (const secret of [hidden.words, session!]) expect(server.output()).not.toContain(secret)
})

/** The answer to a page that would listen, where it is no line. */
function refusedLine({ headers }: Company, ecosystemId: string, organisationId: string): Promise<Heard> {
  const url = `${server.address.replace('http', 'ws')}/api/ecosystems/${ecosystemId}/live?organisation=${organisationId}`
  const socket = new WebSocket(url, { headers: { Cookie: headers.Cookie! } })
  return new Promise((resolve, reject) => {
    socket.on('open', () => reject(new Error('a line was opened')))
    socket.on('unexpected-response', async (_request, response) => {
      let text = ''
      for await (const chunk of response) text += chunk
      const bytes = JSON.stringify(response.rawHeaders) + text
      resolve({ status: response.statusCode ?? 0, bytes, body: text === '' ? null : JSON.parse(text) })
    })
    socket.on('error', reject)
  })
}
