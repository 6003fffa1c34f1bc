// The contract of api/accounts/sessions.ts. Whatever replaces lucia there has to pass it; an implementation without any does.
import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { addPerson } from '../../api/accounts/people.ts'
import { createSessions, type Sessions } from '../../api/accounts/sessions.ts'
import { openDoor, type Transaction } from '../../api/database/door.ts'
import { sessions as table } from '../../api/database/tables/accounts.ts'
import { freshDatabase } from '../support/database.ts'
import { createPlainSessions } from './plainSessions.ts'

const database = await freshDatabase()
const door = openDoor(database.database)
const inTransaction = <T>(work: (tx: Transaction) => Promise<T>) => door.asSystem('test', work)
afterAll(() => database.close())

describe.each([
  ['lucia', createSessions],
  ['no library', createPlainSessions],
])('sessions with %s', (_name, create: (clock: () => Date) => Sessions) => {
  let now: Date
  let personId: string
  const sessions = create(() => now)
  const open = (device = 'Firefox on Linux') => inTransaction((tx) => sessions.open(tx, { personId, device }))
  const recognise = (token: string) => inTransaction((tx) => sessions.recognise(tx, token))
  const list = () => inTransaction((tx) => sessions.list(tx, personId))
  const passDays = (days: number) => {
    now = new Date(now.getTime() + days * 86_400_000)
  }
  const newPerson = () =>
    inTransaction((tx) =>
      addPerson(tx, now, { name: 'Ada', email: `${randomUUID()}@example.com`, passwordHash: 'none' }),
    )

  beforeEach(async () => {
    now = new Date('2026-03-01T08:00:00Z')
    personId = (await newPerson()).id
  })

  it('recognises a session by its secret and by nothing else', async () => {
    const { token } = await open()
    const session = await recognise(token)
    expect(session).toMatchObject({ personId, device: 'Firefox on Linux', renewed: false })
    expect(await recognise(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).toBeUndefined()
    expect(await recognise(session?.id ?? '')).toBeUndefined()
    expect(await recognise('')).toBeUndefined()
  })

  it('gives secrets of 256 bits and stores only their SHA-256', async () => {
    const { token } = await open()
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const rows = await inTransaction((tx) => tx.select().from(table))
    expect(rows.map(({ id }) => id)).toContain(createHash('sha256').update(token).digest('hex'))
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('ends 30 days after it was last used', async () => {
    const { token, expiresAt } = await open()
    expect(expiresAt).toEqual(new Date('2026-03-31T08:00:00Z'))
    passDays(29.9)
    expect(await recognise(token)).toMatchObject({ renewed: true })
    passDays(29.9)
    expect(await recognise(token)).toMatchObject({ renewed: true })
    passDays(30)
    expect(await recognise(token)).toBeUndefined()
  })

  it('moves its end only once half its time is over', async () => {
    const { token, expiresAt } = await open()
    passDays(14.9)
    expect(await recognise(token)).toMatchObject({ renewed: false, expiresAt })
    passDays(0.2)
    expect(await recognise(token)).toMatchObject({
      renewed: true,
      expiresAt: new Date('2026-04-15T10:24:00Z'),
    })
    expect((await list())[0]?.expiresAt).toEqual(new Date('2026-04-15T10:24:00Z'))
  })

  it('ends 90 days after it began, however much it is used', async () => {
    const { token } = await open()
    for (let day = 10; day < 90; day += 10) {
      passDays(10)
      expect(await recognise(token)).toBeDefined()
    }
    const last = await recognise(token)
    expect(last).toMatchObject({ renewed: false, expiresAt: new Date('2026-05-30T08:00:00Z') })
    passDays(10)
    expect(await recognise(token)).toBeUndefined()
  })

  it('lists the living sessions of a person alone, the one seen last first', async () => {
    const first = await open('Firefox on Linux')
    await open('Safari on iOS')
    passDays(20)
    await recognise(first.token)
    expect((await list()).map(({ device }) => device)).toEqual(['Firefox on Linux', 'Safari on iOS'])
    expect((await list())[0]).toMatchObject({ lastSeenAt: now, personId })
    passDays(11)
    expect((await list()).map(({ device }) => device)).toEqual(['Firefox on Linux'])
    const somebody = await newPerson()
    expect(await inTransaction((tx) => sessions.list(tx, somebody.id))).toEqual([])
  })

  it('ends one session by the id in the list, for its own person only', async () => {
    const kept = await open()
    const ended = await open()
    const id = (await recognise(ended.token))?.id ?? ''
    const somebody = await newPerson()
    expect(await inTransaction((tx) => sessions.end(tx, somebody.id, id))).toBe(false)
    expect(await recognise(ended.token)).toBeDefined()
    expect(await inTransaction((tx) => sessions.end(tx, personId, id))).toBe(true)
    expect(await recognise(ended.token)).toBeUndefined()
    expect(await recognise(kept.token)).toBeDefined()
  })

  it('ends all sessions of a person, or all but one', async () => {
    const [kept, ended] = [await open(), await open()]
    const id = (await recognise(kept.token))?.id
    await inTransaction((tx) => sessions.endAll(tx, personId, id))
    expect(await recognise(ended.token)).toBeUndefined()
    expect(await recognise(kept.token)).toBeDefined()
    await inTransaction((tx) => sessions.endAll(tx, personId))
    expect(await recognise(kept.token)).toBeUndefined()
  })

  it('forgets what has expired and nothing else', async () => {
    const old = await open()
    passDays(31)
    const young = await open()
    await inTransaction((tx) => sessions.forgetExpired(tx))
    const rows = await inTransaction((tx) => tx.select().from(table))
    expect(rows.some(({ personId: owner }) => owner === personId)).toBe(true)
    expect(await recognise(old.token)).toBeUndefined()
    expect(await recognise(young.token)).toBeDefined()
    expect(rows.filter(({ personId: owner }) => owner === personId)).toHaveLength(1)
  })
})
