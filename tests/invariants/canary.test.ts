// Invariant 8: every text of every company carries a marker, and every byte the program sends, logs or mails is searched.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type World } from '../support/world.ts'
import { type Recording, record } from './canary/recording.ts'
import { openSession, type Session } from './canary/session.ts'
import { asOwner } from './owner.ts'
import { seededRandom } from './seededRandom.ts'

const steps = process.env.LONG ? 600 : 90

describe('a session of three companies', () => {
  let world: World
  let recording: Recording
  let session: Session
  beforeAll(async () => {
    world = await createWorld({ sendsMail: true })
    recording = record(world)
    session = await openSession(world, recording.ledger, seededRandom(3))
  })
  afterAll(() => world.close())

  /** What each company's browser holds beyond what it may see. */
  function heldTooMuch(): string[] {
    const { companies } = session
    return companies.flatMap(({ name, organisationId, held }) =>
      recording.ledger
        .leaks(JSON.stringify([...held.values()]), organisationId)
        .map((marker) => `${name} holds ${marker}`),
    )
  }

  it('shows nobody what is not theirs, whatever they write, share, withdraw, undo or try', async () => {
    for (let step = 0; step < steps; step++) {
      await session.step()
      const company = session.companies[step % 3]!
      await company.pull(session.ecosystemId)
      const held = JSON.stringify([...company.held.values()])
      expect(recording.ledger.leaks(held, company.organisationId)).toEqual([])
    }
    expect(recording.leaks).toEqual([])
    expect(session.accepted).toBeGreaterThan(steps / 2)
    expect(session.refused).toBeGreaterThan(steps / 10)
    expect(recording.requests).toBeGreaterThan(steps * 3)
    expect(recording.ledger.seen.size).toBeGreaterThan(steps / 2)
  })

  it('lets nobody learn who else is there', async () => {
    const { companies, ecosystemId } = session
    const [, broker, rival] = companies
    for (const [one, other] of [
      [broker!, rival!],
      [rival!, broker!],
    ] as const) {
      const paths = ['', '/changes', '/invitations'].map((rest) => `/api/ecosystems/${ecosystemId}${rest}`)
      for (const path of ['/api/ecosystems', ...paths]) {
        const { body } = await one.act('GET', path)
        expect(JSON.stringify(body)).not.toMatch(new RegExp(`${other.organisationId}|"${other.name}"`))
      }
    }
  })

  it('goes on showing nothing to a company that has left', async () => {
    const { broker, companies, ecosystemId, maps } = session
    const place = [...broker.held.values()].find(
      (row) =>
        (row as { state?: string; organisationId?: string; mayInvite?: boolean }).mayInvite !== undefined &&
        (row as { organisationId: string }).organisationId === broker.organisationId,
    ) as { id: string }
    expect(await broker.edit(ecosystemId, { type: 'participant.leave', id: place.id })).toMatchObject({
      accepted: true,
    })
    for (const map of maps) map.active.delete(broker.organisationId)
    for (let step = 0; step < 20; step++) {
      await session.look(broker)
      await session.step()
    }
    for (const company of companies) await company.pull(ecosystemId)
    expect(broker.held.size).toBe(0)
    expect(heldTooMuch()).toEqual([])
    expect(recording.leaks).toEqual([])
  })

  it('is kept out of logs, and of mails to others', () => {
    expect(recording.ledger.leaks(world.logged.join(''), undefined)).toEqual([])
    expect(world.outbox.length).toBeGreaterThan(4)
    for (const mail of world.outbox) {
      const reader = session.companies.find(({ email }) => email === mail.to)
      const leaks = recording.ledger.leaks(JSON.stringify(mail), reader?.organisationId)
      // Who has left since was invited once.
      if (reader !== session.broker) expect(leaks).toEqual([])
    }
  })
})

describe('the search', () => {
  it('finds what a database without audiences lets through', async () => {
    const world = await createWorld({ sendsMail: true })
    const recording = record(world)
    const session = await openSession(world, recording.ledger, seededRandom(4))
    // Both walls, the condition of a pull and row-level security, ask the audience: here it is written too wide.
    await asOwner(world.database, (owner) =>
      owner.unsafe(`
        create function too_wide() returns trigger language plpgsql as
          $$ begin new.audience := new.audience || ('map:' || new.map_id); return new; end $$;
        create trigger too_wide before insert or update on perspectives for each row execute function too_wide()`),
    )
    for (let step = 0; step < 60 && recording.leaks.length === 0; step++) await session.step()
    expect(recording.leaks).not.toEqual([])
    await world.close()
  })

  it('finds what a browser keeps that was never told to forget', async () => {
    const world = await createWorld({ sendsMail: true })
    const recording = record(world)
    const session = await openSession(world, recording.ledger, seededRandom(5))
    const { companies, ecosystemId } = session
    const everybodyPulls = async () => {
      for (const company of companies) await company.pull(ecosystemId)
    }
    await session.shareForAWhile(everybodyPulls)
    await world.services.door.asSystem('test', (tx) => tx.execute('delete from tombstones'))
    await everybodyPulls()
    const held = companies.flatMap((company) =>
      recording.ledger.leaks(JSON.stringify([...company.held.values()]), company.organisationId),
    )
    expect(held).toHaveLength(1)
    expect(recording.leaks).toEqual([])
    await world.close()
  })
})
